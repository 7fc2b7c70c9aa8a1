import { SignJWT, generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import { basicConnector, openTenant, textAt, valueAt, type Tenant } from '../testing/tenant'

let emulator: Emulator
let tenant: Tenant

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
  tenant = await openTenant(emulator, 'authorization', 'demo')
})
afterAll(() => emulator.stop())

const list = '/v1.0/identity/apiConnectors'
const loyalty = `${list}/3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1001`
const flow = '/v1.0/identity/b2xUserFlows/B2X_1_pilot'
const configuration = `${flow}/apiConnectorConfiguration`

const calls = {
  'list connectors': ['GET', list],
  'count connectors': ['GET', `${list}/$count`],
  'get a connector': ['GET', loyalty],
  'create a connector': ['POST', list],
  'update a connector': ['PATCH', loyalty],
  'upload a certificate': ['POST', `${loyalty}/uploadClientCertificate`],
  'delete a connector': ['DELETE', `${list}/unknown`],
  'list flows': ['GET', '/v1.0/identity/b2xUserFlows'],
  'get a flow': ['GET', flow],
  'get a configuration': ['GET', configuration],
  'attach a connector': ['PUT', `${configuration}/postFederationSignup/$ref`],
  'detach a connector': ['DELETE', `${configuration}/postFederationSignup/$ref`],
  'read the audit log': ['GET', '/v1.0/auditLogs/directoryAudits'],
} satisfies Record<string, [string, string]>

const readConnectors = ['list connectors', 'count connectors', 'get a connector']
const writeConnectors = [
  'create a connector',
  'update a connector',
  'upload a certificate',
  'delete a connector',
]
const readFlows = ['list flows', 'get a flow']
const writeFlows = ['get a configuration', 'attach a connector', 'detach a connector']

async function allowed(token: string): Promise<string[]> {
  const names: string[] = []
  for (const [name, [method, path]] of Object.entries(calls)) {
    const body = method === 'GET' || method === 'DELETE' ? undefined : {}
    const { status } = await tenant.graph(path, { method, body, token })
    if (status !== 403) names.push(name)
  }
  return names
}

describe('a permission allows what it is documented for', () => {
  test.each([
    ['APIConnectors.Read.All', readConnectors],
    ['APIConnectors.ReadWrite.All', [...readConnectors, ...writeConnectors]],
    ['IdentityUserFlow.Read.All', readFlows],
    ['IdentityUserFlow.ReadWrite.All', [...readFlows, ...writeFlows]],
    ['AuditLog.Read.All', ['read the audit log']],
    ['User.Read', []],
  ])('%s', async (scope, names) => {
    expect(await allowed(await tenant.token({ scopes: [scope] }))).toEqual(names)
  })

  test('and a token without any permission nothing', async () => {
    expect(await allowed(await tenant.token({ scopes: [] }))).toEqual([])
  })

  test('reading a configuration with Read.All is a setting', async () => {
    const other = await openTenant(emulator, 'authorization-read', 'demo')
    await other.control('/settings', {
      method: 'PATCH',
      body: { flowConfigurationRead: 'read-all' },
    })
    const token = await other.token({ scopes: ['IdentityUserFlow.Read.All'] })
    expect((await other.graph(configuration, { token })).status).toBe(200)
  })
})

describe('the accounts', () => {
  test.each([
    ['admin@contoso.example', Object.keys(calls)],
    ['connectors@contoso.example', [...readConnectors, ...writeConnectors]],
    ['reader@contoso.example', readConnectors],
    ['norole@contoso.example', []],
    ['noconsent@contoso.example', []],
  ])('%s', async (user, names) => {
    expect(await allowed(await tenant.token({ user }))).toEqual(names)
  })
})

describe('403', () => {
  test('names the permissions that would do, in the words of the service', async () => {
    const token = await tenant.token({ scopes: ['User.Read'] })
    const { status, body } = await tenant.graph(list, { token })
    expect(status).toBe(403)
    expect(valueAt(body, 'error', 'code')).toBe('AADB2C')
    expect(valueAt(body, 'error', 'message')).toBe(
      'The application does not have any of the required delegated permissions (APIConnectors.Read.All, APIConnectors.ReadWrite.All) to access the resource.',
    )
  })

  test('is what someone without a role gets, whatever is consented', async () => {
    const token = await tenant.token({ user: 'norole@contoso.example' })
    const { status, body } = await tenant.graph(list, { token })
    expect(status).toBe(403)
    expect(textAt(body, 'error', 'message')).toContain('role')
  })

  test('comes before a look at the body or the id', async () => {
    const token = await tenant.token({ user: 'reader@contoso.example' })
    const create = await tenant.graph(list, { method: 'POST', body: '{', token })
    const remove = await tenant.graph(`${list}/unknown`, { method: 'DELETE', token })
    expect([create.status, remove.status]).toEqual([403, 403])
  })

  test('is not what a Global Administrator gets', async () => {
    const claims = { wids: ['62e90394-69f5-4237-9190-012177145e10'] }
    const token = await tenant.token({ user: 'norole@contoso.example', claims })
    expect((await tenant.graph(list, { token })).status).toBe(200)
  })
})

describe('401', () => {
  async function refused(token: string | null) {
    const answer = await tenant.graph(list, { token })
    return {
      status: answer.status,
      code: valueAt(answer.body, 'error', 'code'),
      challenge: answer.headers.get('www-authenticate')?.split(',')[0],
      message: textAt(answer.body, 'error', 'message'),
    }
  }
  const answer = { status: 401, code: 'InvalidAuthenticationToken', challenge: 'Bearer realm=""' }

  test('without a token', async () => {
    expect(await refused(null)).toEqual({ ...answer, message: 'Access token is empty.' })
  })

  test('with something else', async () => {
    expect(await refused('not-a-token')).toMatchObject(answer)
  })

  test('with a token that has run out', async () => {
    const token = await tenant.token({ expiresIn: -60 })
    expect(await refused(token)).toEqual({
      ...answer,
      message: 'Lifetime validation failed, the token is expired.',
    })
  })

  test.each([
    ['for another audience', { aud: 'api://other' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['that is not valid yet', { nbf: 4_000_000_000 }],
  ])('with a token %s', async (_name, claims) => {
    expect(await refused(await tenant.token({ claims }))).toMatchObject(answer)
  })

  test('with a token that somebody else signed', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    const forged = await new SignJWT({ scp: 'APIConnectors.ReadWrite.All' })
      .setProtectedHeader({ alg: 'RS256' })
      .sign(privateKey)
    expect(await refused(forged)).toMatchObject(answer)
  })

  test('with a token that nobody signed', async () => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    expect(await refused(`${part({ alg: 'none' })}.${part({ scp: 'x' })}.`)).toMatchObject(answer)
  })

  test('before anything else, also where there is nothing', async () => {
    const missing = await tenant.graph('/v1.0/nothing', { token: null })
    const create = await tenant.graph(list, { method: 'POST', body: basicConnector(), token: null })
    expect([missing.status, create.status]).toEqual([401, 401])
  })
})

test('Graph answers no other page of the browser', async () => {
  const { headers } = await tenant.graph(list, { headers: { origin: 'http://localhost:3000' } })
  expect(headers.get('access-control-allow-origin')).toBeNull()
})
