/** Connectors sorted into groups by how soon their certificate needs somebody. */
import type { CertificateState } from '../certificate-state'
import { expiryDays } from '../expiry'

/** In the order of the page: what is broken first, then by date. */
export const expiryGroups = [
  'noneActive',
  'expired',
  'unreadable',
  'urgent',
  'soon',
  'ahead',
  'later',
] as const

export type ExpiryGroup = (typeof expiryGroups)[number]

const groupOf = {
  notUsed: null,
  none: 'noneActive',
  inactive: 'noneActive',
  expired: 'expired',
  unreadable: 'unreadable',
  // The next one does not help yet: sign-up fails until it begins.
  waiting: 'noneActive',
} as const satisfies Partial<Record<CertificateState['kind'], ExpiryGroup | null>>

/** The group of a connector; null if it uses no certificate, so that nothing of it can expire. */
export const expiryGroup = (state: CertificateState): ExpiryGroup | null =>
  'days' in state ? groupByDays(state.days) : groupOf[state.kind]

/** Days as they are shown, so that "7 days" is never among those of a later group. */
function groupByDays(days: number): ExpiryGroup {
  const group = (['urgent', 'soon', 'ahead'] as const).find((name) => days <= expiryDays[name])
  return group ?? 'later'
}
