/** A TCP connection to an address that was checked, and to no other. */
import 'server-only'
import { connect, type Socket } from 'node:net'
import { CallFailure, codeOf, type FailureCode } from './call-failure'
import { isSameAddress } from '../target/public-address'

export type TcpOptions = {
  /** In the order in which they are tried. */
  readonly addresses: readonly string[]
  readonly port: number
  /** For all of them together. */
  readonly limitMs: number
  /** Ends the connection, also later on. */
  readonly signal: AbortSignal
}

/** More would only stretch the wait: the first that answers is taken. */
const maxAddresses = 4

/** Connects without asking DNS again; throws the last address's `CallFailure`. */
export async function connectTcp(options: TcpOptions): Promise<Socket> {
  const addresses = options.addresses.slice(0, maxAddresses)
  const limitMs = Math.ceil(options.limitMs / addresses.length)
  let failure = new CallFailure('connectionFailed', { cause: 'no address' })
  for (const address of addresses) {
    const attempt = await connectTo(address, { ...options, limitMs })
    if (!(attempt instanceof CallFailure)) return attempt
    failure = attempt
    if (options.signal.aborted) break
  }
  throw failure
}

function connectTo(
  address: string,
  { port, limitMs, signal }: Omit<TcpOptions, 'addresses'>,
): Promise<Socket | CallFailure> {
  return new Promise((resolve) => {
    // The host is an address, so that nothing is looked up between the check and the connection.
    const socket = connect({ host: address, port, signal, noDelay: true })
    const timer = setTimeout(() => give(new CallFailure('connectTimeout')), limitMs)
    const give = (failure: CallFailure) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(failure)
    }
    // Stays for the life of the socket: an error that nobody listens to would end the process.
    socket.on('error', (cause) => give(new CallFailure(tcpCode(codeOf(cause)), { cause })))
    socket.once('connect', () => {
      clearTimeout(timer)
      if (isSameAddress(socket.remoteAddress ?? '', address)) resolve(socket)
      else give(new CallFailure('connectionFailed', { cause: 'other address' }))
    })
  })
}

const tcpCodes: Readonly<Record<string, FailureCode>> = {
  ECONNREFUSED: 'connectionRefused',
  ECONNRESET: 'connectionReset',
  ETIMEDOUT: 'connectTimeout',
  EHOSTUNREACH: 'hostUnreachable',
  ENETUNREACH: 'hostUnreachable',
  EADDRNOTAVAIL: 'hostUnreachable',
}

const tcpCode = (code: string): FailureCode => tcpCodes[code] ?? 'connectionFailed'
