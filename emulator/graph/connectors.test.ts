import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256Hex } from '../basics/checks'
import { startEmulator, type Emulator } from '../emulator'
import {
  basicConnector,
  namesIn,
  openTenant,
  textAt,
  valueAt,
  type Tenant,
} from '../testing/tenant'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

const connectors = '/v1.0/identity/apiConnectors'
const context = 'https://graph.microsoft.com/v1.0/$metadata#identity/apiConnectors'

async function create(tenant: Tenant, changes: Record<string, unknown> = {}): Promise<string> {
  const body = basicConnector(changes)
  return textAt((await tenant.graph(connectors, { method: 'POST', body })).body, 'id')
}

describe.each(['v1.0', 'beta'])('in %s', (version) => {
  test('a connector is created, listed, read, changed and deleted with the documented answers', async () => {
    const tenant = await openTenant(emulator, `life-${version}`)
    const root = `/${version}/identity/apiConnectors`
    const metadata = `https://graph.microsoft.com/${version}/$metadata#identity/apiConnectors`
    const created = await tenant.graph(root, { method: 'POST', body: basicConnector() })
    const id = textAt(created.body, 'id')
    const shown = {
      id,
      displayName: 'Loyalty lookup',
      targetUrl: 'https://api.example.com/signup/check',
      authenticationConfiguration: {
        '@odata.type': '#microsoft.graph.basicAuthentication',
        username: 'svc-connector',
        password: '******',
      },
    }
    expect(created.status).toBe(201)
    expect(created.headers.get('location')).toBeNull()
    expect(created.body).toEqual({ '@odata.context': `${metadata}/$entity`, ...shown })
    expect(namesIn(created.body)[0]).toBe('@odata.context')

    const listed = await tenant.graph(root)
    expect(listed.status).toBe(200)
    expect(listed.body).toEqual({ '@odata.context': metadata, value: [shown] })

    const read = await tenant.graph(`${root}/${id}`)
    expect(read.status).toBe(200)
    expect(read.body).toEqual(created.body)

    const body = { displayName: 'Renamed' }
    const changed = await tenant.graph(`${root}/${id}`, { method: 'PATCH', body })
    expect(changed.status).toBe(204)
    expect(changed.body).toBe('')

    const deleted = await tenant.graph(`${root}/${id}`, { method: 'DELETE' })
    expect(deleted.status).toBe(204)
    expect(deleted.body).toBe('')
    expect((await tenant.graph(`${root}/${id}`)).status).toBe(404)
  })
})

describe('routing', () => {
  test('ignores the case of the path and a trailing slash, but not the case of an id', async () => {
    const tenant = await openTenant(emulator, 'routing', 'demo')
    const legacy = 'RestApi_f6e8e73d-6b17-433e-948f-f578f12bd57c'
    expect((await tenant.graph('/V1.0/Identity/apiconnectors/')).status).toBe(200)
    expect((await tenant.graph(`${connectors}/${legacy}/`)).status).toBe(200)
    expect((await tenant.graph(`${connectors}/${legacy.toLowerCase()}`)).status).toBe(404)
  })

  test('decodes an id that was encoded', async () => {
    const tenant = await openTenant(emulator, 'routing-encoded', 'demo')
    const encoded = 'RestApi%5Ff6e8e73d-6b17-433e-948f-f578f12bd57c'
    expect((await tenant.graph(`${connectors}/${encoded}`)).status).toBe(200)
  })

  test.each([
    ['/v1.0/identity/nothing', 'nothing'],
    ['/v1.0/users', 'users'],
    ['/v1.0/identity/b2cUserFlows', 'b2cUserFlows'],
    ['/beta/identity/apiConnectors/x/nothing', 'nothing'],
  ])('%s names the segment it does not know', async (path, segment) => {
    const tenant = await openTenant(emulator, 'routing-unknown')
    const answer = await tenant.graph(path)
    expect(answer.status).toBe(400)
    expect(valueAt(answer.body, 'error', 'code')).toBe('BadRequest')
    expect(valueAt(answer.body, 'error', 'message')).toBe(
      `Resource not found for the segment '${segment}'.`,
    )
  })

  test('a method that a resource does not have is 405', async () => {
    const tenant = await openTenant(emulator, 'routing-method')
    const answer = await tenant.graph(connectors, { method: 'PUT', body: {} })
    expect(answer.status).toBe(405)
  })

  test('every answer names the call, and echoes the name the client gave it', async () => {
    const tenant = await openTenant(emulator, 'routing-ids')
    const headers = { 'client-request-id': 'my-own-id' }
    for (const path of [connectors, `${connectors}/unknown`, '/v1.0/nothing']) {
      const answer = await tenant.graph(path, { headers })
      expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect(answer.headers.get('client-request-id')).toBe('my-own-id')
      expect(answer.headers.get('date')).toBeTruthy()
    }
  })
})

describe('PATCH', () => {
  test('changes what it names and nothing else', async () => {
    const tenant = await openTenant(emulator, 'patch')
    const id = await create(tenant)
    const body = { targetUrl: 'https://other.example.com/endpoint' }
    await tenant.graph(`${connectors}/${id}`, { method: 'PATCH', body })
    expect((await tenant.graph(`${connectors}/${id}`)).body).toMatchObject({
      displayName: 'Loyalty lookup',
      targetUrl: 'https://other.example.com/endpoint',
      authenticationConfiguration: { username: 'svc-connector', password: '******' },
    })
  })

  test('takes new credentials with a type that lacks the leading #, and stores the right secret', async () => {
    const tenant = await openTenant(emulator, 'patch-basic')
    const id = await create(tenant)
    const body = {
      authenticationConfiguration: {
        '@odata.type': 'microsoft.graph.basicAuthentication',
        username: 'new-user',
        password: 'new-pass',
      },
    }
    await tenant.graph(`${connectors}/${id}`, { method: 'PATCH', body })
    const state = await tenant.control('/state')
    expect(valueAt(state.body, 'connectors', 0, 'authenticationConfiguration')).toEqual({
      '@odata.type': '#microsoft.graph.basicAuthentication',
      username: 'new-user',
      passwordSha256: sha256Hex('new-pass'),
    })
  })

  test('with an empty object changes nothing and is 204', async () => {
    const tenant = await openTenant(emulator, 'patch-empty')
    const id = await create(tenant)
    const answer = await tenant.graph(`${connectors}/${id}`, { method: 'PATCH', body: {} })
    expect(answer.status).toBe(204)
  })

  test('answers with the entity where the setting says so, as generated clients expect', async () => {
    const tenant = await openTenant(emulator, 'patch-entity')
    await tenant.control('/settings', { method: 'PATCH', body: { patchAnswer: '200-entity' } })
    const id = await create(tenant)
    const body = { displayName: 'Renamed' }
    const answer = await tenant.graph(`${connectors}/${id}`, { method: 'PATCH', body })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ '@odata.context': `${context}/$entity`, id, ...body })
  })
})

describe('the limit of connectors', () => {
  test('is 20, the 21st is refused', async () => {
    const tenant = await openTenant(emulator, 'limit')
    for (let made = 0; made < 20; made += 1) await create(tenant)
    const answer = await tenant.graph(connectors, { method: 'POST', body: basicConnector() })
    expect(answer.status).toBe(400)
    expect(textAt(answer.body, 'error', 'message')).toContain('(20)')
  })

  test.each([
    [0, 400],
    [null, 201],
  ])('can be set to %s', async (connectorLimit, status) => {
    const tenant = await openTenant(emulator, 'limit-set')
    await tenant.control('/settings', { method: 'PATCH', body: { connectorLimit } })
    const answer = await tenant.graph(connectors, { method: 'POST', body: basicConnector() })
    expect(answer.status).toBe(status)
  })
})

describe('ids and passwords', () => {
  test('ids are GUIDs, or begin with RestApi_ by setting', async () => {
    const tenant = await openTenant(emulator, 'ids')
    expect(await create(tenant)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    await tenant.control('/settings', { method: 'PATCH', body: { idFormat: 'RestApi' } })
    expect(await create(tenant)).toMatch(/^RestApi_[0-9a-f-]{36}$/)
  })

  test('the password is masked, null or absent by setting', async () => {
    const tenant = await openTenant(emulator, 'password-shown')
    const id = await create(tenant)
    const shown = async (passwordOnRead: string) => {
      await tenant.control('/settings', { method: 'PATCH', body: { passwordOnRead } })
      const { body } = await tenant.graph(`${connectors}/${id}`)
      return valueAt(body, 'authenticationConfiguration', 'password')
    }
    expect(await shown('mask')).toBe('******')
    expect(await shown('null')).toBeNull()
    expect(await shown('absent')).toBeUndefined()
  })

  test('a mask sent back is stored as the password, or refused by setting', async () => {
    const tenant = await openTenant(emulator, 'password-mask')
    const authenticationConfiguration = {
      '@odata.type': '#microsoft.graph.basicAuthentication',
      username: 'u',
      password: '******',
    }
    await create(tenant, { authenticationConfiguration })
    const { body } = await tenant.control('/state')
    expect(valueAt(body, 'connectors', 0, 'authenticationConfiguration', 'passwordSha256')).toBe(
      sha256Hex('******'),
    )
    await tenant.control('/settings', { method: 'PATCH', body: { maskAsPassword: 'reject' } })
    const refused = await tenant.graph(connectors, {
      method: 'POST',
      body: basicConnector({ authenticationConfiguration }),
    })
    expect(refused.status).toBe(400)
  })
})

test('US Government has no v1.0 of this, only beta', async () => {
  const tenant = await openTenant(emulator, 'usgov')
  await tenant.control('/settings', { method: 'PATCH', body: { v1Available: false } })
  const missing = await tenant.graph(connectors)
  expect(missing.status).toBe(400)
  expect(valueAt(missing.body, 'error', 'message')).toBe(
    "Resource not found for the segment 'apiConnectors'.",
  )
  expect((await tenant.graph('/beta/identity/apiConnectors')).status).toBe(200)
})
