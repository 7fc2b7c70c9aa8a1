import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  basicAuthenticationType,
  clientCertificateAuthenticationType,
  pkcs12CertificateType,
} from '@/lib/contract/authentication'
import { connectorSchema, type Connector, type ConnectorChanges } from '@/lib/contract/connector'
import { certificateDifference, foreignChanges } from './connector-conflict'
import type { ConnectorField } from './connector-fields'

const basic = (username: string) => ({ '@odata.type': basicAuthenticationType, username }) as const
const certificates = (...list: readonly [thumbprint: string, isActive: boolean][]) => ({
  '@odata.type': clientCertificateAuthenticationType,
  certificateList: list.map(([thumbprint, isActive]) => ({
    thumbprint,
    isActive,
    notBefore: 1,
    notAfter: 2,
  })),
})
const connector = (changes: object = {}): Connector =>
  connectorSchema.parse({
    id: 'c1',
    displayName: 'Loyalty',
    targetUrl: 'https://api.contoso.example/',
    authenticationConfiguration: basic('svc'),
    ...changes,
  })
const opened = connector()
const newPassword = (username: string): ConnectorChanges => ({
  authenticationConfiguration: { ...basic(username), password: 'p' },
})
const newFile: ConnectorChanges = {
  authenticationConfiguration: {
    '@odata.type': pkcs12CertificateType,
    pkcs12Value: 'AA==',
    password: '',
  },
}

const kept = (field: ConnectorField) => ({ field, isConflict: false })
const conflict = (field: ConnectorField) => ({ field, isConflict: true })

describe('what others have changed since a connector was opened', () => {
  const one = { authenticationConfiguration: certificates(['A', true]) }
  const two = { authenticationConfiguration: certificates(['A', false], ['B', true]) }
  const standby = { authenticationConfiguration: certificates(['A', true], ['B', false]) }
  const reversed = { authenticationConfiguration: certificates(['B', false], ['A', true]) }
  const user = (username: string) => ({ authenticationConfiguration: basic(username) })
  const renamed = (displayName: string) => ({ displayName })
  const moved = { targetUrl: 'https://b.example/' }
  const newKind = { authenticationConfiguration: { '@odata.type': '#new' } }
  const rename = { displayName: 'Mine' }

  type Row = { before: object; after: object; changes: ConnectorChanges; found: object[] }
  const rows: Record<string, Row> = {
    nothing: { before: {}, after: {}, changes: rename, found: [] },
    'another field': { before: {}, after: moved, changes: rename, found: [kept('targetUrl')] },
    'the same field, to something else': {
      before: {},
      after: renamed('Theirs'),
      changes: rename,
      found: [conflict('displayName')],
    },
    'the same field, to the same': {
      before: {},
      after: renamed('Mine'),
      changes: rename,
      found: [],
    },
    'the user name under a new password': {
      before: {},
      after: user('theirs'),
      changes: newPassword('svc'),
      found: [conflict('authentication')],
    },
    'the user name, as the edit has it': {
      before: {},
      after: user('mine'),
      changes: newPassword('mine'),
      found: [],
    },
    'a certificate added, which the edit leaves alone': {
      before: one,
      after: two,
      changes: rename,
      found: [kept('authentication')],
    },
    'a certificate added, which the edit would remove': {
      before: one,
      after: two,
      changes: newFile,
      found: [conflict('authentication')],
    },
    'the certificate in use': {
      before: standby,
      after: two,
      changes: rename,
      found: [kept('authentication')],
    },
    'the order of certificates': { before: standby, after: reversed, changes: newFile, found: [] },
    'the kind of authentication': {
      before: {},
      after: one,
      changes: newPassword('svc'),
      found: [conflict('authentication')],
    },
    'to a kind that the portal does not know': {
      before: {},
      after: newKind,
      changes: rename,
      found: [kept('authentication')],
    },
  }
  it.each(Object.entries(rows))('%s', (_name, { before, after, changes, found }) => {
    const edit = { opened: connector(before), now: connector(after), changes }
    expect(foreignChanges(edit)).toEqual(found)
  })
})

it('names the certificates that have come and gone', () => {
  const before = connector({ authenticationConfiguration: certificates(['A', true], ['B', false]) })
  const after = connector({ authenticationConfiguration: certificates(['B', true], ['C', false]) })
  expect(certificateDifference(before, after)).toEqual({ added: ['C'], removed: ['A'] })
  expect(certificateDifference(opened, before)).toEqual({ added: ['A', 'B'], removed: [] })
})

describe('for any edit', () => {
  const word = fc.constantFrom('a', 'b', 'c')
  const authentication = fc.oneof(
    word.map(basic),
    fc
      .uniqueArray(word)
      .map((list) => certificates(...list.map((name): [string, boolean] => [name, false]))),
  )
  const anyConnector = fc
    .record({ displayName: word, targetUrl: word, authenticationConfiguration: authentication })
    .map(connector)
  const anyChanges: fc.Arbitrary<ConnectorChanges> = fc.record(
    {
      displayName: word,
      targetUrl: word,
      authenticationConfiguration: word.map((username) => ({ ...basic(username), password: 'p' })),
    },
    { requiredKeys: [] },
  )
  const anyEdit = fc.record({ opened: anyConnector, now: anyConnector, changes: anyChanges })
  const propertyOf = (field: ConnectorField) =>
    field === 'authentication' ? 'authenticationConfiguration' : field

  it('what nobody else has changed is never asked about', () => {
    fc.assert(
      fc.property(anyConnector, anyChanges, (same, changes) => {
        expect(foreignChanges({ opened: same, now: connector({ ...same }), changes })).toEqual([])
      }),
    )
  })

  it('sending what is not in conflict leaves what others have changed', () => {
    fc.assert(
      fc.property(anyEdit, (edit) => {
        const found = foreignChanges(edit)
        const sent = Object.keys(edit.changes).filter(
          (name) =>
            !found.some(({ field, isConflict }) => isConflict && propertyOf(field) === name),
        )
        for (const { field } of found) expect(sent).not.toContain(propertyOf(field))
      }),
    )
  })

  it('a value that would replace another person’s is always a conflict', () => {
    fc.assert(
      fc.property(anyEdit, ({ opened: before, now, changes }) => {
        const { displayName } = changes
        const isReplaced =
          before.displayName !== now.displayName &&
          displayName !== undefined &&
          displayName !== now.displayName
        const found = foreignChanges({ opened: before, now, changes })
        const isAsked = found.some(({ field, isConflict }) => field === 'displayName' && isConflict)
        expect(isAsked).toBe(isReplaced)
      }),
    )
  })
})
