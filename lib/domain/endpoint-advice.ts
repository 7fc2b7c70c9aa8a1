/** Why Microsoft will hardly be able to call an address that is otherwise sound. Advice, never a refusal. */
import ipaddr from 'ipaddr.js'

export type EndpointAdvice = 'localhost' | 'privateAddress' | 'reservedAddress' | 'noDot'

/** Ranges in which people have networks of their own (RFC 1918, RFC 4193, RFC 3927, RFC 6598). */
const privateRanges: readonly string[] = ['private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat']

/** Null for an address without such a doubt, and for a text that is no address. */
export function endpointAdvice(url: string): EndpointAdvice | null {
  if (!URL.canParse(url)) return null
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (ipaddr.isValid(host)) return adviceOnAddress(host)
  if (host === 'localhost' || host.endsWith('.localhost')) return 'localhost' // RFC 6761
  return host !== '' && !host.includes('.') ? 'noDot' : null
}

function adviceOnAddress(host: string): EndpointAdvice | null {
  const range = ipaddr.process(host).range()
  if (range === 'unicast') return null
  if (range === 'loopback') return 'localhost'
  return privateRanges.includes(range) ? 'privateAddress' : 'reservedAddress'
}
