import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import { openTenantOf, textAt, valueAt, type Tenant } from '../testing/tenant'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

describe('the tenants of a world', () => {
  const open = (world: string) =>
    Promise.all(
      (['workforce', 'b2c', 'external'] as const).map((kind) =>
        openTenantOf(kind, emulator, { world }),
      ),
    )
  const whole = (world: string, path: string, body: object) =>
    fetch(`${emulator.url}/_emulator${path}?world=${world}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const sizes = (tenants: Tenant[]) =>
    Promise.all(
      tenants.map(async (tenant) => {
        const { body } = await tenant.control('/state')
        const kept = body as { connectors: unknown[]; flows: unknown[] } // As the control API shows it.
        return [kept.connectors.length, kept.flows.length]
      }),
    )

  test('are put back together; the seed is for the workforce tenant, the others begin anew', async () => {
    const tenants = await open('tenants-reset')
    expect(await sizes(tenants)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ])
    await whole('tenants-reset', '/reset', { seed: 'empty' })
    expect(await sizes(tenants)).toEqual([
      [0, 0],
      [9, 6],
      [0, 0],
    ])
  })

  test('can be put back one by one, with user flows of their kind', async () => {
    const tenants = await open('tenants-one')
    const body = { seed: 'large', connectors: 3, flows: 4 }
    await tenants[1]?.control('/reset', { method: 'POST', body })
    expect(await sizes(tenants)).toEqual([
      [0, 0],
      [3, 4],
      [0, 0],
    ])
    const { body: state } = (await tenants[1]?.control('/state')) ?? { body: null }
    expect(valueAt(state, 'flows', 0, 'kind')).toBe('b2cUserFlows')
    expect(valueAt(state, 'tenant', 'domain')).toBe('contosocustomers.example')
  })

  test('have one time, unless one of them is named', async () => {
    const [, customers, external] = await open('tenants-clock')
    await whole('tenants-clock', '/clock', { now: 1_767_225_600 })
    expect((await customers?.control('/clock'))?.body).toMatchObject({ now: 1_767_225_600 })
    await customers?.control('/clock', { method: 'POST', body: { now: 1_800_000_000 } })
    expect((await customers?.control('/clock'))?.body).toMatchObject({ now: 1_800_000_000 })
    expect((await external?.control('/clock'))?.body).toMatchObject({ now: 1_767_225_600 })
  })

  test('are those of the accounts: a token tells whose it is', async () => {
    const answer = await whole('default', '/tokens', { user: 'b2cadmin@contosocustomers.example' })
    const claims = decodeJwt(textAt(await answer.json(), 'access_token'))
    expect(claims['tid']).toBe('99999999-dddd-4eee-8fff-000000000002')
    expect(claims.iss).toContain('/99999999-dddd-4eee-8fff-000000000002/v2.0')
  })

  test('are three, and no other can be named', async () => {
    const answer = await fetch(`${emulator.url}/_emulator/state?tenant=school`)
    expect(answer.status).toBe(400)
    expect(textAt(await answer.json(), 'error', 'message')).toContain(
      '"tenant" must be one of workforce, b2c, external',
    )
  })
})
