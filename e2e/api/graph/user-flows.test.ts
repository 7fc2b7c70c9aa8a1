import { describe, expect, it } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { emulatedPortal } from '../support/emulated-portal'
import { loyalty } from '../support/samples'
import type { World } from '../support/world'

const portal = emulatedPortal(() => startEmulator({ port: 0, tlsPort: 0 }))

const connectors = '/v1.0/identity/apiConnectors'

const create = async (world: World = portal.world): Promise<{ id: string }> => {
  const response = await world.ask('POST', connectors, loyalty)
  expect(response.status).toBe(201)
  return (await response.json()) as { id: string }
}

describe('user flows', () => {
  const worldWith = async (kind: string) => {
    if (kind === 'b2xUserFlows') return portal.world
    const customers = await portal.openWorld('customers', 'b2c')
    portal.secrets.push(customers.token)
    return customers
  }

  const flowOf = async (world: World, kind: string, version: string) => {
    const response = await world.ask('GET', `/${version}/identity/${kind}`)
    expect(response.status).toBe(200)
    const { value } = (await response.json()) as { value: { id: string }[] }
    return value[0]?.id ?? ''
  }

  it.each([
    ['b2xUserFlows', 'v1.0', 'postAttributeCollection'],
    ['b2xUserFlows', 'beta', 'postFederationSignup'],
    ['b2cUserFlows', 'beta', 'preTokenIssuance'],
  ])('%s in %s attach a connector to %s and detach it', async (kind, version, step) => {
    const world = await worldWith(kind)
    const { id } = await create(world)
    const flow = `/${version}/identity/${kind}/${await flowOf(world, kind, version)}`
    const configuration = `${flow}/apiConnectorConfiguration`
    const reference = `${configuration}/${step}/$ref`
    const read = async () =>
      (await (await world.ask('GET', `${configuration}?$expand=${step}`)).json()) as Record<
        string,
        unknown
      >

    const attached = await world.ask('PUT', reference, {
      '@odata.id': `https://graph.microsoft.com/v1.0/identity/apiConnectors/${id}`,
    })
    expect([attached.status, await attached.text()]).toEqual([204, ''])
    expect((await read())[step]).toMatchObject({ id })

    const detached = await world.ask('PUT', reference, {})
    expect(detached.status).toBe(204)
    expect((await read())[step] ?? null).toBeNull()
  })

  it.each([
    { '@odata.id': 'https://graph.microsoft.com/v1.0/identity/apiConnectors/' },
    { '@odata.id': 'https://graph.microsoft.com/v1.0/users/a' },
    { '@odata.id': 'https://attacker.example/identity/apiConnectors/../users' },
    { '@odata.id': 'https://attacker.example/identity/apiConnectors/..' },
    { '@odata.id': "https://graph.microsoft.com/v1.0/identity/apiConnectors/a?x='b'" },
    { '@odata.id': null },
    { '@odata.id': 7 },
    { '@odata.id': 'x', extra: true },
    [],
    'text',
    null,
  ])('refuse the reference %j', async (body) => {
    const response = await portal.world.ask(
      'PUT',
      '/v1.0/identity/b2xUserFlows/B2X_1_a/apiConnectorConfiguration/postAttributeCollection/$ref',
      body,
    )

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { code: 'invalidRequest' } })
    expect(await portal.world.requests()).toEqual([])
  })

  it.each([
    ['/v1.0/identity/b2cUserFlows', 404],
    ['/v2.0/identity/apiConnectors', 404],
    ['/V1.0/identity/apiConnectors', 404],
    ['/v1.0/identity/apiconnectors', 404],
    ['/v1.0/identity/apiConnectors/', 404],
    ['/v1.0/identity/apiConnectors/a/', 404],
    ['/v1.0/identity/b2xUserFlows/a', 404],
    ['/v1.0/identity/b2xUserFlows/a/apiConnectorConfiguration/postAttributeCollection', 404],
    ['/v1.0/users', 404],
    ['/v1.0/$batch', 404],
    ['/v1.0/identity/b2xUserFlows/a/apiConnectorConfiguration?$expand=users', 400],
    ['/v1.0/identity/b2xUserFlows/a/apiConnectorConfiguration?$select=id', 400],
  ])('and anything at %s is refused with %i, without asking Graph', async (path, status) => {
    const response = await portal.world.ask('GET', path)

    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({
      error: { code: status === 404 ? 'routeNotAllowed' : 'invalidRequest' },
    })
    expect(await portal.world.requests()).toEqual([])
  })
})
