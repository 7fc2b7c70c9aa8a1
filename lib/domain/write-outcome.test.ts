import { describe, expect, test } from 'vitest'
import type { Connector, ConnectorChanges } from '@/lib/contract/connector'
import { createdSince, sightingOfChanges, sightingOfUpload, thumbprintsOf } from './write-outcome'

type Authentication = Connector['authenticationConfiguration']

const [one, other] = ['AB'.repeat(20), 'CD'.repeat(20)]

const certificates = (...thumbprints: readonly (string | null)[]) =>
  ({
    '@odata.type': '#microsoft.graph.clientCertificateAuthentication',
    certificateList: thumbprints.map((thumbprint) => ({
      thumbprint,
      notBefore: 1,
      notAfter: 2,
      isActive: true,
    })),
  }) as unknown as Authentication

const basic = (username: string | null) =>
  ({
    '@odata.type': '#microsoft.graph.basicAuthentication',
    username,
  }) as Authentication

const connector = (changes: Partial<Connector> = {}): Connector => ({
  id: 'c-1',
  displayName: 'Loyalty',
  targetUrl: 'https://api.example.com/',
  authenticationConfiguration: basic('svc'),
  ...changes,
})

describe('a creation has left behind', () => {
  const wanted = { displayName: 'Loyalty', targetUrl: 'https://api.example.com/' }
  const found = (known: readonly string[], ...now: readonly Connector[]) =>
    createdSince(new Set(known), now, wanted).map(({ id }) => id)

  test('what is new, with the name and the endpoint that were asked for', () => {
    expect(found(['c-0'], connector({ id: 'c-0' }), connector())).toEqual(['c-1'])
    expect(found([], connector(), connector({ id: 'c-2' }))).toEqual(['c-1', 'c-2'])
  })

  test('nothing of another name or endpoint', () => {
    expect(found([], connector({ displayName: 'loyalty' }))).toEqual([])
    expect(found([], connector({ targetUrl: 'https://api.example.com' }))).toEqual([])
  })
})

describe('a change', () => {
  const sighting = (now: Partial<Connector>, changes: ConnectorChanges, thumbprint?: string) =>
    sightingOfChanges(connector(now), changes, thumbprint ?? null)

  const password = {
    authenticationConfiguration: {
      '@odata.type': '#microsoft.graph.basicAuthentication',
      username: 'svc',
      password: 'secret',
    },
  } as const
  const file = {
    authenticationConfiguration: {
      '@odata.type': '#microsoft.graph.pkcs12Certificate',
      pkcs12Value: 'MIIB',
      password: '',
    },
  } as const

  test.each<[string, Partial<Connector>, ConnectorChanges, string]>([
    ['of the name is there', {}, { displayName: 'Loyalty' }, 'happened'],
    ['of the name is not', {}, { displayName: 'New' }, 'notSeen'],
    ['of the endpoint is there', {}, { targetUrl: 'https://api.example.com/' }, 'happened'],
    ['of the endpoint is not', {}, { targetUrl: 'https://new.example.com/' }, 'notSeen'],
    [
      'of one of the two is not',
      {},
      { displayName: 'Loyalty', targetUrl: 'https://new.example.com/' },
      'notSeen',
    ],
    // The password itself cannot be read back.
    ['of the password with the same user name is hidden', {}, password, 'hidden'],
    [
      'of the user name is not there',
      { authenticationConfiguration: basic('other') },
      password,
      'notSeen',
    ],
    [
      'to a password is not there where certificates still are',
      { authenticationConfiguration: certificates(one) },
      password,
      'notSeen',
    ],
    ['of name and password is not there', {}, { displayName: 'New', ...password }, 'notSeen'],
  ])('%s', (_what, ...[now, changes, expected]) => {
    expect(sighting(now, changes)).toBe(expected)
  })

  test.each<[string, Authentication, string, string]>([
    ['is there where it is the only one', certificates(one), one, 'happened'],
    [
      'is there in whatever letters',
      certificates(one.toLowerCase()),
      one.toLowerCase(),
      'happened',
    ],
    ['is not there beside another', certificates(other, one), one, 'notSeen'],
    ['is not there where another is', certificates(other), one, 'notSeen'],
    ['is not there where a password still is', basic('svc'), one, 'notSeen'],
    ['is not there where Graph tells no thumbprint', certificates(null), one, 'notSeen'],
  ])('to a certificate %s', (_what, ...[authenticationConfiguration, thumbprint, expected]) => {
    expect(sighting({ authenticationConfiguration }, file, thumbprint)).toBe(expected)
  })
})

describe('an upload', () => {
  const sighting = (now: Authentication, before: readonly string[]) =>
    sightingOfUpload(connector({ authenticationConfiguration: now }), one.toLowerCase(), before)

  test.each<[string, Authentication, string[], string]>([
    ['is there', certificates(other, one), [other], 'happened'],
    ['is not there', certificates(other), [other], 'notSeen'],
    ['is not there, though it was before', certificates(other), [one], 'notSeen'],
    ['of what was there before cannot be seen', certificates(one), [one], 'hidden'],
    ['is not there where a password is', basic('svc'), [], 'notSeen'],
  ])('%s', (_what, ...[now, before, expected]) => {
    expect(sighting(now, before)).toBe(expected)
  })
})

test('thumbprints are told in upper case, and a missing one as none', () => {
  const authenticationConfiguration = certificates('ab', null)

  expect(thumbprintsOf(connector({ authenticationConfiguration }))).toEqual(['AB', ''])
  expect(thumbprintsOf(connector())).toEqual([])
})
