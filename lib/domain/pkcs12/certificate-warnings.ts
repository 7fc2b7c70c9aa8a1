/** What an administrator should know of a file before it is sent, and what speaks against sending it. */
import type { InspectedPkcs12 } from './inspect-pkcs12'

/** `blocking`: of no use as it is. `warning`: may be of no use. `info`: does no harm. */
type WarningLevel = 'blocking' | 'warning' | 'info'

const secondsPerDay = 86_400
const soonDays = 30

/** The shortest RSA key that is considered secure (NIST SP 800-131A). */
const minRsaBits = 2048

type Rule = {
  readonly kind: string
  readonly level: WarningLevel
  readonly applies: (inspection: InspectedPkcs12, now: number) => boolean
}

/** In the order in which they are worth reading. */
const rules = [
  { kind: 'expired', level: 'blocking', applies: ({ leaf }, now) => leaf.notAfter < now },
  { kind: 'not-rsa', level: 'blocking', applies: ({ key }) => key.type !== 'RSA' },
  { kind: 'not-yet-valid', level: 'warning', applies: ({ leaf }, now) => leaf.notBefore > now },
  {
    kind: 'expires-soon',
    level: 'warning',
    applies: ({ leaf }, now) => endsSoon(leaf.notAfter - now),
  },
  // The service answers "password incorrect" to such files; only TripleDES-SHA1 is known to work.
  {
    kind: 'aes-encryption',
    level: 'warning',
    applies: ({ protection }) => protection.encryption === 'aes',
  },
  {
    kind: 'other-encryption',
    level: 'warning',
    applies: ({ protection: { encryption } }) => encryption === 'rc2' || encryption === 'other',
  },
  {
    kind: 'not-encrypted',
    level: 'warning',
    applies: ({ protection }) => protection.encryption === 'none',
  },
  { kind: 'weak-key', level: 'warning', applies: ({ key }) => isWeak(key) },
  { kind: 'no-client-auth', level: 'warning', applies: ({ leaf }) => !leaf.hasClientAuth },
  {
    kind: 'match-unverified',
    level: 'warning',
    applies: ({ isMatchVerified }) => !isMatchVerified,
  },
  { kind: 'no-mac', level: 'warning', applies: ({ protection }) => protection.mac === null },
  { kind: 'is-ca', level: 'info', applies: ({ leaf }) => leaf.isCa },
  { kind: 'extra-contents', level: 'info', applies: hasExtraContents },
  { kind: 'trailing-data', level: 'info', applies: ({ trailingBytes }) => trailingBytes > 0 },
] as const satisfies readonly Rule[]

export type CertificateWarningKind = (typeof rules)[number]['kind']

export type CertificateWarning = {
  readonly kind: CertificateWarningKind
  readonly level: WarningLevel
}

/** All that apply at `now` (epoch seconds), the blocking ones first. */
export function certificateWarnings(
  inspection: InspectedPkcs12,
  now: number,
): readonly CertificateWarning[] {
  return rules
    .filter(({ applies }) => applies(inspection, now))
    .map(({ kind, level }) => ({ kind, level }))
}

const endsSoon = (secondsLeft: number) =>
  secondsLeft >= 0 && secondsLeft <= soonDays * secondsPerDay

const isWeak = ({ type, bits }: InspectedPkcs12['key']) =>
  type === 'RSA' && bits !== null && bits < minRsaBits

function hasExtraContents({ ignored, unrelatedCertificates }: InspectedPkcs12): boolean {
  return ignored.secrets + ignored.crls + ignored.others + unrelatedCertificates > 0
}
