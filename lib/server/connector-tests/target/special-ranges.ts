/**
 * The address blocks of IANA's special-purpose registries for IPv4 and IPv6 (RFC 6890 and its updates)
 * that lie among addresses of the open Internet, and what Azure keeps for itself.
 */
import 'server-only'

export const specialIpv4Ranges = [
  '0.0.0.0/8', // this network
  '10.0.0.0/8', // private use
  '100.64.0.0/10', // shared address space of carriers
  '127.0.0.0/8', // loopback
  '168.63.129.16/32', // Azure's platform, reachable from every virtual machine
  '169.254.0.0/16', // link local, among it the metadata services of clouds
  '172.16.0.0/12', // private use
  '192.0.0.0/24', // IETF protocol assignments
  '192.0.2.0/24', // documentation
  '192.31.196.0/24', // AS112
  '192.52.193.0/24', // automatic multicast tunnels
  '192.88.99.0/24', // relays of 6to4, deprecated
  '192.168.0.0/16', // private use
  '192.175.48.0/24', // AS112, delegated directly
  '198.18.0.0/15', // benchmarking
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, and the broadcast address
] as const

/** All that is assigned to the open Internet (IANA: IPv6 address space). */
export const globalIpv6Range = '2000::/3'

/** Within `globalIpv6Range`; whatever is outside of it is refused already. */
export const specialIpv6Ranges = [
  '2001::/23', // IETF protocol assignments: Teredo, benchmarking, ORCHID and more
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4, which leads to an IPv4 address
  '2620:4f:8000::/48', // AS112, delegated directly
  '3ffe::/16', // the former 6bone, returned to IANA
  '3fff::/20', // documentation
] as const
