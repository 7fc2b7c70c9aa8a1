import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import { basicConnector, openTenant, textAt, valueAt, type Tenant } from '../testing/tenant'
import { matchesPath } from '../state/faults'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

const connectors = '/v1.0/identity/apiConnectors'
const path = '/identity/apiConnectors'

async function openFaulty(world: string, fault: Record<string, unknown>): Promise<Tenant> {
  const tenant = await openTenant(emulator, world)
  const added = await tenant.control('/faults', { method: 'POST', body: { path, ...fault } })
  expect(added.status).toBe(201)
  return tenant
}

function create(tenant: Tenant) {
  return tenant.graph(connectors, { method: 'POST', body: basicConnector() })
}

async function stored(tenant: Tenant): Promise<number> {
  const list = valueAt((await tenant.control('/state')).body, 'connectors')
  return Array.isArray(list) ? list.length : -1
}

describe('which calls a fault hits', () => {
  test.each([
    ['/identity/apiConnectors', '/v1.0/identity/apiConnectors', true],
    ['/identity/apiConnectors', '/beta/identity/apiConnectors/', true],
    ['/identity/apiconnectors', '/v1.0/Identity/ApiConnectors', true],
    ['/identity/apiConnectors', '/v1.0/identity/apiConnectors/1', false],
    ['/identity/apiConnectors/*', '/v1.0/identity/apiConnectors/1', true],
    ['/identity/apiConnectors/*', '/v1.0/identity/apiConnectors', false],
    ['*/$ref', '/v1.0/identity/b2xUserFlows/x/apiConnectorConfiguration/y/$ref', true],
    ['*', '/beta/anything', true],
    ['/beta/identity/apiConnectors', '/beta/identity/apiConnectors', true],
    ['/beta/identity/apiConnectors', '/v1.0/identity/apiConnectors', false],
    ['/identity/apiConnectors?x=1', '/v1.0/identity/apiConnectors', true],
    ['/identity/api.onnectors', '/v1.0/identity/apiConnectors', false],
  ])('%s and %s', (pattern, called, isHit) => {
    expect(matchesPath(pattern, called)).toBe(isHit)
  })

  test('only those of its method, and any if it names none', async () => {
    const tenant = await openFaulty('fault-method', { kind: 'status', status: 500, method: 'post' })
    expect((await tenant.graph(connectors)).status).toBe(200)
    expect((await create(tenant)).status).toBe(500)
    await tenant.control('/faults', { method: 'POST', body: { path, kind: 'status', status: 500 } })
    expect((await tenant.graph(connectors)).status).toBe(500)
  })

  test('as many as it says, then no more', async () => {
    const tenant = await openFaulty('fault-times', { kind: 'status', status: 503, times: 2 })
    const statuses = [
      await tenant.graph(connectors),
      await tenant.graph(connectors),
      await tenant.graph(connectors),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([503, 503, 200])
  })

  test('after those it skips', async () => {
    const tenant = await openFaulty('fault-skip', { kind: 'status', status: 503, skip: 1 })
    const statuses = [
      await tenant.graph(connectors),
      await tenant.graph(connectors),
      await tenant.graph(connectors),
    ]
    expect(statuses.map(({ status }) => status)).toEqual([200, 503, 200])
  })

  test('those of its own world', async () => {
    await openFaulty('fault-world', { kind: 'status', status: 503 })
    const other = await openTenant(emulator, 'fault-other-world')
    expect((await other.graph(connectors)).status).toBe(200)
  })

  test('none once faults are deleted, or the world is reset', async () => {
    const tenant = await openFaulty('fault-delete', { kind: 'status', status: 503, times: 9 })
    expect((await tenant.control('/faults', { method: 'DELETE' })).status).toBe(204)
    expect((await tenant.graph(connectors)).status).toBe(200)
  })

  test('several faults, one after the other', async () => {
    const tenant = await openFaulty('fault-queue', { kind: 'status', status: 429 })
    await tenant.control('/faults', { method: 'POST', body: { path, kind: 'status', status: 503 } })
    const statuses = [await tenant.graph(connectors), await tenant.graph(connectors)]
    expect(statuses.map(({ status }) => status)).toEqual([429, 503])
  })
})

describe('status', () => {
  test('answers with the status, headers and body asked for, and does nothing', async () => {
    const tenant = await openFaulty('status', {
      kind: 'status',
      status: 429,
      headers: { 'Retry-After': '1' },
      body: { error: { code: 'TooManyRequests', message: 'Slow down.' } },
    })
    const answer = await create(tenant)
    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(answer.headers.get('request-id')).toBeTruthy()
    expect(answer.body).toEqual({ error: { code: 'TooManyRequests', message: 'Slow down.' } })
    expect(await stored(tenant)).toBe(0)
  })

  test.each([
    [500, 'AADB2C90063'],
    [429, 'AADB2C90229'],
    [409, 'AADB2C95053'],
  ])('%s without a body has the fitting error envelope', async (status, code) => {
    const tenant = await openFaulty(`status-${status}`, { kind: 'status', status })
    expect(valueAt((await create(tenant)).body, 'error', 'code')).toBe(code)
  })

  test('may come although the write was applied', async () => {
    const tenant = await openFaulty('status-applied', {
      kind: 'status',
      status: 503,
      applied: true,
    })
    expect((await create(tenant)).status).toBe(503)
    expect(await stored(tenant)).toBe(1)
  })

  test('may be a success that says something else', async () => {
    const tenant = await openFaulty('status-200', {
      kind: 'status',
      status: 200,
      body: '{"value":',
    })
    const answer = await fetch(`${emulator.url}${connectors}`, {
      headers: { authorization: `Bearer ${await tenant.token()}` },
    })
    expect(await answer.text()).toBe('{"value":')
  })
})

describe('delay', () => {
  test('answers late and as usual', async () => {
    const tenant = await openFaulty('delay', { kind: 'delay', delayMs: 150 })
    const begin = performance.now()
    expect((await create(tenant)).status).toBe(201)
    expect(performance.now() - begin).toBeGreaterThanOrEqual(140)
  })

  test('ends when the faults are withdrawn', async () => {
    const tenant = await openFaulty('delay-withdrawn', { kind: 'delay', delayMs: 600_000 })
    const pending = create(tenant)
    const calls = async () => (await tenant.control('/requests')).body
    await expect.poll(calls).toHaveLength(1)
    await tenant.control('/faults', { method: 'DELETE' })
    expect((await pending).status).toBe(201)
  })

  test('may come after the write was applied', async () => {
    const tenant = await openFaulty('delay-applied', {
      kind: 'delay',
      delayMs: 60_000,
      applied: true,
    })
    const impatient = new AbortController()
    const pending = fetch(`${emulator.url}${connectors}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await tenant.token()}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(basicConnector()),
      signal: impatient.signal,
    })
    const givenUp = expect(pending).rejects.toThrow(/abort/i)
    await expect.poll(() => stored(tenant)).toBe(1)
    impatient.abort()
    await givenUp
  })
})

describe('broken connections', () => {
  test('reset cuts the connection before anything happens', async () => {
    const tenant = await openFaulty('reset', { kind: 'reset', method: 'POST' })
    await expect(create(tenant)).rejects.toThrow()
    expect(await stored(tenant)).toBe(0)
  })

  test('loseResponse applies the write and cuts the connection', async () => {
    const tenant = await openFaulty('lose', { kind: 'loseResponse', method: 'POST' })
    await expect(create(tenant)).rejects.toThrow()
    expect(await stored(tenant)).toBe(1)
    const { body } = await tenant.control('/requests')
    expect(valueAt(body, 0)).toMatchObject({ method: 'POST', status: null, fault: 'loseResponse' })
  })

  test('loseResponse works for a delete, too, which has no body', async () => {
    const tenant = await openTenant(emulator, 'lose-delete')
    const id = textAt((await create(tenant)).body, 'id')
    const fault = { path: `${path}/*`, kind: 'loseResponse' }
    await tenant.control('/faults', { method: 'POST', body: fault })
    await expect(tenant.graph(`${connectors}/${id}`, { method: 'DELETE' })).rejects.toThrow()
    expect(await stored(tenant)).toBe(0)
  })

  test('truncate promises a whole body and sends half', async () => {
    const tenant = await openFaulty('truncate', { kind: 'truncate', method: 'GET' })
    const answer = await fetch(`${emulator.url}${connectors}`, {
      headers: { authorization: `Bearer ${await tenant.token()}` },
    })
    expect(answer.status).toBe(200)
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(50)
    await expect(answer.text()).rejects.toThrow()
  })

  test('the next call is answered as if nothing had been', async () => {
    const tenant = await openFaulty('recover', { kind: 'reset' })
    await expect(tenant.graph(connectors)).rejects.toThrow()
    expect((await tenant.graph(connectors)).status).toBe(200)
  })
})

test('html is the page of a proxy that has nothing to do with Graph', async () => {
  const tenant = await openFaulty('html', { kind: 'html' })
  const answer = await tenant.graph(connectors)
  expect(answer.status).toBe(502)
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(answer.body).toContain('<h1>')
})
