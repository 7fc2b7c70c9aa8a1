/**
 * What an upload does to the certificates of a connector, told before it happens. The service's
 * rule: of the certificates whose validity holds the moment, the one uploaded last is active
 * (Graph: pkcs12CertificateInformation). Graph does not tell in which order they were uploaded, so
 * between two present certificates only `isActive` does.
 */
import type { Certificate } from '@/lib/contract/authentication'

/** Dates are epoch seconds; both belong to the validity. */
export type CertificateCandidate = {
  readonly thumbprint: string
  readonly notBefore: number
  readonly notAfter: number
}

/** `add` keeps what is there (uploadClientCertificate), `replace` removes it (PATCH). */
export type RotationMode = 'add' | 'replace'

export type Rotation = {
  readonly present: readonly Certificate[]
  readonly candidate: CertificateCandidate
  readonly mode: RotationMode
  /** Epoch seconds. */
  readonly now: number
}

/** A stretch of time in which the same certificate is active; `until` is its first second no more. */
export type RotationPhase = {
  readonly from: number
  readonly until: number
  /** Nobody's, one's, or one of several's: then the order of their upload decides. */
  readonly thumbprints: readonly string[]
}

export type RotationForecast = {
  /** Whether the new certificate is active at once, from its start on, or never. */
  readonly effect: 'active' | 'scheduled' | 'expired'
  /** Which certificate is active right after the upload, as far as that is sure. */
  readonly activeAfterwards: readonly string[]
  /** The active certificate of before; null if there was none. */
  readonly formerlyActive: Certificate | null
  /** The connector has this certificate already. */
  readonly isDuplicate: boolean
  /** It would take over from one that starts later, so perhaps it is the wrong file. */
  readonly isOlder: boolean
  /** From now until nothing is valid any more. */
  readonly phases: readonly RotationPhase[]
  /** The phases without an active certificate: sign-up fails where the connector is used. */
  readonly gaps: readonly RotationPhase[]
}

type Span = CertificateCandidate

/** Thumbprints are compared in capitals, as Graph shows them. */
const normal = (thumbprint: string | null | undefined) => (thumbprint ?? '').toUpperCase()

const isValidAt = ({ notBefore, notAfter }: Span, moment: number) =>
  notBefore <= moment && moment <= notAfter

export function forecastRotation({ present, candidate, mode, now }: Rotation): RotationForecast {
  const added = { ...candidate, thumbprint: normal(candidate.thumbprint) }
  const formerlyActive = present.find(({ isActive }) => isActive) ?? null
  const kept = mode === 'replace' ? [] : present.filter((other) => !isSame(other, added))
  const phases = phasesOf({ added, kept, formerlyActive, now })
  return {
    effect: effectOf(added, now),
    activeAfterwards: phases[0]?.thumbprints ?? [],
    formerlyActive,
    isDuplicate: present.some((other) => isSame(other, added)),
    isOlder: formerlyActive !== null && isOlderThan(added, formerlyActive),
    phases,
    gaps: phases.filter(({ thumbprints }) => thumbprints.length === 0),
  }
}

const isSame = (certificate: Certificate, { thumbprint }: Span) =>
  normal(certificate.thumbprint) === thumbprint

const isOlderThan = (added: Span, active: Certificate) =>
  !isSame(active, added) && added.notBefore < active.notBefore

function effectOf(added: Span, now: number): RotationForecast['effect'] {
  if (added.notAfter < now) return 'expired'
  return added.notBefore > now ? 'scheduled' : 'active'
}

type Situation = {
  readonly added: Span
  readonly kept: readonly Certificate[]
  readonly formerlyActive: Certificate | null
  readonly now: number
}

function phasesOf(situation: Situation): RotationPhase[] {
  const { added, kept, now } = situation
  const changes = [added, ...kept].flatMap(({ notBefore, notAfter }) => [notBefore, notAfter + 1])
  const moments = [...new Set([now, ...changes.filter((moment) => moment > now)])].sort(
    (one, other) => one - other,
  )
  const phases = moments.slice(0, -1).map((from, index) => ({
    from,
    until: moments[index + 1] ?? from,
    thumbprints: activeAt(situation, from),
  }))
  return joinAlike(phases)
}

/** The new certificate is the last upload: wherever it is valid, it is the one. */
function activeAt({ added, kept, formerlyActive, now }: Situation, moment: number): string[] {
  if (isValidAt(added, moment)) return [added.thumbprint]
  const valid = kept.filter((certificate) => isValidAt(spanOf(certificate), moment))
  const wasBeaten = (certificate: Certificate) =>
    formerlyActive !== null &&
    valid.includes(formerlyActive) &&
    certificate !== formerlyActive &&
    isValidAt(spanOf(certificate), now)
  return valid.filter((certificate) => !wasBeaten(certificate)).map((one) => normal(one.thumbprint))
}

const spanOf = (certificate: Certificate): Span => ({
  ...certificate,
  thumbprint: normal(certificate.thumbprint),
})

function joinAlike(phases: readonly RotationPhase[]): RotationPhase[] {
  const joined: RotationPhase[] = []
  for (const phase of phases) {
    const last = joined.at(-1)
    if (last && last.thumbprints.join() === phase.thumbprints.join()) {
      joined[joined.length - 1] = { ...last, until: phase.until }
    } else joined.push(phase)
  }
  return joined
}

/** True for a rotation that cannot be taken back, or leaves sign-up without a certificate. */
export const needsConfirmation = (
  { gaps }: RotationForecast,
  { mode, present }: Pick<Rotation, 'mode' | 'present'>,
): boolean => gaps.length > 0 || (mode === 'replace' && present.length > 0)

export type RotationOutcome =
  | { readonly kind: 'asForecast'; readonly active: string | null }
  | {
      readonly kind: 'different'
      readonly expected: readonly string[]
      readonly active: string | null
    }
  | { readonly kind: 'missing'; readonly active: string | null }

/** Whether the connector, read after the upload, is as `forecast` said; `active` is a thumbprint. */
export function compareWithForecast(
  forecast: RotationForecast,
  candidate: CertificateCandidate,
  afterwards: readonly Certificate[],
): RotationOutcome {
  const found = afterwards.find(({ isActive }) => isActive)
  const active = found ? normal(found.thumbprint) : null
  const isThere = afterwards.some((one) => normal(one.thumbprint) === normal(candidate.thumbprint))
  if (!isThere) return { kind: 'missing', active }
  const expected = forecast.activeAfterwards
  const isExpected = active === null ? expected.length === 0 : expected.includes(active)
  return isExpected ? { kind: 'asForecast', active } : { kind: 'different', expected, active }
}
