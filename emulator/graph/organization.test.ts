import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import { openTenant, openTenantOf, textAt, valueAt } from '../testing/tenant'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

const path = '/v1.0/organization?$select=id,displayName,verifiedDomains'

test.each([
  ['workforce', 'Contoso', 'contoso.example'],
  ['b2c', 'Contoso Customers', 'contosocustomers.example'],
  ['external', 'Fabrikam', 'fabrikam.example'],
] as const)('the %s tenant tells its name and its domain', async (kind, name, domain) => {
  const tenant = await openTenantOf(kind, emulator, { world: 'organization' })
  const { status, body } = await tenant.graph(path)
  expect(status).toBe(200)
  expect(textAt(body, 'value', 0, 'displayName')).toBe(name)
  expect(textAt(body, 'value', 0, 'verifiedDomains', 0, 'name')).toBe(domain)
})

test('needs User.Read, but no role', async () => {
  const tenant = await openTenant(emulator, 'organization-scope')
  const without = await tenant.token({ scopes: ['APIConnectors.Read.All'] })
  const refused = await tenant.graph(path, { token: without })
  expect([refused.status, valueAt(refused.body, 'error', 'code')]).toEqual([
    403,
    'Authorization_RequestDenied',
  ])
  const nobody = await tenant.token({ user: 'norole@contoso.example' })
  expect((await tenant.graph(path, { token: nobody })).status).toBe(200)
})

test('shows what is selected, and refuses what it does not have', async () => {
  const tenant = await openTenant(emulator, 'organization-select')
  const { body } = await tenant.graph('/v1.0/organization?$select=displayName')
  expect(valueAt(body, 'value', 0)).toEqual({ displayName: 'Contoso' })
  expect((await tenant.graph('/v1.0/organization?$select=phones')).status).toBe(400)
})
