/** The warnings about a file before it is sent, and the reasons not to send it. */
import { endsSoon } from '../expiry'
import { isCostlyKey } from '../x509/key-cost'
import type { InspectedPkcs12 } from './inspect-pkcs12'

/** `blocking`: of no use as it is. `warning`: may be of no use. `info`: does no harm. */
type WarningLevel = 'blocking' | 'warning' | 'info'

/** The shortest RSA key that is considered secure (NIST SP 800-131A). */
const minRsaBits = 2048

type Rule = {
  readonly kind: string
  readonly level: WarningLevel
  /** With the names of the certificates that it is about, where that is not the key's own. */
  readonly applies: (inspection: InspectedPkcs12, now: number) => boolean | readonly string[]
}

/** In the order in which they are worth reading. */
const rules = [
  { kind: 'expired', level: 'blocking', applies: ({ leaf }, now) => leaf.notAfter < now },
  { kind: 'not-rsa', level: 'blocking', applies: ({ key }) => key.type !== 'RSA' },
  { kind: 'costly-key', level: 'blocking', applies: ({ key }) => isCostlyKey(key) },
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
    kind: 'no-digital-signature',
    level: 'warning',
    applies: ({ leaf }) => leaf.keyUsage.length > 0 && !leaf.keyUsage.includes('digitalSignature'),
  },
  { kind: 'issuer-missing', level: 'warning', applies: missingIssuers },
  { kind: 'issuer-expired', level: 'warning', applies: expiredIssuers },
  { kind: 'odd-dates', level: 'warning', applies: namesWithOddDates },
  { kind: 'unreadable-certificate', level: 'warning', applies: unreadableNames },
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
  /** Of certificates (RFC 4514, or the thumbprint of one that has none). */
  readonly names?: readonly string[]
}

/** All that apply at `now` (epoch seconds), the blocking ones first. */
export function certificateWarnings(
  inspection: InspectedPkcs12,
  now: number,
): readonly CertificateWarning[] {
  return rules.flatMap(({ kind, level, applies }) => {
    const answer = applies(inspection, now)
    if (typeof answer === 'boolean') return answer ? [{ kind, level }] : []
    return answer.length > 0 ? [{ kind, level, names: answer }] : []
  })
}

const issuersOf = ({ chain, unrelatedCertificates }: InspectedPkcs12) =>
  chain.slice(0, chain.length - unrelatedCertificates)

const unrelatedOf = ({ chain, unrelatedCertificates }: InspectedPkcs12) =>
  chain.slice(chain.length - unrelatedCertificates)

/**
 * The issuer of a leaf that stands alone may be a root, which nobody sends; that cannot be told from the
 * leaf. A chain that has begun usually lacks its root only, unless the file holds one that it does not
 * reach.
 */
function missingIssuers(inspection: InspectedPkcs12): readonly string[] {
  const { openEnd } = inspection
  if (!openEnd || openEnd.mayBeUnreadable) return []
  const isMissed =
    issuersOf(inspection).length === 0 || unrelatedOf(inspection).some(({ isCa }) => isCa)
  return isMissed ? [openEnd.issuer] : []
}

function expiredIssuers(inspection: InspectedPkcs12, now: number): readonly string[] {
  return issuersOf(inspection)
    .filter(({ notAfter }) => notAfter < now)
    .map(({ subject }) => subject)
}

function namesWithOddDates({ leaf, chain }: InspectedPkcs12): readonly string[] {
  return [leaf, ...chain]
    .filter(({ hasStandardDates }) => !hasStandardDates)
    .map(({ subject }) => subject)
}

function unreadableNames({ unreadableCertificates }: InspectedPkcs12): readonly string[] {
  return unreadableCertificates.map(({ subject, thumbprint }) => subject || thumbprint)
}

const isWeak = ({ type, bits }: InspectedPkcs12['key']) =>
  type === 'RSA' && bits !== null && bits < minRsaBits

/** Authorities may belong to a chain that has a gap, and are not to be left out then. */
function hasExtraContents(inspection: InspectedPkcs12): boolean {
  const { ignored, openEnd } = inspection
  const strangers = unrelatedOf(inspection).filter(({ isCa }) => !isCa || openEnd === null)
  return ignored.secrets + ignored.crls + ignored.others + strangers.length > 0
}
