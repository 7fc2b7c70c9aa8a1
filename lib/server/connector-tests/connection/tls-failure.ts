/** From the codes of Node and OpenSSL to what went wrong in a TLS connection. */
import 'server-only'
import type { StageName } from '@/lib/contract/connector-test'
import type { CertificateDates } from '@/lib/domain/connector-tests/rule'
import { CallFailure, codeOf, type FailureCode } from './call-failure'

/** By OpenSSL's X509_V_ERR_… and Node's own check of the name. */
const verificationCodes: Readonly<Record<string, FailureCode>> = {
  CERT_HAS_EXPIRED: 'certificateExpired',
  CERT_NOT_YET_VALID: 'certificateNotYetValid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificateSelfSigned',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificateUnknownAuthority',
  UNABLE_TO_GET_ISSUER_CERT: 'certificateUnknownAuthority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificateUnknownAuthority',
  CERT_UNTRUSTED: 'certificateUnknownAuthority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificateChainIncomplete',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificateWrongHost',
  HOSTNAME_MISMATCH: 'certificateWrongHost',
  CERT_SIGNATURE_FAILURE: 'certificateInvalid',
  CERT_CHAIN_TOO_LONG: 'certificateInvalid',
  CERT_REVOKED: 'certificateInvalid',
  CERT_REJECTED: 'certificateInvalid',
  INVALID_CA: 'certificateInvalid',
  INVALID_PURPOSE: 'certificateInvalid',
  PATH_LENGTH_EXCEEDED: 'certificateInvalid',
  CA_MD_TOO_WEAK: 'certificateInvalid',
  EE_KEY_TOO_SMALL: 'certificateInvalid',
}

const handshakeCodes: readonly (readonly [pattern: RegExp, code: FailureCode])[] = [
  [/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|INSUFFICIENT_SECURITY/, 'tlsVersionTooOld'],
  [/HANDSHAKE_FAILURE|NO_SHARED_CIPHER|UNRECOGNIZED_NAME|NO_CIPHERS/, 'tlsNoCommonCipher'],
  [/WRONG_VERSION_NUMBER|HTTP_REQUEST|UNEXPECTED_MESSAGE|PACKET_LENGTH_TOO_LONG/, 'notTls'],
  [/^ECONNRESET$|^EPIPE$/, 'connectionReset'],
]

/** The alerts of RFC 8446 section 6.2 that are about the other side's certificate. */
const certificateAlert =
  /ALERT_(?:BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_|UNKNOWN_CA|ACCESS_DENIED)/

/** The exchange of the client certificate, as far as it came when a connection failed. */
export type CertificateExchange = {
  /** Of the certificate that was presented; null when there was none. */
  readonly dates: CertificateDates | null
  readonly asked: boolean | null
}

/** Of a handshake that did not come to its end. */
export function handshakeFailure(cause: Error, exchange: CertificateExchange): CallFailure {
  const code = codeOf(cause)
  const verification = verificationCodes[code]
  if (verification) return new CallFailure(verification, { cause, stage: 'tls' })
  return (
    certificateRefusal(cause, exchange) ??
    new CallFailure(handshakeCodes.find(([pattern]) => pattern.test(code))?.[1] ?? 'tlsFailed', {
      cause,
      stage: 'tls',
    })
  )
}

/**
 * Whether the endpoint turned away for want of a certificate that it likes. With TLS 1.3 it can say so
 * only after the handshake (RFC 8446 section 4.4.2), and some servers say nothing and hang up.
 */
export function certificateRefusal(
  cause: unknown,
  { dates, asked }: CertificateExchange,
): CallFailure | undefined {
  const isAlert = certificateAlert.test(codeOf(cause))
  const isHangUp = asked === true && hangUps.has(codeOf(cause))
  if (!isAlert && !isHangUp) return undefined
  const stage: StageName = dates ? 'clientCertificate' : 'tls'
  const code = dates ? refusalCode[dates] : 'clientCertificateRequired'
  return new CallFailure(code, { cause, stage })
}

const refusalCode = {
  valid: 'clientCertificateRefused',
  expired: 'clientCertificateExpired',
  notYetValid: 'clientCertificateNotYetValid',
} as const satisfies Record<CertificateDates, FailureCode>

const refusalCodes = new Set<FailureCode>([
  'clientCertificateRequired',
  ...Object.values(refusalCode),
])

/** Whether a failure is the endpoint's word about the client's certificate: it asked for one, then. */
export const isCertificateRefusal = (code: FailureCode): boolean => refusalCodes.has(code)

const hangUps = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])
