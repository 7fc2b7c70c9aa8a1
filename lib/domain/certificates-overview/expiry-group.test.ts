import { expect, test } from 'vitest'
import type { Authentication } from '@/lib/contract/authentication'
import { certificateState, type CertificateState } from '../certificate-state'
import { expiryGroup, expiryGroups } from './expiry-group'

const now = 1_800_000_000
const day = 86_400

test.each<[CertificateState, string | null]>([
  [{ kind: 'notUsed' }, null],
  [{ kind: 'none' }, 'noneActive'],
  [{ kind: 'inactive' }, 'noneActive'],
  [{ kind: 'expired', notAfter: now }, 'expired'],
  [{ kind: 'waiting', notBefore: now }, 'noneActive'],
])('the state %j belongs to %s', (state, group) => {
  expect(expiryGroup(state)).toBe(group)
})

test.each([
  [-1, 'expired'],
  [0.5, 'urgent'],
  [7, 'urgent'],
  [7.4, 'urgent'],
  [8, 'soon'],
  [30, 'soon'],
  [31, 'ahead'],
  [60, 'ahead'],
  [61, 'later'],
  [3000, 'later'],
])('a certificate that has %d days left belongs to %s', (days, group) => {
  const certificate = { notBefore: 0, notAfter: now + days * day, isActive: true }
  const authentication: Authentication = {
    '@odata.type': '#microsoft.graph.clientCertificateAuthentication',
    certificateList: [certificate],
  }

  expect(expiryGroup(certificateState(authentication, now))).toBe(group)
})

test('the groups come in the order of need', () => {
  expect(expiryGroups.map((group) => group)).toEqual([
    ...['noneActive', 'expired', 'unreadable', 'urgent', 'soon', 'ahead', 'later'],
  ])
})
