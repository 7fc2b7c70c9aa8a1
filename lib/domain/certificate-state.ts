/**
 * What an administrator has to know of a connector's certificates, from what Graph returns: the
 * service itself says which one is active (Graph: pkcs12CertificateInformation), dates are epoch
 * seconds.
 */
import type { Authentication, Certificate } from '@/lib/contract/authentication'
import { clientCertificateAuthenticationType } from '@/lib/contract/authentication'

const secondsPerDay = 86_400

/** From here on an expiry is worth a warning: a month is enough for most renewals. */
const expiryWarningDays = 30

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
  const active = certificates.find(({ isActive }) => isActive)
  return active ? activeState(active, now) : inactiveState(certificates, now)
}

function activeState({ notAfter }: Certificate, now: number): CertificateState {
  const left = notAfter - now
  if (left < 0) return { kind: 'expired', notAfter }
  const days = left < secondsPerDay ? 0 : Math.round(left / secondsPerDay)
  return { kind: days <= expiryWarningDays ? 'expiring' : 'valid', notAfter, days }
}

function inactiveState(certificates: readonly Certificate[], now: number): CertificateState {
  if (certificates.length === 0) return { kind: 'none' }
  const starts = certificates.map(({ notBefore }) => notBefore).filter((start) => start > now)
  if (starts.length > 0) return { kind: 'waiting', notBefore: Math.min(...starts) }
  const ends = certificates.map(({ notAfter }) => notAfter)
  const last = Math.max(...ends)
  return last < now ? { kind: 'expired', notAfter: last } : { kind: 'inactive' }
}

const urgency: Record<CertificateState['kind'], number> = {
  none: 0,
  expired: 1,
  inactive: 2,
  waiting: 3,
  expiring: 4,
  valid: 5,
  notUsed: 6,
}

/** Sorts what needs attention first; within one state, what ends or starts sooner. */
export function compareCertificateStates(one: CertificateState, other: CertificateState): number {
  return urgency[one.kind] - urgency[other.kind] || moment(one) - moment(other)
}

function moment(state: CertificateState): number {
  if ('notAfter' in state) return state.notAfter
  return 'notBefore' in state ? state.notBefore : 0
}
