/** A TLS connection over a TCP connection, verified, with what can be seen of it. */
import 'server-only'
import type { Socket } from 'node:net'
import { connect, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls'
import type { ConnectorTestResult } from '@/lib/contract/connector-test'
import { CallFailure, codeOf } from './call-failure'
import { datesOf, type ClientCertificate } from './client-certificate'
import { isIpAddress } from '../target/public-address'
import { shownCertificates } from './shown-certificates'
import { handshakeFailure } from './tls-failure'

export type Protection = NonNullable<ConnectorTestResult['tls']>

export type TlsOptions = {
  readonly tcp: Socket
  readonly host: string
  readonly clientCertificate: ClientCertificate | undefined
  /** PEM of the authorities to trust instead of Node's own. */
  readonly authorities: string | undefined
  readonly limitMs: number
  /** The keys are agreed: what follows is the client's certificate and the handshake's end. */
  readonly onKeysAgreed: () => void
}

export type TlsOutcome =
  | { readonly ok: true; readonly socket: TLSSocket; readonly protection: Protection }
  | { readonly ok: false; readonly failure: CallFailure; readonly protection: Protection | null }

/**
 * Nothing but the handshake is written before the endpoint's certificate is verified. What it showed is
 * told of a failed verification too.
 */
export async function connectTls(options: TlsOptions): Promise<TlsOutcome> {
  const context = secureContext(options)
  if (context instanceof CallFailure) return { ok: false, failure: context, protection: null }
  const { tcp, host } = options
  const socket = connect({
    socket: tcp,
    host,
    servername: isIpAddress(host) ? '' : host,
    secureContext: context,
    ALPNProtocols: ['http/1.1'],
    // Said outright, so that NODE_TLS_REJECT_UNAUTHORIZED cannot switch it off.
    rejectUnauthorized: true,
  })
  const observed = observe(socket, options)
  const failure = await handshake(socket, options.limitMs)
  const protection = observed()
  if (!failure && protection) return { ok: true, socket, protection }
  tcp.destroy()
  return { ok: false, failure: failureOf(failure, options, protection), protection }
}

function failureOf(
  cause: Error | undefined,
  { clientCertificate }: TlsOptions,
  protection: Protection | null,
): CallFailure {
  if (cause instanceof CallFailure) return cause
  return handshakeFailure(cause ?? new Error('No keys'), {
    dates: datesOf(clientCertificate),
    asked: protection?.asksForCertificate ?? null,
  })
}

/**
 * What Azure AD B2C offers in TLS 1.2 (Azure AD B2C: TLS and cipher suite requirements), and the
 * suites of TLS 1.3: an endpoint that has none of them could not be called by Microsoft either.
 */
const ciphers = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_AES_128_GCM_SHA256',
  'TLS_CHACHA20_POLY1305_SHA256',
  ...['ECDSA', 'RSA'].flatMap((kind) => [
    `ECDHE-${kind}-AES128-GCM-SHA256`,
    `ECDHE-${kind}-AES256-GCM-SHA384`,
    `ECDHE-${kind}-AES128-SHA256`,
    `ECDHE-${kind}-AES256-SHA384`,
  ]),
].join(':')

/** The key may be too short, or of a kind that OpenSSL does not take. */
function secureContext({
  clientCertificate,
  authorities,
}: TlsOptions): SecureContext | CallFailure {
  try {
    return createSecureContext({
      minVersion: 'TLSv1.2',
      ciphers,
      ca: authorities,
      key: clientCertificate?.privateKeyPem,
      cert: clientCertificate?.certificatesPem,
    })
  } catch (cause) {
    // OpenSSL's security level: 1,024 bits of RSA are enough for Node.js 20 and 22, not for 24.
    const isTooShort = codeOf(cause) === 'ERR_SSL_EE_KEY_TOO_SMALL'
    return new CallFailure(
      isTooShort ? 'clientCertificateKeyTooShort' : 'clientCertificateUnusable',
      { cause },
    )
  }
}

/** The error with which the handshake ended, if it did not end well. */
function handshake(socket: TLSSocket, limitMs: number): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(new CallFailure('tlsTimeout')), limitMs)
    const settle = (failure?: Error) => {
      clearTimeout(timer)
      resolve(failure)
    }
    // Stays for the life of the socket: an error that nobody listens to would end the process.
    socket.on('error', settle)
    socket.once('close', () => settle(Object.assign(new Error('Closed'), { code: 'ECONNRESET' })))
    // The last message of the handshake is written right after the event.
    socket.once('secureConnect', () => setImmediate(settle))
  })
}

/** In TLS 1.3 and 1.2 the first key that is logged once the endpoint's certificate has been read. */
const keysAgreed = /^(?:EXPORTER_SECRET|CLIENT_RANDOM) /

/**
 * Watches the handshake by the names of the keys as they come to be; the keys themselves are not
 * looked at. It is the only hook that Node has before it verifies and closes.
 */
function observe(
  socket: TLSSocket,
  { tcp, clientCertificate, onKeysAgreed }: TlsOptions,
): () => Protection | null {
  let helloBytes: number | undefined
  let seen: Omit<Protection, 'asksForCertificate'> | undefined
  socket.on('keylog', (line: Buffer) => {
    helloBytes ??= tcp.bytesWritten
    if (seen || !keysAgreed.test(line.toString('latin1', 0, 20))) return
    onKeysAgreed()
    seen = {
      protocol: socket.getProtocol() ?? '',
      cipher: socket.getCipher().standardName,
      certificates: shownCertificates(socket),
    }
  })
  return () => {
    if (!seen) return null
    const flightBytes = tcp.bytesWritten - (helloBytes ?? 0)
    return { ...seen, asksForCertificate: asks(seen, flightBytes, clientCertificate) }
  }
}

/** In bytes: change_cipher_spec, the Finished record without its hash, and what the two hashes add. */
const emptyFlight = { base: 6 + 5 + 4 + 1 + 16, sha256: 32, sha384: 48 }

/**
 * Whether the endpoint asked for a client certificate, by how much was answered: a certificate goes out
 * only when it is asked for, and without one TLS 1.3 answers with an empty message (RFC 8446 section
 * 4.4.2). In TLS 1.2 the empty one cannot be told from a longer key.
 */
function asks(
  { protocol, cipher }: Pick<Protection, 'protocol' | 'cipher'>,
  flightBytes: number,
  clientCertificate: ClientCertificate | undefined,
): boolean | null {
  if (clientCertificate) return flightBytes >= clientCertificate.leafBytes
  if (protocol !== 'TLSv1.3') return null
  const hashBytes = cipher.endsWith('SHA384') ? emptyFlight.sha384 : emptyFlight.sha256
  return flightBytes > emptyFlight.base + hashBytes
}
