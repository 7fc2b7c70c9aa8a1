import { afterEach, describe, expect, it, vi } from 'vitest'
import { readConfiguration, type ReadyConfiguration } from './configuration'

const clientId = '6f1e2d3c-4b5a-4978-8675-64534231201f'

const ready = (variables: Record<string, string>): ReadyConfiguration => {
  const configuration = readConfiguration({ AZURE_CLIENT_ID: clientId, ...variables })
  if (configuration.kind === 'incomplete') throw new Error(JSON.stringify(configuration.problems))
  return configuration
}

const problems = (variables: Record<string, string | undefined>) => {
  const configuration = readConfiguration({ AZURE_CLIENT_ID: clientId, ...variables })
  return configuration.kind === 'incomplete' ? configuration.problems : []
}

describe('a configuration', () => {
  it('needs nothing but the client id', () => {
    expect(ready({})).toMatchObject({
      graphRoot: 'https://graph.microsoft.com',
      graphVersion: 'v1.0',
      portalOrigin: 'http://localhost:3000',
      logLevel: 'info',
      isDemo: false,
      isDevelopment: false,
      signIn: {
        clientId,
        authority: 'https://login.microsoftonline.com/organizations',
        knownAuthorities: [],
      },
      signInOrigin: 'https://login.microsoftonline.com',
      connectorTests: { allowedHosts: [], allowedPorts: [443, 8443] },
      trustedProxies: 0,
    })
  })

  it('has a contact for reports only if somebody has named one', () => {
    expect(ready({}).securityContact).toBeNull()
    for (const contact of ['mailto:security@contoso.example', 'https://contoso.example/report']) {
      expect(ready({ SECURITY_CONTACT: contact }).securityContact).toBe(contact)
    }
    for (const wrong of [
      'security@contoso.example',
      'http://a.example',
      'https://a.example\nX: y',
    ]) {
      expect(problems({ SECURITY_CONTACT: wrong })).toMatchObject([
        { variable: 'SECURITY_CONTACT' },
      ])
    }
  })

  it('counts the proxies it may believe', () => {
    expect(ready({ TRUSTED_PROXIES: '2' }).trustedProxies).toBe(2)
    for (const wrong of ['-1', '10', 'true', '1.5']) {
      expect(problems({ TRUSTED_PROXIES: wrong })).toMatchObject([{ variable: 'TRUSTED_PROXIES' }])
    }
  })

  it.each([
    ['global', 'https://graph.microsoft.com', 'https://login.microsoftonline.com'],
    ['usgov', 'https://graph.microsoft.us', 'https://login.microsoftonline.us'],
    ['usgovdod', 'https://dod-graph.microsoft.us', 'https://login.microsoftonline.us'],
    ['china', 'https://microsoftgraph.chinacloudapi.cn', 'https://login.chinacloudapi.cn'],
  ])('knows the addresses of the %s cloud', (cloud, graphRoot, loginOrigin) => {
    const configuration = ready({ AZURE_CLOUD: cloud, AZURE_TENANT_ID: 'contoso.example' })

    expect(configuration.graphRoot).toBe(graphRoot)
    expect(configuration.signIn.authority).toBe(`${loginOrigin}/contoso.example`)
    expect(configuration.signInOrigin).toBe(loginOrigin)
  })

  it('is complete with the emulator’s address alone', () => {
    const configuration = readConfiguration({ EMULATOR_URL: 'http://localhost:4000/' })

    const tenantUrl = 'http://localhost:4000/organizations'
    expect(configuration).toMatchObject({
      kind: 'ready',
      graphRoot: 'http://localhost:4000',
      isDemo: true,
      signInOrigin: 'http://localhost:4000',
      signIn: {
        clientId: '11111111-aaaa-4bbb-8ccc-222222222222',
        authority: 'https://localhost:4000/organizations',
        knownAuthorities: ['localhost:4000'],
      },
    })
    const { authorityMetadata = '{}' } = (configuration as ReadyConfiguration).signIn
    expect(JSON.parse(authorityMetadata)).toEqual({
      issuer: `${tenantUrl}/v2.0`,
      authorization_endpoint: `${tenantUrl}/oauth2/v2.0/authorize`,
      token_endpoint: `${tenantUrl}/oauth2/v2.0/token`,
      end_session_endpoint: `${tenantUrl}/oauth2/v2.0/logout`,
      jwks_uri: `${tenantUrl}/discovery/v2.0/keys`,
    })
  })

  it('takes empty variables for variables that are not set', () => {
    expect(ready({ EMULATOR_URL: ' ', AZURE_CLOUD: '', PORTAL_ORIGIN: '' }).isDemo).toBe(false)
  })

  it.each(['a.example:1', 'a.example:65535', '[::1]:443'])('may call %s by exception', (pair) => {
    expect(ready({ CONNECTOR_TEST_ALLOW: pair }).connectorTests.allowedHosts).toEqual([pair])
  })

  it.each(['a.example:0', 'a.example:65536', 'a.example', 'a.example:', ':443', 'a b:443'])(
    'does not take %j for a host and a port',
    (pair) => {
      expect(problems({ CONNECTOR_TEST_ALLOW: pair })).toMatchObject([
        { variable: 'CONNECTOR_TEST_ALLOW' },
      ])
    },
  )

  it('reads the lists of the test console', () => {
    const { connectorTests } = ready({
      CONNECTOR_TEST_ALLOW: 'LOCALHOST:4443, [::1]:8443',
      CONNECTOR_TEST_PORTS: '443, 9443',
      CONNECTOR_TEST_HOSTS: 'API.contoso.com, *.bücher.example',
      CONNECTOR_TEST_BLOCK: 'a.example, *.b.example, 8.8.8.8, 9.9.9.0/24, 2606:4700::/32, 2606::1',
    })

    expect(connectorTests).toEqual({
      allowedHosts: ['localhost:4443', '[::1]:8443'],
      allowedPorts: [443, 9443],
      onlyHosts: ['api.contoso.com', '*.xn--bcher-kva.example'],
      blockedHosts: ['a.example', '*.b.example'],
      blockedRanges: ['8.8.8.8/32', '9.9.9.0/24', '2606:4700::/32', '2606::1/128'],
    })
  })

  it('derives the origin from the port unless it is told', () => {
    expect(ready({ PORT: '3100' }).portalOrigin).toBe('http://localhost:3100')
    expect(ready({ PORTAL_ORIGIN: 'https://Portal.Contoso.com/' }).portalOrigin).toBe(
      'https://portal.contoso.com',
    )
  })
})

describe('a wrong configuration', () => {
  it('names every variable at fault, once, and repeats no value', () => {
    const found = problems({
      AZURE_CLIENT_ID: 'canary',
      AZURE_CLOUD: 'canary',
      AZURE_TENANT_ID: '../canary',
      GRAPH_VERSION: 'canary',
      PORT: '99999',
      PORTAL_ORIGIN: 'https://canary.example/path',
      CONNECTOR_TEST_ALLOW: 'canary',
      CONNECTOR_TEST_PORTS: 'canary,0',
      CONNECTOR_TEST_HOSTS: 'https://canary.example',
      CONNECTOR_TEST_BLOCK: 'canary.example/33',
      LOG_LEVEL: 'canary',
    })

    expect(found.map(({ variable }) => variable).sort()).toEqual([
      'AZURE_CLIENT_ID',
      'AZURE_CLOUD',
      'AZURE_TENANT_ID',
      'CONNECTOR_TEST_ALLOW',
      'CONNECTOR_TEST_BLOCK',
      'CONNECTOR_TEST_HOSTS',
      'CONNECTOR_TEST_PORTS',
      'GRAPH_VERSION',
      'LOG_LEVEL',
      'PORT',
      'PORTAL_ORIGIN',
    ])
    expect(found.every(({ message }) => message.length > 10)).toBe(true)
    expect(JSON.stringify(found)).not.toContain('canary')
  })

  it('says what the client id is when it is missing', () => {
    expect(readConfiguration({})).toMatchObject({
      kind: 'incomplete',
      portalOrigin: 'http://localhost:3000',
      problems: [
        {
          variable: 'AZURE_CLIENT_ID',
          message: expect.stringMatching(/app registration/) as string,
        },
      ],
    })
  })

  it.each([
    'https://localhost:4000',
    'http://emulator.example:4000',
    'http://localhost.attacker.example',
    'http://localhost:4000/path',
    'http://localhost:4000?x=1',
    'http://user:password@localhost:4000',
    'http://localhost:99999',
    'http://127.0.0.2:4000',
    'http://2130706433:4000',
    'http://[::2]:4000',
    'localhost:4000',
    'graph.microsoft.com',
  ])('%s is no address of an emulator', (url) => {
    expect(problems({ EMULATOR_URL: url })).toMatchObject([{ variable: 'EMULATOR_URL' }])
  })

  it.each(['http://localhost', 'http://127.0.0.1:4000', 'http://[::1]:4000', 'HTTP://LOCALHOST:1'])(
    '%s is one',
    (url) => {
      expect(problems({ EMULATOR_URL: url })).toEqual([])
    },
  )

  it.each([
    'portal.contoso.com',
    'ftp://portal.contoso.com',
    'https://a.example/x',
    'https://u@a.example',
  ])('%s is no origin', (origin) => {
    expect(problems({ PORTAL_ORIGIN: origin })).toMatchObject([{ variable: 'PORTAL_ORIGIN' }])
  })
})

describe('the process’s configuration', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.resetModules()
  })

  it('gives pages their settings and the policy its origins', async () => {
    vi.stubEnv('EMULATOR_URL', 'http://localhost:4001')
    const { configurationProblems, portalSettings, signInOrigins } = await import('./configuration')

    expect(portalSettings()).toMatchObject({ graphRoot: 'http://localhost:4001', isDemo: true })
    expect(signInOrigins()).toEqual(['http://localhost:4001'])
    expect(configurationProblems()).toEqual([])
  })

  it('gives no settings while it is incomplete, only the problems', async () => {
    const { configurationProblems, portalSettings, signInOrigins } = await import('./configuration')

    expect(portalSettings()).toBeNull()
    expect(signInOrigins()).toEqual([])
    expect(configurationProblems()).toMatchObject([{ variable: 'AZURE_CLIENT_ID' }])
  })
})
