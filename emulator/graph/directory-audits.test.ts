import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import {
  basicConnector,
  openTenant,
  openTenantOf,
  textAt,
  valueAt,
  type Tenant,
} from '../testing/tenant'

let emulator: Emulator
let tenant: Tenant
let count = 0

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
beforeEach(async () => {
  count += 1
  tenant = await openTenant(emulator, `audits-${count}`)
})
afterAll(() => emulator.stop())

const connectors = '/v1.0/identity/apiConnectors'
const audits = '/v1.0/auditLogs/directoryAudits'

const about = (id: string) =>
  `${audits}?$filter=${encodeURIComponent(`targetResources/any(t:t/id eq '${id}')`)}`

const create = async (at: Tenant = tenant) =>
  textAt((await at.graph(connectors, { method: 'POST', body: basicConnector() })).body, 'id')

async function read(path: string, at: Tenant = tenant): Promise<object[]> {
  const { status, body } = await at.graph(path)
  expect(status).toBe(200)
  const value = valueAt(body, 'value')
  return Array.isArray(value) ? (value as object[]) : []
}

async function activities(path: string, at: Tenant = tenant): Promise<unknown[]> {
  return (await read(path, at)).map((entry) => valueAt(entry, 'activityDisplayName'))
}

describe('a write to a connector', () => {
  test('is recorded as Graph shows it', async () => {
    const id = await create()

    const [entry] = await read(about(id))
    expect(entry).toEqual({
      id: expect.stringMatching(/^B2C_/) as string,
      category: 'ResourceManagement',
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      result: 'success',
      resultReason: '',
      activityDisplayName: 'Create Api connector',
      activityDateTime: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      loggedByService: 'B2C',
      operationType: 'Add',
      initiatedBy: {
        user: {
          id: 'aaaaaaaa-0001-4000-8000-000000000001',
          displayName: 'User Flow Admin',
          userPrincipalName: 'admin@contoso.example',
          ipAddress: '127.0.0.1',
          userType: null,
          homeTenantId: '99999999-dddd-4eee-8fff-000000000001',
        },
        app: null,
      },
      targetResources: [
        {
          id,
          displayName: 'Loyalty lookup',
          type: 'Other',
          userPrincipalName: null,
          groupType: null,
          modifiedProperties: [],
        },
      ],
      additionalDetails: [],
    })
  })

  test('has the activity that Entra documents, newest first, also after the end', async () => {
    const id = await create()
    const connector = `${connectors}/${id}`
    await tenant.graph(connector, { method: 'PATCH', body: { displayName: 'New' } })
    await tenant.graph(connector, { method: 'PATCH', body: { targetUrl: 'ftp://x' } })
    await tenant.graph(connector, { method: 'DELETE' })

    expect(await activities(about(id))).toEqual([
      'Delete Api connector',
      'Update Api connector',
      'Update Api connector',
      'Create Api connector',
    ])
    const [deleted, refused, renamed] = await read(about(id))
    expect(deleted).toMatchObject({ targetResources: [{ displayName: 'New' }] })
    expect(refused).toMatchObject({ result: 'failure', resultReason: 'AADB2C99008' })
    expect(renamed).toMatchObject({ targetResources: [{ displayName: 'New' }] })
  })

  test('leaves a trace when its answer was lost, and none when it never arrived', async () => {
    const id = await create()
    const fault = { method: 'PATCH', path: '/identity/apiConnectors/*' }
    const patch = () =>
      tenant
        .graph(`${connectors}/${id}`, { method: 'PATCH', body: { displayName: 'New' } })
        .catch(() => 'lost')
    await tenant.control('/faults', { method: 'POST', body: { ...fault, kind: 'loseResponse' } })
    expect(await patch()).toBe('lost')
    await tenant.control('/faults', { method: 'POST', body: { ...fault, kind: 'reset' } })
    expect(await patch()).toBe('lost')

    expect(await activities(about(id))).toEqual(['Update Api connector', 'Create Api connector'])
  })

  test('is not recorded when it was refused to a person', async () => {
    const id = await create()
    const token = await tenant.token({ user: 'reader@contoso.example' })
    await tenant.graph(`${connectors}/${id}`, { method: 'DELETE', token })

    expect(await activities(about(id))).toEqual(['Create Api connector'])
  })
})

describe('the list', () => {
  test('goes back 7 days with B2C user flows, and 30 without, by the clock of the world', async () => {
    const id = await create()
    const customers = await openTenantOf('b2c', emulator, { world: 'audits', seed: 'empty' })
    const customerId = await create(customers)
    const inDays = (days: number) => Math.floor(Date.now() / 1000) + days * 86_400
    const set = (who: Tenant, days: number) =>
      who.control('/clock', { method: 'POST', body: { now: inDays(days) } })

    await set(customers, 6)
    expect(await activities(about(customerId), customers)).toHaveLength(1)
    await set(customers, 8)
    expect(await activities(about(customerId), customers)).toEqual([])
    await set(tenant, 29)
    expect(await activities(about(id))).toHaveLength(1)
    await set(tenant, 31)
    expect(await activities(about(id))).toEqual([])
  })

  test('comes in pages, and in the order that is asked for', async () => {
    for (let made = 0; made < 3; made += 1) await create()
    const { body } = await tenant.graph(`${audits}?$top=2`)
    const next = new URL(textAt(body, '@odata.nextLink'))

    expect(valueAt(body, 'value')).toHaveLength(2)
    expect(await read(next.pathname + next.search)).toHaveLength(1)
    const up = await read(`${audits}?$orderby=activityDateTime`)
    const down = await read(`${audits}?$orderby=activityDateTime%20desc`)
    expect(up).toEqual(down.toReversed())
  })

  test.each([
    "$filter=activityDisplayName eq 'x'",
    '$filter=targetResources/any(t:x/id eq 1)',
    '$orderby=result',
    '$select=id',
    '$top=1001',
    '$top=',
  ])('refuses %s', async (query) => {
    expect((await tenant.graph(`${audits}?${query}`)).status).toBe(400)
  })
})

describe('403 of the audit log', () => {
  test('names the permission', async () => {
    const token = await tenant.token({ scopes: ['APIConnectors.ReadWrite.All'] })
    const { status, body } = await tenant.graph(audits, { token })

    expect(status).toBe(403)
    expect(valueAt(body, 'error')).toMatchObject({
      code: 'Authentication_MSGraphPermissionMissing',
      message: expect.stringContaining('permission(s): AuditLog.Read.All') as string,
    })
  })

  test('is also for people without the role, though they may manage connectors', async () => {
    const claims = { wids: ['6e591065-9bad-43ed-90f3-e9424366d2f0'] }
    const token = await tenant.token({ claims })

    expect((await tenant.graph(connectors, { token })).status).toBe(200)
    const { status, body } = await tenant.graph(audits, { token })
    expect(status).toBe(403)
    expect(textAt(body, 'error', 'code')).toBe('Authentication_RequestFromUnsupportedUserRole')
  })
})
