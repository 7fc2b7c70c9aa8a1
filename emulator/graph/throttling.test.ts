import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import { documentedQuota } from '../basics/settings'
import { openTenant, valueAt, type Tenant } from '../testing/tenant'
import { countCall } from './throttling'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

const connectors = '/v1.0/identity/apiConnectors'

async function throttled(world: string, settings: Record<string, unknown>): Promise<Tenant> {
  const tenant = await openTenant(emulator, world)
  await tenant.control('/settings', { method: 'PATCH', body: settings })
  return tenant
}

async function statuses(tenant: Tenant, calls: number): Promise<number[]> {
  const answers: number[] = []
  for (let call = 0; call < calls; call += 1) answers.push((await tenant.graph(connectors)).status)
  return answers
}

describe('the quota', () => {
  test('is off unless a world asks for it', async () => {
    const tenant = await openTenant(emulator, 'quota-off')
    const { body } = await tenant.control('/settings')
    expect(valueAt(body, 'throttling')).toBeNull()
  })

  test('is the documented one when it is only switched on', async () => {
    const tenant = await throttled('quota-on', { throttling: true })
    const { body } = await tenant.control('/settings')
    expect(valueAt(body, 'throttling')).toEqual({
      perApplicationPerMinute: 200,
      perTenantPerMinute: 300,
    })
  })

  test('lets 200 calls a minute pass and refuses the 201st', () => {
    const times: number[] = []
    const waits = Array.from({ length: 201 }, () => countCall(times, documentedQuota, 1_000_000))
    expect(waits.slice(0, 200).every((wait) => wait === 0)).toBe(true)
    expect(waits[200]).toBe(60)
  })

  test('has room again a minute after the first call', () => {
    const times: number[] = []
    const quota = { perApplicationPerMinute: 2, perTenantPerMinute: 9 }
    expect(countCall(times, quota, 0)).toBe(0)
    expect(countCall(times, quota, 30_000)).toBe(0)
    expect(countCall(times, quota, 59_999)).toBe(31)
    expect(countCall(times, quota, 120_000)).toBe(0)
  })

  test('counts calls that are refused, too', () => {
    const times: number[] = []
    const quota = { perApplicationPerMinute: 1, perTenantPerMinute: 9 }
    countCall(times, quota, 0)
    expect(countCall(times, quota, 50_000)).toBeGreaterThan(0)
    expect(countCall(times, quota, 70_000)).toBeGreaterThan(0)
  })

  test('of the tenant counts where it is the lower one', async () => {
    const throttling = { perApplicationPerMinute: 100, perTenantPerMinute: 2 }
    const tenant = await throttled('quota-tenant', { throttling })
    expect(await statuses(tenant, 3)).toEqual([200, 200, 429])
  })
})

describe('429', () => {
  const throttling = { perApplicationPerMinute: 1, perTenantPerMinute: 9 }

  test('says when to come back', async () => {
    const tenant = await throttled('retry-after', { throttling })
    await tenant.graph(connectors)
    const answer = await tenant.graph(connectors)
    expect(answer.status).toBe(429)
    expect(valueAt(answer.body, 'error', 'code')).toBe('AADB2C90229')
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(50)
  })

  test('does not say so by setting', async () => {
    const tenant = await throttled('no-retry-after', { throttling, retryAfter: false })
    await tenant.graph(connectors)
    const answer = await tenant.graph(connectors)
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBeNull()
  })

  test('is not what another world gets', async () => {
    const tenant = await throttled('quota-mine', { throttling })
    const other = await openTenant(emulator, 'quota-other')
    await statuses(tenant, 2)
    expect(await statuses(other, 2)).toEqual([200, 200])
  })
})
