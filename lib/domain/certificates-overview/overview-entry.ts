/**
 * Certificates one by one, each in the one group in which it counts. Every connector has one leading
 * entry, which stands for the connector as a whole: its active certificate or, without one, whatever
 * decides its state. The others are not in use and never trouble, so an old expired certificate
 * beside an active one is merely past.
 */
import {
  clientCertificateAuthenticationType,
  isReadable,
  type Authentication,
  type Certificate,
  type ListedCertificate,
} from '@/lib/contract/authentication'
import {
  activeCertificate,
  certificatePhase,
  certificateState,
  type CertificatePhase,
  type CertificateState,
} from '../certificate-state'
import { expiryGroup, expiryGroups } from './expiry-group'

export const entryGroups = [...expiryGroups, 'waiting', 'standby', 'past'] as const

export type EntryGroup = (typeof entryGroups)[number]

/** A certificate beside the leading one: valid, or valid from `notBefore` (epoch seconds) on. */
type OtherState =
  { readonly kind: 'standby' } | { readonly kind: 'staged'; readonly notBefore: number }

export type OverviewEntry = {
  readonly group: EntryGroup
  /** Of the connector for its leading entry, for the others of the certificate alone. */
  readonly state: CertificateState | OtherState
  readonly isLeading: boolean
  /** Null if the connector should have certificates and has none, or it cannot be read. */
  readonly certificate: Certificate | null
}

/** None for a connector that uses no certificate, otherwise at least the leading one. */
export function overviewEntries(authentication: Authentication, now: number): OverviewEntry[] {
  if (authentication['@odata.type'] !== clientCertificateAuthenticationType) return []
  const state = certificateState(authentication, now)
  const group = expiryGroup(state)
  if (group === null) return []
  const { certificateList } = authentication
  const leading = leadingCertificate(certificateList.filter(isReadable), state)
  const told = state.kind === 'unreadable' ? activeCertificate(certificateList) : leading
  const others = certificateList.filter((certificate) => certificate !== told)
  return [
    { group, state, isLeading: true, certificate: leading },
    ...others.map((certificate) => otherEntry(certificate, now)),
  ]
}

/** The certificate that the connector's state tells about. */
function leadingCertificate(
  certificates: readonly Certificate[],
  state: CertificateState,
): Certificate | null {
  if (state.kind === 'valid' || state.kind === 'expiring') {
    return certificates.find(({ isActive }) => isActive) ?? null
  }
  const lastEnd = Math.max(...certificates.map(({ notAfter }) => notAfter))
  const decides = ({ notBefore, notAfter }: Certificate): boolean => {
    if (state.kind === 'waiting') return notBefore === state.notBefore
    if (state.kind === 'expired') return notAfter === state.notAfter
    return state.kind === 'inactive' && notAfter === lastEnd
  }
  return certificates.find(decides) ?? null
}

const groupOfOther = {
  active: 'standby',
  standby: 'standby',
  waiting: 'waiting',
  expired: 'past',
} as const satisfies Record<CertificatePhase, EntryGroup>

function otherEntry(certificate: ListedCertificate, now: number): OverviewEntry {
  if (!isReadable(certificate)) {
    const state = { kind: 'unreadable' } as const
    return { group: state.kind, state, isLeading: false, certificate: null }
  }
  const group = groupOfOther[certificatePhase(certificate, now)]
  return { group, state: stateOfOther(certificate, group), isLeading: false, certificate }
}

function stateOfOther(
  { notBefore, notAfter }: Certificate,
  group: (typeof groupOfOther)[CertificatePhase],
): OverviewEntry['state'] {
  switch (group) {
    case 'waiting':
      return { kind: 'staged', notBefore }
    case 'past':
      return { kind: 'expired', notAfter }
    case 'standby':
      return { kind: 'standby' }
  }
}

export type RankedEntry = {
  readonly entry: OverviewEntry
  /** Whether a user flow is known to call its connector. */
  readonly isUsed: boolean
}

/** Sorts what needs somebody first; within one group what is used, then what begins or ends sooner. */
export function compareEntries(one: RankedEntry, other: RankedEntry): number {
  return (
    groupRank(one) - groupRank(other) ||
    Number(other.isUsed) - Number(one.isUsed) ||
    moment(one.entry) - moment(other.entry)
  )
}

const groupRank = ({ entry }: RankedEntry) => entryGroups.indexOf(entry.group)

function moment({ group, certificate }: OverviewEntry): number {
  if (!certificate) return 0
  return group === 'waiting' ? certificate.notBefore : certificate.notAfter
}
