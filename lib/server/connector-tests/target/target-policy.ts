/** Which targets the portal's server calls: anything public, unless the operator says otherwise. */
import 'server-only'
import type { ReadyConfiguration } from '../../configuration/configuration'
import { PortalError } from '@/lib/graph/basics/portal-error'
import { translator } from '@/lib/messages/translator'
import { isInRanges, isIpAddress, isPublicAddress } from './public-address'
import type { Target } from './target-url'

export type TargetPolicy = ReadyConfiguration['connectorTests'] & {
  /** The portal's own public origin: a test of it would call the portal in a circle. */
  readonly portalOrigin: string
}

export type RefusalReason = 'port' | 'name' | 'address' | 'blocked' | 'notListed' | 'ownOrigin'

const translate = translator('api.target')

/** Passes a target that may be looked up; throws `targetNotAllowed` otherwise. Nothing is asked of DNS. */
export function requireCallableTarget(target: Target, policy: TargetPolicy): void {
  const reason = reasonAgainst(target, policy)
  if (reason) throw targetNotAllowed(reason)
}

/**
 * Passes addresses that may be connected to; each of them must be, for a name that leads to the open
 * Internet and to the inside at once is not one to trust.
 */
export function requireCallableAddresses(
  target: Target,
  addresses: readonly string[],
  policy: TargetPolicy,
): void {
  if (addresses.some((address) => isInRanges(address, policy.blockedRanges))) {
    throw targetNotAllowed('blocked')
  }
  if (!isExempt(target, policy) && !addresses.every(isPublicAddress)) {
    throw targetNotAllowed('address')
  }
}

/** Whether the operator named exactly this host and port as callable although it is not public. */
export const isExempt = ({ authority }: Target, { allowedHosts }: TargetPolicy): boolean =>
  allowedHosts.includes(authority)

/** An answer says which rule it was, never what was found: no address, no state of a port. */
function targetNotAllowed(reason: RefusalReason): PortalError {
  const details = [{ target: 'targetUrl', code: reason, message: translate(reason) }]
  return new PortalError('targetNotAllowed', { details, cause: reason })
}

function reasonAgainst(target: Target, policy: TargetPolicy): RefusalReason | undefined {
  const { host } = target
  if (isOwnOrigin(target, policy)) return 'ownOrigin'
  if (isNamed(host, policy.blockedHosts)) return 'blocked'
  if (policy.onlyHosts.length > 0 && !isNamed(host, policy.onlyHosts)) return 'notListed'
  return isExempt(target, policy) ? undefined : reasonOfRules(target, policy)
}

function reasonOfRules({ host, port }: Target, policy: TargetPolicy): RefusalReason | undefined {
  if (!policy.allowedPorts.includes(port)) return 'port'
  return isIpAddress(host) || isPublicName(host) ? undefined : 'name'
}

/** By host and port alone: behind whatever scheme, the same server may answer there. */
function isOwnOrigin({ authority }: Target, { portalOrigin }: TargetPolicy): boolean {
  const { protocol, hostname, port } = new URL(portalOrigin)
  const usual = protocol === 'https:' ? '443' : '80'
  return authority === `${hostname.replace(/\.$/, '')}:${port || usual}`
}

/** `*.example.com` stands for every name below `example.com`, not for that name itself. */
const isNamed = (host: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) =>
    pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern,
  )

/** Names of no public DNS: IANA's special-use domain names, and what routers and companies took. */
const privateDomains =
  /\.(?:localhost|localdomain|local|internal|intranet|private|lan|home|corp|onion|alt|invalid|arpa)$/

const isPublicName = (host: string): boolean => host.includes('.') && !privateDomains.test(host)
