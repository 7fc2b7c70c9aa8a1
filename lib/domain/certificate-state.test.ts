import { describe, expect, test } from 'vitest'
import type { Authentication, Certificate, ListedCertificate } from '@/lib/contract/authentication'
import { certificatePhase, certificateState, compareCertificateStates } from './certificate-state'

const now = 1_800_000_000
const day = 86_400

function certificate(fromDay: number, toDay: number, isActive = false): Certificate {
  return { thumbprint: 'AB', notBefore: now + fromDay * day, notAfter: now + toDay * day, isActive }
}

const unreadable = (isActive: boolean | null): ListedCertificate => ({
  thumbprint: 'CD',
  notBefore: null,
  notAfter: null,
  isActive,
})

function connectorWith(...certificateList: ListedCertificate[]): Authentication {
  return { '@odata.type': '#microsoft.graph.clientCertificateAuthentication', certificateList }
}

describe('the certificate state of a connector', () => {
  test.each([
    ['is not used with Basic authentication', undefined, { kind: 'notUsed' }],
    ['is none without any certificate', [], { kind: 'none' }],
    ['is valid far from expiry', [certificate(-10, 300, true)], { kind: 'valid', days: 300 }],
    ['is expiring 30 days before', [certificate(-10, 30, true)], { kind: 'expiring', days: 30 }],
    [
      'counts six days from the moment it has a little less',
      [certificate(-10, 5.99, true)],
      { kind: 'expiring', days: 6 },
    ],
    ['counts the last day as 0', [certificate(-10, 0.5, true)], { kind: 'expiring', days: 0 }],
    [
      'is expired although Graph still says active',
      [certificate(-10, -1, true)],
      { kind: 'expired', notAfter: now - day },
    ],
    [
      'is expired since the last of all expired',
      [certificate(-90, -60), certificate(-60, -2)],
      { kind: 'expired', notAfter: now - 2 * day },
    ],
    [
      'is waiting for the earliest start',
      [certificate(9, 90), certificate(3, 90), certificate(-60, -2)],
      { kind: 'waiting', notBefore: now + 3 * day },
    ],
    ['is inactive when valid but not active', [certificate(-1, 9)], { kind: 'inactive' }],
    ['is unreadable when the active one is', [unreadable(true)], { kind: 'unreadable' }],
    [
      'is that of the active one beside one that cannot be read',
      [unreadable(false), certificate(-10, 300, true)],
      { kind: 'valid', days: 300 },
    ],
    [
      'is unreadable when the only one says neither yes nor no',
      [{ ...certificate(-10, 300), isActive: null }],
      { kind: 'unreadable' },
    ],
    [
      'is that of the active one beside one that says neither',
      [{ ...certificate(-10, 90), isActive: null }, certificate(-10, 300, true)],
      { kind: 'valid', days: 300 },
    ],
    ['is inactive when none is active or readable', [unreadable(false)], { kind: 'inactive' }],
  ])('%s', (_title, certificates, expected) => {
    const authentication: Authentication = certificates
      ? connectorWith(...certificates)
      : { '@odata.type': '#microsoft.graph.basicAuthentication', username: 'u' }

    expect(certificateState(authentication, now)).toMatchObject(expected)
  })

  test('sorts what needs attention first', () => {
    const states = [
      certificateState(connectorWith(certificate(-1, 300, true)), now),
      certificateState(connectorWith(certificate(-1, 6, true)), now),
      certificateState(connectorWith(certificate(-9, -1)), now),
      certificateState(connectorWith(certificate(-1, 20, true)), now),
    ]

    const kinds = states
      .toSorted(compareCertificateStates)
      .map((state) => [state.kind, 'days' in state ? state.days : null])

    expect(kinds).toEqual([
      ['expired', null],
      ['expiring', 6],
      ['expiring', 20],
      ['valid', 300],
    ])
  })
})

test.each([
  [certificate(-1, 1, true), 'active'],
  [certificate(-1, 1), 'standby'],
  [certificate(-9, -1), 'expired'],
  [certificate(1, 9), 'waiting'],
] as const)('one certificate is in its phase (%#)', (value, phase) => {
  expect(certificatePhase(value, now)).toBe(phase)
})
