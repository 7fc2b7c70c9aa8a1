import { describe, expect, test } from 'vitest'
import type { Connector } from '@/lib/contract/connector'
import { changesFrom, emptyValues, fieldOf, lossOf, valuesOf } from './connector-form-values'

const certificate = { thumbprint: 'AB', notBefore: 1, notAfter: 2, isActive: true }

const basic: Connector = {
  id: '1',
  displayName: 'Loyalty lookup',
  targetUrl: 'https://api.example.com/check',
  authenticationConfiguration: {
    '@odata.type': '#microsoft.graph.basicAuthentication',
    username: 'svc',
  },
}

const mutual: Connector = {
  ...basic,
  authenticationConfiguration: {
    '@odata.type': '#microsoft.graph.clientCertificateAuthentication',
    certificateList: [certificate, certificate],
  },
}

describe('editing a connector', () => {
  test('starts without any secret', () => {
    expect(valuesOf(basic)).toEqual({
      ...emptyValues,
      displayName: 'Loyalty lookup',
      targetUrl: 'https://api.example.com/check',
      username: 'svc',
    })
    expect(valuesOf(mutual)).toMatchObject({ authenticationType: 'certificate', pkcs12Value: '' })
  })

  test('sends nothing when nothing was changed', () => {
    expect(changesFrom(valuesOf(basic), basic)).toEqual({})
    expect(changesFrom(valuesOf(mutual), mutual)).toEqual({})
  })

  test('sends a new name alone', () => {
    expect(changesFrom({ ...valuesOf(basic), displayName: 'New' }, basic)).toEqual({
      displayName: 'New',
    })
  })

  test('sends user name and password together when either was touched', () => {
    const sent = { '@odata.type': '#microsoft.graph.basicAuthentication' }

    expect(changesFrom({ ...valuesOf(basic), password: 'p' }, basic)).toEqual({
      authenticationConfiguration: { ...sent, username: 'svc', password: 'p' },
    })
    expect(changesFrom({ ...valuesOf(basic), username: 'new' }, basic)).toEqual({
      authenticationConfiguration: { ...sent, username: 'new', password: '' },
    })
  })

  test('says what is lost', () => {
    const toBasic = { ...valuesOf(mutual), authenticationType: 'basic' as const }
    const toCertificate = { ...valuesOf(basic), authenticationType: 'certificate' as const }
    const replacing = { ...valuesOf(mutual), pkcs12Value: 'MIIB' }

    expect(lossOf(toBasic, mutual)).toEqual({ kind: 'certificateToBasic', count: 2 })
    expect(lossOf(replacing, mutual)).toEqual({ kind: 'replaceCertificates', count: 2 })
    expect(lossOf(toCertificate, basic)).toEqual({ kind: 'basicToCertificate' })
    expect(lossOf({ ...valuesOf(basic), password: 'p' }, basic)).toBeNull()
    expect(lossOf(valuesOf(mutual), mutual)).toBeNull()
  })
})

test.each([
  [['displayName'], 'basic', 'displayName'],
  [['authenticationConfiguration', 'username'], 'basic', 'username'],
  [['authenticationConfiguration', 'password'], 'basic', 'password'],
  [['authenticationConfiguration', 'password'], 'certificate', 'certificatePassword'],
  [['authenticationConfiguration', 'pkcs12Value'], 'certificate', 'pkcs12Value'],
  [[], 'basic', 'root'],
] as const)('a complaint about %j (%s) is shown at %s', (path, choice, field) => {
  expect(fieldOf(path, { authenticationType: choice })).toBe(field)
})
