import { describe, expect, test } from 'vitest'
import { connectorChangesSchema, connectorSchema, newConnectorSchema } from './connector'

const basic = {
  '@odata.type': '#microsoft.graph.basicAuthentication',
  username: 'u',
  password: 'p',
}
const valid = {
  displayName: 'Loyalty lookup',
  targetUrl: 'https://api.example.com/signup',
  authenticationConfiguration: basic,
}

/** The complaints about a new connector as `path: key`. */
function complaints(candidate: unknown): string[] {
  const parsed = newConnectorSchema.safeParse(candidate)
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('a new connector', () => {
  test('is accepted as Graph documents it', () => {
    expect(complaints(valid)).toEqual([])
  })

  test('keeps its type however Microsoft’s samples spell it', () => {
    const authenticationConfiguration = {
      ...basic,
      '@odata.type': 'microsoft.graph.basicAuthentication',
    }

    const parsed = newConnectorSchema.parse({ ...valid, authenticationConfiguration })

    expect(parsed.authenticationConfiguration['@odata.type']).toBe(
      '#microsoft.graph.basicAuthentication',
    )
  })

  test.each([
    ['', 'targetUrlRequired'],
    ['api.example.com', 'targetUrlInvalid'],
    ['http://api.example.com', 'targetUrlHttps'],
    ['ftp://api.example.com', 'targetUrlHttps'],
    ['https:api.example.com', 'targetUrlInvalid'],
    ['https:///api.example.com', 'targetUrlInvalid'],
    ['https://user:pass@api.example.com', 'targetUrlUserinfo'],
    ['https://user@api.example.com', 'targetUrlUserinfo'],
    ['https://:pass@api.example.com', 'targetUrlUserinfo'],
    ['https://api.example.com/#part', 'targetUrlFragment'],
    ['https://api.example.com/a b', 'targetUrlSpace'],
  ])('is refused with the address %j', (targetUrl, key) => {
    expect(complaints({ ...valid, targetUrl })).toEqual([`targetUrl: ${key}`])
  })

  test.each([
    ['', 'displayNameRequired'],
    ['  ', 'displayNameRequired'],
    ['\u200b\u2060', 'displayNameInvisible'],
    ['\u3164', 'displayNameInvisible'],
    ['Loyalty \u202elookup', 'displayNameTurning|right-to-left override, U+202E'],
    ['Loyalty\u2069', 'displayNameTurning|pop directional isolate, U+2069'],
    ['line\nbreak', 'controlCharacter'],
    ['a\u009b31m', 'controlCharacter'],
    ['half \ud83d of a pair', 'controlCharacter'],
  ])('is refused with the name %j', (displayName, key) => {
    expect(complaints({ ...valid, displayName })).toEqual([`displayName: ${key}`])
  })

  // Graph documents no limit of its length.
  test.each([
    'a',
    'a'.repeat(256),
    'Loyalty lookup',
    'מועדון לקוחות',
    'نظام الولاء',
    'می\u200cخواهم',
    '👩\u200d💻 API',
  ])('is accepted with the name %j', (displayName) => {
    expect(complaints({ ...valid, displayName })).toEqual([])
  })

  test.each([
    [{ username: '' }, 'authenticationConfiguration.username: usernameRequired'],
    [{ username: 'a'.repeat(257) }, 'authenticationConfiguration.username: usernameTooLong'],
    [{ password: 'a'.repeat(1025) }, 'authenticationConfiguration.password: passwordTooLong'],
    [{ username: 'a:b' }, 'authenticationConfiguration.username: usernameColon'],
    [{ password: '' }, 'authenticationConfiguration.password: passwordRequired'],
    [{ password: '******' }, 'authenticationConfiguration.password: passwordMask'],
    [{ password: 'line\nbreak' }, 'authenticationConfiguration.password: controlCharacter'],
  ])('is refused with %j', (change, complaint) => {
    const authenticationConfiguration = { ...basic, ...change }

    expect(complaints({ ...valid, authenticationConfiguration })).toEqual([complaint])
  })

  test('accepts an empty certificate password but never a file that is not base64', () => {
    const certificate = { '@odata.type': '#microsoft.graph.pkcs12Certificate', password: '' }
    const withFile = (pkcs12Value: string) => ({
      ...valid,
      authenticationConfiguration: { ...certificate, pkcs12Value },
    })

    expect(complaints(withFile('MIIB'))).toEqual([])
    expect(complaints(withFile('not base64!'))).toEqual([
      'authenticationConfiguration.pkcs12Value: certificateNotBase64',
    ])
  })

  test('refuses what Graph does not know', () => {
    expect(newConnectorSchema.safeParse({ ...valid, id: '1' }).success).toBe(false)
  })
})

describe('changes to a connector', () => {
  test('may be a single property but not nothing', () => {
    expect(connectorChangesSchema.safeParse({ displayName: 'New' }).success).toBe(true)
    expect(connectorChangesSchema.safeParse({}).success).toBe(false)
  })
})

describe('a connector as Graph returns it', () => {
  test('has no field in which a password could come back', () => {
    const received = {
      id: '1',
      displayName: 'A',
      targetUrl: 'https://a.example',
      authenticationConfiguration: { ...basic, password: '******' },
    }

    expect(JSON.stringify(connectorSchema.parse(received))).not.toContain('******')
  })

  test('keeps its certificates when the dates of one cannot be read', () => {
    const listed = { thumbprint: 'AB', isActive: true }
    const inWords = { notBefore: '2024-01-01T00:00:00Z', notAfter: '2026-11-28T00:00:00Z' }
    const good = { thumbprint: 'CD', notBefore: 1, notAfter: 2, isActive: false }
    const type = '#microsoft.graph.clientCertificateAuthentication'
    const connector = connectorSchema.parse({
      id: 'c1',
      displayName: 'ISO dates',
      targetUrl: 'https://a.example',
      authenticationConfiguration: {
        '@odata.type': type,
        certificateList: [{ ...listed, ...inWords }, good],
      },
    })

    expect(connector.authenticationConfiguration).toEqual({
      '@odata.type': type,
      certificateList: [{ ...listed, notBefore: null, notAfter: null }, good],
    })
  })

  test.each([
    ['thumbprint', 5],
    ['isActive', 'true'],
    ['isActive', undefined],
  ])('keeps a certificate whose %s is %o', (name, value) => {
    const certificate = { thumbprint: 'AB', notBefore: 1, notAfter: 2, isActive: true }
    const authenticationConfiguration = {
      '@odata.type': '#microsoft.graph.clientCertificateAuthentication',
      certificateList: [{ ...certificate, [name]: value }],
    }

    expect(
      connectorSchema.parse({ id: 'c1', authenticationConfiguration }).authenticationConfiguration,
    ).toMatchObject({ certificateList: [{ ...certificate, [name]: null }] })
  })

  test('is read even when parts are missing or of a new kind', () => {
    const future = { '@odata.type': '#microsoft.graph.tokenAuthentication', key: 'x' }

    expect(connectorSchema.parse({ id: '1' })).toMatchObject({ displayName: '', targetUrl: '' })
    expect(connectorSchema.parse({ id: '1', authenticationConfiguration: future })).toMatchObject({
      authenticationConfiguration: {
        '@odata.type': 'unknown',
        graphType: '#microsoft.graph.tokenAuthentication',
      },
    })
  })
})
