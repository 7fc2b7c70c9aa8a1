import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import { customerIds } from '../seed/customer-demo'
import { demoIds } from '../seed/demo-connectors'
import { namesIn, openTenant, openTenantOf, textAt, valueAt, type Tenant } from '../testing/tenant'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

const partner = '/v1.0/identity/b2xUserFlows/B2X_1_partner-onboarding'
const pilot = '/v1.0/identity/b2xUserFlows/B2X_1_pilot'
const customer = '/beta/identity/b2cUserFlows/B2C_1_customer-signup-signin'
const bothSteps = '$expand=postFederationSignup,postAttributeCollection'
const graph = 'https://graph.microsoft.com'

function reference(id: string) {
  return { '@odata.id': `${graph}/v1.0/identity/apiConnectors/${id}` }
}

function put(tenant: Tenant, [flow, step]: [string, string], body: unknown) {
  const path = `${flow}/apiConnectorConfiguration/${step}/$ref`
  return tenant.graph(path, { method: 'PUT', body })
}

async function attached(tenant: Tenant, flow: string, step: string) {
  const { body } = await tenant.graph(`${flow}/apiConnectorConfiguration?$expand=${step}`)
  return valueAt(body, step, 'id')
}

describe('user flows', () => {
  test('B2X flows are listed in both versions, with an empty configuration', async () => {
    const tenant = await openTenant(emulator, 'flows-list', 'demo')
    for (const version of ['v1.0', 'beta']) {
      const { status, body } = await tenant.graph(`/${version}/identity/b2xUserFlows`)
      expect(status).toBe(200)
      expect(valueAt(body, '@odata.context')).toBe(
        `${graph}/${version}/$metadata#identity/b2xUserFlows`,
      )
      expect(valueAt(body, 'value')).toHaveLength(8)
      expect(valueAt(body, 'value', 0)).toEqual({
        id: 'B2X_1_partner-onboarding',
        userFlowType: 'signUpOrSignIn',
        userFlowTypeVersion: 1,
        apiConnectorConfiguration: {},
      })
    }
  })

  test('B2C flows exist in beta only', async () => {
    const tenant = await openTenantOf('b2c', emulator, { world: 'flows-b2c', seed: 'demo' })
    const beta = await tenant.graph('/beta/identity/b2cUserFlows')
    expect(valueAt(beta.body, 'value')).toHaveLength(6)
    const stable = await tenant.graph('/v1.0/identity/b2cUserFlows')
    expect(stable.status).toBe(400)
    expect(textAt(stable.body, 'error', 'message')).toContain("segment 'b2cUserFlows'")
  })

  test('one flow shows an empty configuration, too', async () => {
    const tenant = await openTenant(emulator, 'flows-one', 'demo')
    const { body } = await tenant.graph(partner)
    expect(body).toMatchObject({
      '@odata.context': `${graph}/v1.0/$metadata#identity/b2xUserFlows/$entity`,
      id: 'B2X_1_partner-onboarding',
      apiConnectorConfiguration: {},
    })
  })

  test.each([
    '',
    '/apiConnectorConfiguration',
    '/apiConnectorConfiguration/postFederationSignup/$ref',
  ])('an unknown flow is 404 at %s', async (rest) => {
    const tenant = await openTenant(emulator, 'flows-unknown', 'demo')
    const answer = await tenant.graph(`/v1.0/identity/b2xUserFlows/B2X_1_none${rest}`)
    expect(answer.status).toBe(404)
    expect(valueAt(answer.body, 'error', 'code')).toBe('AADB2C90073')
  })
})

describe('the configuration of a flow', () => {
  test('shows no connectors unless they are expanded', async () => {
    const tenant = await openTenant(emulator, 'configuration-plain', 'demo')
    const { status, body } = await tenant.graph(`${partner}/apiConnectorConfiguration`)
    expect(status).toBe(200)
    expect(namesIn(body)).toEqual(['@odata.context'])
  })

  test('shows the connectors of the expanded steps, secrets masked', async () => {
    const tenant = await openTenant(emulator, 'configuration-expanded', 'demo')
    const { body } = await tenant.graph(`${partner}/apiConnectorConfiguration?${bothSteps}`)
    expect(valueAt(body, '@odata.context')).toBe(
      `${graph}/v1.0/$metadata#identity/b2xUserFlows('B2X_1_partner-onboarding')/apiConnectorConfiguration(postFederationSignup(),postAttributeCollection())`,
    )
    expect(valueAt(body, 'postFederationSignup', 'id')).toBe(demoIds.approval)
    expect(valueAt(body, 'postAttributeCollection')).toMatchObject({
      id: demoIds.loyalty,
      authenticationConfiguration: { username: 'sample', password: '******' },
    })
    expect(textAt(body, 'postFederationSignup@odata.context')).toContain(
      'microsoft.graph.userFlowApiConnectorConfiguration/postFederationSignup/$entity',
    )
  })

  test('shows an empty step as null, or not at all by setting', async () => {
    const tenant = await openTenant(emulator, 'configuration-empty', 'demo')
    const path = `${pilot}/apiConnectorConfiguration?${bothSteps}`
    expect(valueAt((await tenant.graph(path)).body, 'postFederationSignup')).toBeNull()
    await tenant.control('/settings', { method: 'PATCH', body: { emptyStep: 'absent' } })
    expect((await tenant.graph(path)).body).not.toHaveProperty('postFederationSignup')
  })

  test('has the token step in beta and for B2C only', async () => {
    const tenant = await openTenant(emulator, 'configuration-token', 'demo')
    const customers = await openTenantOf('b2c', emulator, {
      world: 'configuration-token',
      seed: 'demo',
    })
    const expand = 'apiConnectorConfiguration?$expand=preTokenIssuance'
    const b2c = await customers.graph(`${customer}/${expand}`)
    expect(valueAt(b2c.body, 'preTokenIssuance', 'id')).toBe(customerIds.membership)
    expect(b2c.body).not.toHaveProperty('preTokenIssuance@odata.context')
    for (const flow of [partner, partner.replace('v1.0', 'beta')]) {
      expect((await tenant.graph(`${flow}/${expand}`)).status).toBe(400)
    }
  })

  test('refuses to expand what it does not have', async () => {
    const tenant = await openTenant(emulator, 'configuration-unknown', 'demo')
    const answer = await tenant.graph(`${partner}/apiConnectorConfiguration?$expand=preLunch`)
    expect(answer.status).toBe(400)
    expect(textAt(answer.body, 'error', 'message')).toContain("named 'preLunch'")
  })
})

describe('a step', () => {
  test('is attached and detached by PUT of a reference and of an empty object', async () => {
    const tenant = await openTenant(emulator, 'step-put', 'demo')
    const step = 'postAttributeCollection'
    const attach = await put(tenant, [pilot, step], reference(demoIds.loyalty))
    expect(attach.status).toBe(204)
    expect(attach.body).toBe('')
    expect(await attached(tenant, pilot, step)).toBe(demoIds.loyalty)
    expect((await put(tenant, [pilot, step], {})).status).toBe(204)
    expect(await attached(tenant, pilot, step)).toBeUndefined()
  })

  test('of a B2C flow is attached in beta, the token step included', async () => {
    const tenant = await openTenantOf('b2c', emulator, { world: 'step-b2c', seed: 'demo' })
    const body = { '@odata.id': `${graph}/beta/identity/apiConnectors/${customerIds.loyalty}` }
    expect((await put(tenant, [customer, 'preTokenIssuance'], body)).status).toBe(204)
    expect(await attached(tenant, customer, 'preTokenIssuance')).toBe(customerIds.loyalty)
  })

  test('is replaced by another connector', async () => {
    const tenant = await openTenant(emulator, 'step-replace', 'demo')
    await put(tenant, [partner, 'postFederationSignup'], reference(demoIds.legacy))
    expect(await attached(tenant, partner, 'postFederationSignup')).toBe(demoIds.legacy)
  })

  test('may be named by a reference to this emulator, in any case', async () => {
    const tenant = await openTenant(emulator, 'step-own', 'demo')
    const body = { '@odata.id': `${emulator.url}/v1.0/identity/apiconnectors/${demoIds.loyalty}` }
    expect((await put(tenant, [pilot, 'postFederationSignup'], body)).status).toBe(204)
  })

  test('is read and cleared by its reference, too', async () => {
    const tenant = await openTenant(emulator, 'step-ref', 'demo')
    const path = `${partner}/apiConnectorConfiguration/postFederationSignup/$ref`
    const read = await tenant.graph(path)
    expect(valueAt(read.body, '@odata.id')).toBe(
      `${graph}/v1.0/identity/apiConnectors/${demoIds.approval}`,
    )
    expect((await tenant.graph(path, { method: 'DELETE' })).status).toBe(204)
    expect((await tenant.graph(path)).status).toBe(404)
  })

  test.each([
    [
      'a foreign host',
      { '@odata.id': `https://evil.example/v1.0/identity/apiConnectors/${demoIds.loyalty}` },
      400,
    ],
    [
      'a longer path',
      { '@odata.id': `${graph}/v1.0/identity/apiConnectors/${demoIds.loyalty}/x` },
      400,
    ],
    [
      'an unknown version',
      { '@odata.id': `${graph}/v2.0/identity/apiConnectors/${demoIds.loyalty}` },
      400,
    ],
    ['something else', { '@odata.id': `${graph}/v1.0/identity/b2xUserFlows/B2X_1_pilot` }, 400],
    ['no text', { '@odata.id': 5 }, 400],
    ['an unknown connector', reference('unknown'), 404],
    ['another property', { id: demoIds.loyalty }, 400],
  ])('refuses a reference to %s', async (_name, body, status) => {
    const tenant = await openTenant(emulator, 'step-refused', 'demo')
    expect((await put(tenant, [pilot, 'postFederationSignup'], body)).status).toBe(status)
    expect(await attached(tenant, pilot, 'postFederationSignup')).toBeUndefined()
  })

  test.each([
    ['the token step of a B2X flow', pilot, 'preTokenIssuance'],
    ['a step nobody knows', pilot, 'preLunch'],
  ])('is refused if it is %s', async (_name, flow, step) => {
    const tenant = await openTenant(emulator, 'step-unknown', 'demo')
    expect((await put(tenant, [flow, step], reference(demoIds.loyalty))).status).toBe(400)
  })
})

describe('deleting a connector that flows use', () => {
  const remove = (tenant: Tenant) =>
    tenant.graph(`/v1.0/identity/apiConnectors/${demoIds.approval}`, { method: 'DELETE' })

  test('clears their steps', async () => {
    const tenant = await openTenant(emulator, 'in-use-clear', 'demo')
    expect((await remove(tenant)).status).toBe(204)
    expect(await attached(tenant, partner, 'postFederationSignup')).toBeUndefined()
    expect(await attached(tenant, partner, 'postAttributeCollection')).toBe(demoIds.loyalty)
  })

  test('is refused with 409 by setting, until they are detached', async () => {
    const tenant = await openTenant(emulator, 'in-use-reject', 'demo')
    await tenant.control('/settings', { method: 'PATCH', body: { deleteInUse: 'reject-409' } })
    expect((await remove(tenant)).status).toBe(409)
    await put(tenant, [partner, 'postFederationSignup'], {})
    await put(
      tenant,
      ['/v1.0/identity/b2xUserFlows/B2X_1_supplier-registration', 'postFederationSignup'],
      {},
    )
    expect((await remove(tenant)).status).toBe(204)
  })
})
