/**
 * What an administrator has to know of a connector's certificates, from what Graph returns: the
 * service itself says which one is active (Graph: pkcs12CertificateInformation), dates are epoch
 * seconds.
 */
import {
  clientCertificateAuthenticationType,
  isReadable,
  type Authentication,
  type Certificate,
  type ListedCertificate,
} from '@/lib/contract/authentication'
import { daysLeft, endsSoon } from './expiry'

export type CertificatePhase = 'active' | 'standby' | 'expired' | 'waiting'

/** Where one certificate is in its life at `now` (epoch seconds). */
export function certificatePhase(certificate: Certificate, now: number): CertificatePhase {
  if (certificate.isActive) return 'active'
  if (certificate.notAfter < now) return 'expired'
  return certificate.notBefore > now ? 'waiting' : 'standby'
}

export type CertificateState =
  | { readonly kind: 'notUsed' }
  | { readonly kind: 'none' }
  | { readonly kind: 'expired'; readonly notAfter: number }
  | { readonly kind: 'waiting'; readonly notBefore: number }
  | { readonly kind: 'inactive' }
  /** One is or may be active, but what Graph says of it cannot be read. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'expiring' | 'valid'; readonly notAfter: number; readonly days: number }

/**
 * One state for a whole connector at `now` (epoch seconds). `days` are the days left, rounded;
 * within the last day they are 0. Without an active certificate sign-up fails, so the reason is
 * told apart: all expired, the next one not valid yet, or none at all.
 */
export function certificateState(authentication: Authentication, now: number): CertificateState {
  if (authentication['@odata.type'] !== clientCertificateAuthenticationType) {
    return { kind: 'notUsed' }
  }
  const certificates = authentication.certificateList
  const active = activeCertificate(certificates)
  if (active) return isReadable(active) ? activeState(active, now) : { kind: 'unreadable' }
  if (certificates.length === 0) return { kind: 'none' }
  return inactiveState(certificates.filter(isReadable), now)
}

/** The active one, or one of which Graph does not say that it is none. */
export const activeCertificate = (
  certificates: readonly ListedCertificate[],
): ListedCertificate | undefined =>
  certificates.find(({ isActive }) => isActive) ??
  certificates.find(({ isActive }) => isActive === null)

function activeState({ notAfter }: Certificate, now: number): CertificateState {
  const left = notAfter - now
  if (left < 0) return { kind: 'expired', notAfter }
  return { kind: endsSoon(left) ? 'expiring' : 'valid', notAfter, days: daysLeft(left) }
}

function inactiveState(certificates: readonly Certificate[], now: number): CertificateState {
  const starts = certificates.map(({ notBefore }) => notBefore).filter((start) => start > now)
  if (starts.length > 0) return { kind: 'waiting', notBefore: Math.min(...starts) }
  const ends = certificates.map(({ notAfter }) => notAfter)
  const last = Math.max(...ends)
  const isPast = ends.length > 0 && last < now
  return isPast ? { kind: 'expired', notAfter: last } : { kind: 'inactive' }
}

const urgency: Record<CertificateState['kind'], number> = {
  none: 0,
  expired: 1,
  inactive: 2,
  waiting: 3,
  unreadable: 4,
  expiring: 5,
  valid: 6,
  notUsed: 7,
}

/** Sorts what needs attention first; within one state, what ends or starts sooner. */
export function compareCertificateStates(one: CertificateState, other: CertificateState): number {
  const rank = urgency[one.kind] - urgency[other.kind]
  return rank || (momentOfState(one) ?? 0) - (momentOfState(other) ?? 0)
}

/** When it ends, ended or begins, epoch seconds; null where a state is about no moment. */
export function momentOfState(state: CertificateState): number | null {
  if ('notAfter' in state) return state.notAfter
  return 'notBefore' in state ? state.notBefore : null
}
