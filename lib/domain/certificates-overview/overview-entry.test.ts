import { expect, test } from 'vitest'
import type { Authentication, Certificate, ListedCertificate } from '@/lib/contract/authentication'
import { countNeedingAttention } from './attention'
import { compareEntries, entryGroups, overviewEntries, type OverviewEntry } from './overview-entry'

const now = 1_800_000_000
const day = 86_400

const certificate = (fromDay: number, untilDay: number, isActive = false): Certificate => ({
  thumbprint: `${fromDay}`,
  notBefore: now + fromDay * day,
  notAfter: now + untilDay * day,
  isActive,
})

const withCertificates = (...certificateList: ListedCertificate[]): Authentication => ({
  '@odata.type': '#microsoft.graph.clientCertificateAuthentication',
  certificateList,
})

const basic: Authentication = { '@odata.type': '#microsoft.graph.basicAuthentication' }

const active = certificate(-100, 200, true)
const endsSoon = certificate(-100, 6, true)
const standby = certificate(-200, 100)
const staged = certificate(10, 400)
const stagedLater = certificate(20, 500)
const old = certificate(-500, -300)
const older = certificate(-800, -600)

/** Each entry as "thumbprint group kind", the leading one with a star. */
const entriesOf = (authentication: Authentication) =>
  overviewEntries(authentication, now).map(
    ({ certificate: one, group, state, isLeading }) =>
      `${isLeading ? '*' : ''}${one?.thumbprint ?? 'none'} ${group} ${state.kind}`,
  )

test.each([
  ['an active one', [active], ['*-100 later valid']],
  ['an old one beside it', [old, active], ['*-100 later valid', '-500 past expired']],
  ['a standby beside it', [standby, active], ['*-100 later valid', '-200 standby standby']],
  ['a staged one beside it', [endsSoon, staged], ['*-100 urgent expiring', '10 waiting staged']],
  ['an active one that has ended', [certificate(-9, -1, true)], ['*-9 expired expired']],
  [
    'an active one that cannot be read',
    [{ ...active, notAfter: null }, standby],
    ['*none unreadable unreadable', '-200 standby standby'],
  ],
  [
    'another that cannot be read',
    [{ ...standby, notBefore: null }, active],
    ['*-100 later valid', 'none unreadable unreadable'],
  ],
  [
    'two that say neither yes nor no',
    [
      { ...standby, isActive: null },
      { ...active, isActive: null },
    ],
    ['*none unreadable unreadable', 'none unreadable unreadable'],
  ],
  ['only expired ones', [older, old], ['*-500 expired expired', '-800 past expired']],
  ['only staged ones', [stagedLater, staged], ['*10 noneActive waiting', '20 waiting staged']],
  ['an old and a staged one', [old, staged], ['*10 noneActive waiting', '-500 past expired']],
  ['a valid one that is not active', [standby], ['*-200 noneActive inactive']],
  [
    'an old and an inactive one',
    [old, standby],
    ['*-200 noneActive inactive', '-500 past expired'],
  ],
  ['none', [], ['*none noneActive none']],
])('of a connector with %s, each counts in its own group', (_title, certificates, expected) => {
  expect(entriesOf(withCertificates(...certificates))).toEqual(expected)
})

test.each<[string, Authentication]>([
  ['Basic', basic],
  ['unknown', { '@odata.type': 'unknown', graphType: '#new' }],
])('a connector with %s authentication has no entry', (_title, authentication) => {
  expect(entriesOf(authentication)).toEqual([])
})

test('what needs somebody comes first, and within a group what ends sooner', () => {
  const entries = [
    withCertificates(active, old),
    withCertificates(staged),
    withCertificates(certificate(-9, 5, true)),
    withCertificates(certificate(-9, 3, true)),
    withCertificates(old),
    withCertificates(),
  ].flatMap((authentication) => overviewEntries(authentication, now))

  const sorted = entries
    .map((entry) => ({ entry, isUsed: false }))
    .toSorted(compareEntries)
    .map(({ entry }) => entry)

  const described = ({ group, certificate: one }: OverviewEntry) => [
    group,
    one ? (one.notAfter - now) / day : null,
  ]
  expect(sorted.map(described)).toEqual([
    ['noneActive', null],
    ['noneActive', 400],
    ['expired', -300],
    ['urgent', 3],
    ['urgent', 5],
    ['later', 200],
    ['past', -300],
  ])
})

test('within a group, what user flows call comes before what they do not', () => {
  const ending = (days: number, isUsed: boolean) =>
    overviewEntries(withCertificates(certificate(-9, days, true)), now).map((entry) => ({
      entry,
      isUsed,
    }))
  const sorted = [...ending(3, false), ...ending(5, true), ...ending(20, true)].toSorted(
    compareEntries,
  )
  expect(sorted.map(({ entry, isUsed }) => [entry.group, isUsed])).toEqual([
    ['urgent', true],
    ['urgent', false],
    ['soon', true],
  ])
})

test('what is not in use comes after the groups of connectors', () => {
  expect(entryGroups.slice(-2)).toEqual(['standby', 'past'])
})

test.each([
  ['no certificate', withCertificates(), 1],
  ['none active', withCertificates(standby), 1],
  ['all expired', withCertificates(old, older), 1],
  ['6 days left', withCertificates(endsSoon, staged), 1],
  ['30 days left', withCertificates(certificate(-9, 30, true)), 1],
  ['31 days left', withCertificates(certificate(-9, 31, true)), 0],
  ['a long time left', withCertificates(active, old), 0],
  ['one that has yet to begin', withCertificates(staged), 1],
  ['no use for certificates', basic, 0],
])('a connector with %s is counted or not', (_title, authenticationConfiguration, expected) => {
  const connector = { id: '1', displayName: 'One', targetUrl: '', authenticationConfiguration }

  expect(countNeedingAttention([connector], now)).toBe(expected)
})
