import type { Connector } from '@/lib/contract/connector'
import { certificateState } from '../certificate-state'
import { expiryGroup, type ExpiryGroup } from './expiry-group'

const troubled: ReadonlySet<ExpiryGroup | null> = new Set([
  'noneActive',
  'expired',
  'urgent',
  'soon',
])

/** How many connectors need a certificate now or soon; `now` is epoch seconds. */
export function countNeedingAttention(connectors: readonly Connector[], now: number): number {
  return connectors.filter(({ authenticationConfiguration }) =>
    troubled.has(expiryGroup(certificateState(authenticationConfiguration, now))),
  ).length
}
