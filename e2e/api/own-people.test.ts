import { describe, expect, it, vi } from 'vitest'
import { startEmulator, type Emulator } from '@/emulator/emulator'
import { makePfx } from '@/emulator/testing/make-pfx'
import { connectorTestRoute, postTest, resultOf, testOf } from './support/connector-tests'
import { emulatedPortal } from './support/emulated-portal'
import { loyalty, pfxWish, uploadOf } from './support/samples'

const tenantId = '72f988bf-86f1-41af-91ab-2d7cd011db47'
const otherId = '00000000-0000-4000-8000-000000000000'

let emulator: Emulator

const portal = emulatedPortal(
  async () => {
    emulator = await startEmulator({ port: 0, tlsPort: 0 })
    vi.stubEnv('CONNECTOR_TEST_ALLOW', new URL(emulator.tlsUrl).host)
    vi.stubEnv('AZURE_TENANT_ID', tenantId)
    return emulator
  },
  ({ caCertificatePem }) => connectorTestRoute({ authorities: caCertificatePem }),
)

const connectors = '/v1.0/identity/apiConnectors'
const uploads = `${connectors}/a/uploadClientCertificate`

const signIn = (claims: Readonly<Record<string, unknown>> = {}) =>
  portal.world.signIn({ claims: { tid: tenantId, ...claims } })

type Asked = { readonly method: string; readonly path: string; readonly body?: unknown }

const ask = (token: string, { method, path, body }: Asked) =>
  fetch(`${portal.origin}/api/graph${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

const create = (token: string, body: unknown) =>
  ask(token, { method: 'POST', path: connectors, body })

/** What the answer says about it shows that the portal has opened it. */
const uploadNoFile = (token: string) =>
  ask(token, { method: 'POST', path: uploads, body: { pkcs12Value: 'AAAA', password: '' } })

const test = (token: string) =>
  postTest({ origin: portal.origin, token }, testOf(`${emulator.tlsUrl}/samples/continue`))

const file = () => uploadOf(makePfx(pfxWish))

const inConnector = () => ({
  ...loyalty,
  authenticationConfiguration: { '@odata.type': '#microsoft.graph.pkcs12Certificate', ...file() },
})

const codeOf = async (response: Response) => {
  const { error } = (await response.json()) as {
    error: { code: string; details?: { target: string; message: string }[] }
  }
  return [response.status, error.code, error.details?.[0]?.target].join(' ')
}

describe.each([
  ['application', { appid: otherId, azp: otherId }, 'appid'],
  ['tenant', { tid: otherId }, 'tid'],
])('a stranger of another %s, whom Graph accepts', (_, claims, target) => {
  it('gets no test', async () => {
    expect(await codeOf(await test(await signIn(claims)))).toBe(`403 foreignToken ${target}`)
  })

  it.each([
    { name: 'an upload', method: 'POST', path: uploads, body: file },
    { name: 'a creation', method: 'POST', path: connectors, body: inConnector },
    { name: 'a change', method: 'PATCH', path: `${connectors}/a`, body: inConnector },
  ])('gets no file of $name opened, and Graph hears nothing of it', async ({ body, ...asked }) => {
    const answer = await ask(await signIn(claims), { ...asked, body: body() })

    expect(await codeOf(answer)).toBe(`403 foreignToken ${target}`)
    expect(await portal.world.writes()).toEqual([])
    expect(portal.log.audit()).toMatchObject([{ outcome: 'refused', code: 'foreignToken' }])
  })

  it('gets what is Graph’s own', async () => {
    const token = await signIn(claims)

    expect((await ask(token, { method: 'GET', path: connectors })).status).toBe(200)
    expect((await create(token, loyalty)).status).toBe(201)
  })
})

describe('one of the portal’s own people', () => {
  it('gets a test', async () => {
    expect((await resultOf(await test(await signIn()))).response?.status).toBe(200)
  })

  it('gets a file opened, and Graph is asked about the token once', async () => {
    const token = await signIn()
    expect(await codeOf(await uploadNoFile(token))).toBe('400 certificateRefused pkcs12Value')
    expect(await codeOf(await uploadNoFile(token))).toBe('400 certificateRefused pkcs12Value')
    expect(await portal.world.requests()).toHaveLength(1)
  })

  it('who may not read connectors gets a file opened, too', async () => {
    const token = await portal.world.signIn({
      scopes: ['IdentityUserFlow.ReadWrite.All'],
      claims: { tid: tenantId },
    })

    expect(await codeOf(await uploadNoFile(token))).toBe('400 certificateRefused pkcs12Value')
  })
})

describe('a token that Graph has not accepted', () => {
  it.each([
    ['made up', () => Promise.resolve('made-up-canary')],
    ['that has run out', () => portal.world.signIn({ expiresIn: -60, claims: { tid: tenantId } })],
  ])('%s opens no file: Graph’s answer is the answer', async (_, make) => {
    const response = await create(await make(), inConnector())

    expect(await codeOf(response)).toBe('401 InvalidAuthenticationToken ')
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect(await portal.world.writes()).toEqual([])
    expect(portal.log.audit()).toMatchObject([{ outcome: 'refused', graphStatus: 401 }])
  })

  it('opens no file while Graph cannot be asked', async () => {
    const token = await signIn()
    await portal.world.faults({ path: '/identity/apiConnectors', kind: 'reset', times: 99 })

    const response = await create(token, inConnector())

    expect(await codeOf(response)).toBe('502 upstreamUnreachable ')
    expect(portal.log.audit()).toMatchObject([{ outcome: 'notSent', code: 'upstreamUnreachable' }])
  })
})
