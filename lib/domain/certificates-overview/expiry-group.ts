/** Connectors sorted into groups by how soon their certificate needs somebody. */
import type { CertificateState } from '../certificate-state'

/** In the order of the page: what is broken first, then by date, then what needs only patience. */
export const expiryGroups = [
  'noneActive',
  'expired',
  'within7',
  'within30',
  'within60',
  'later',
  'waiting',
] as const

export type ExpiryGroup = (typeof expiryGroups)[number]

/** The group of a connector; null if it uses no certificate, so that nothing of it can expire. */
export function expiryGroup(state: CertificateState): ExpiryGroup | null {
  switch (state.kind) {
    case 'notUsed':
      return null
    case 'none':
    case 'inactive':
      return 'noneActive'
    case 'expired':
    case 'waiting':
      return state.kind
    case 'expiring':
    case 'valid':
      return groupByDays(state.days)
  }
}

/** Days as they are shown, so that "7 days" is never among those of a later group. */
function groupByDays(days: number): ExpiryGroup {
  if (days <= 7) return 'within7'
  if (days <= 30) return 'within30'
  return days <= 60 ? 'within60' : 'later'
}
