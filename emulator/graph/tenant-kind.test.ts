import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import { openTenant, openTenantOf, textAt, valueAt, type Tenant } from '../testing/tenant'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

const connectors = '/v1.0/identity/apiConnectors'
const b2xFlows = '/v1.0/identity/b2xUserFlows'
const b2cFlows = '/beta/identity/b2cUserFlows'

async function refusal(tenant: Tenant, path: string) {
  const { status, body } = await tenant.graph(path)
  const said = [textAt(body, 'error', 'code'), textAt(body, 'error', 'message')]
  return [status, ...said]
}

const set = (tenant: Tenant, settings: object) =>
  tenant.control('/settings', { method: 'PATCH', body: settings })

describe('a workforce tenant', () => {
  const message =
    "'99999999-dddd-4eee-8fff-000000000001' is not an Azure AD B2C directory. Access to this Api can only be made for an Azure AD B2C directory."

  test('refuses B2C user flows with 403 and a code that says nothing, whatever is asked of them', async () => {
    const tenant = await openTenant(emulator, 'kind-workforce', 'demo')
    expect(await refusal(tenant, b2cFlows)).toEqual([403, 'AADB2C', message])
    expect(await refusal(tenant, `${b2cFlows}/B2C_1_any`)).toEqual([403, 'AADB2C', message])
    expect((await tenant.graph(b2xFlows)).status).toBe(200)
  })

  test('refuses them by setting with 400 and a code of its own', async () => {
    const tenant = await openTenant(emulator, 'kind-workforce-400', 'demo')
    await set(tenant, { otherKind: 400 })
    expect(await refusal(tenant, b2cFlows)).toEqual([
      400,
      'AccessDenied_NonB2CTenantNotAllowed',
      message,
    ])
  })

  test('says first that the permission is missing', async () => {
    const tenant = await openTenant(emulator, 'kind-permission', 'demo')
    const token = await tenant.token({ scopes: ['APIConnectors.Read.All'] })
    const { body } = await tenant.graph(b2cFlows, { token })
    expect(textAt(body, 'error', 'code')).toBe('AADB2C')
    expect(textAt(body, 'error', 'message')).toContain('required delegated permissions')
  })
})

describe('an Azure AD B2C tenant', () => {
  test('refuses B2X user flows, and has its own connectors', async () => {
    const tenant = await openTenantOf('b2c', emulator, { world: 'kind-b2c', seed: 'demo' })
    expect(await refusal(tenant, b2xFlows)).toEqual([
      403,
      'AADB2C',
      "'contosocustomers.example' is an Azure AD B2C directory. Access to this Api can only be made for an Azure AD directory (non b2c).",
    ])
    expect(valueAt((await tenant.graph(connectors)).body, 'value')).toHaveLength(9)
  })

  test('is named in what it does not find', async () => {
    const tenant = await openTenantOf('b2c', emulator, { world: 'kind-b2c-missing', seed: 'demo' })
    const [, , message] = await refusal(tenant, `${connectors}/unknown`)
    expect(message).toContain("in the directory 'contosocustomers.example'")
  })
})

describe('an external tenant', () => {
  test.each([connectors, b2xFlows, b2cFlows])(
    'refuses %s as a feature it does not have',
    async (path) => {
      const tenant = await openTenantOf('external', emulator, {
        world: 'kind-external',
        seed: 'demo',
      })
      const [status, code, message] = await refusal(tenant, path)
      expect([status, code]).toEqual([403, 'AADB2C'])
      expect(message).toContain('Unauthorized. Access to this Api requires feature: ')
    },
  )

  test('has nothing by setting, and is no Azure AD B2C directory either', async () => {
    const tenant = await openTenantOf('external', emulator, {
      world: 'kind-external-empty',
      seed: 'demo',
    })
    await set(tenant, { externalTenant: 'empty-200' })
    for (const path of [connectors, b2xFlows]) {
      expect(valueAt((await tenant.graph(path)).body, 'value')).toEqual([])
    }
    expect(await refusal(tenant, b2cFlows)).toContain('AADB2C')
  })

  test.each([connectors, b2xFlows, b2cFlows])('by setting has no %s at all', async (path) => {
    const tenant = await openTenantOf('external', emulator, {
      world: 'kind-external-missing',
      seed: 'demo',
    })
    await set(tenant, { externalTenant: 'missing-404' })
    expect((await tenant.graph(path)).status).toBe(404)
  })
})
