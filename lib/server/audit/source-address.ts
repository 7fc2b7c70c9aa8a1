/**
 * Where a request came from. Next shows route handlers no socket, and takes any `X-Forwarded-For` for
 * true; so the address is noted before Next sees the request (see `arrivals.ts`).
 */
import 'server-only'
import { isIP } from 'node:net'
import type { ReadyConfiguration } from '../configuration/configuration'

/** Carries the socket's address through Next. What a caller writes into it is overwritten. */
export const socketAddressHeader = 'x-portal-socket-address'

/**
 * The caller's address: the socket's or, behind so many trusted proxies as configured, the one that
 * the outermost of them saw. Each proxy adds its caller at the end of `X-Forwarded-For`, so whatever
 * comes before may be made up. Null when the socket had gone already.
 */
export function sourceAddressOf(
  headers: Headers,
  { trustedProxies }: Pick<ReadyConfiguration, 'trustedProxies'>,
): string | null {
  const socket = readAddress(headers.get(socketAddressHeader) ?? '')
  if (trustedProxies === 0) return socket
  const hops = (headers.get('x-forwarded-for') ?? '').split(',')
  return readAddress(hops.at(-trustedProxies) ?? '') ?? socket
}

/** Some proxies add the port: `192.0.2.1:1234`, `[2001:db8::1]:1234`. */
const withPort = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d{1,5})?$/

/** An IPv4 address that came over an IPv6 socket is shown as what it is (RFC 4291 section 2.5.5.2). */
const mapped = /^::ffff:([\d.]+)$/i

function readAddress(text: string): string | null {
  const trimmed = text.trim()
  const bracketed = withPort.exec(trimmed)
  const address = bracketed?.[1] ?? bracketed?.[2] ?? trimmed
  const plain = mapped.exec(address)?.[1] ?? address
  return isIP(plain) === 0 ? null : plain
}
