/** Which IP addresses belong to the open Internet. */
import 'server-only'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { globalIpv6Range, specialIpv4Ranges, specialIpv6Ranges } from './special-ranges'

type Address = ReturnType<typeof ipaddr.parse>

/**
 * Whether the address is public unicast by both IANA's registries and the library's own list, which
 * knows the forms that carry an IPv4 address inside. What is no address is not public.
 */
export function isPublicAddress(text: string): boolean {
  if (!isIpAddress(text)) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return address.kind() === 'ipv4'
    ? !isInAny(address, specialIpv4Ranges)
    : isInAny(address, [globalIpv6Range]) && !isInAny(address, specialIpv6Ranges)
}

/** Whether the address lies in one of the ranges, each `address/bits`. */
export const isInRanges = (text: string, ranges: readonly string[]): boolean =>
  isIpAddress(text) && isInAny(ipaddr.process(text), ranges)

/** Whether both are the same address, however they are spelled. */
export const isSameAddress = (one: string, other: string): boolean =>
  isIpAddress(one) &&
  isIpAddress(other) &&
  ipaddr.process(one).toNormalizedString() === ipaddr.process(other).toNormalizedString()

/** In full: the library would take `1.2` and octal numbers, too. */
export const isIpAddress = (text: string): boolean => isIP(text) !== 0

function isInAny(address: Address, ranges: readonly string[]): boolean {
  return ranges.some((range) => {
    const [network, bits] = ipaddr.parseCIDR(range)
    return network.kind() === address.kind() && address.match(network, bits)
  })
}
