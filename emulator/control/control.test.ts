import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import { openTenant, textAt, valueAt, type Tenant } from '../testing/tenant'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

const connectors = '/v1.0/identity/apiConnectors'

async function count(tenant: Tenant): Promise<unknown> {
  return (await tenant.graph(`${connectors}/$count`)).body
}

describe('reset', () => {
  test('takes everything in the world back to the seed', async () => {
    const tenant = await openTenant(emulator, 'reset', 'demo')
    await tenant.graph(`${connectors}/3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1001`, { method: 'DELETE' })
    await tenant.control('/settings', { method: 'PATCH', body: { filter: 'ignore' } })
    await tenant.control('/clock', { method: 'POST', body: { now: 1 } })
    await tenant.control('/faults', {
      method: 'POST',
      body: { path: '*', kind: 'status', status: 500 },
    })
    expect((await tenant.control('/reset', { method: 'POST' })).status).toBe(204)
    const { body } = await tenant.control('/state')
    expect(body).toMatchObject({ clockIsReal: true, faults: [] })
    expect(valueAt((await tenant.control('/settings')).body, 'filter')).toBe('support')
    expect((await tenant.control('/requests')).body).toEqual([])
    expect(await count(tenant)).toBe(15)
  })

  test('leaves other worlds alone', async () => {
    const tenant = await openTenant(emulator, 'reset-mine', 'demo')
    await openTenant(emulator, 'reset-other', 'empty')
    expect(await count(tenant)).toBe(15)
  })

  test('a world that nobody reset begins with the demo', async () => {
    const answer = await fetch(`${emulator.url}/_emulator/state?world=untouched`)
    const state: unknown = await answer.json()
    expect(valueAt(state, 'connectors')).toHaveLength(15)
  })

  test('large makes as many as it is told, and lets more be created', async () => {
    const tenant = await openTenant(emulator, 'reset-large')
    const body = { seed: 'large', connectors: 10_000, flows: 60 }
    await tenant.control('/reset', { method: 'POST', body })
    expect(await count(tenant)).toBe(10_000)
    const flows = await tenant.graph('/v1.0/identity/b2xUserFlows')
    expect(valueAt(flows.body, 'value')).toHaveLength(60)
    const created = await tenant.graph(connectors, {
      method: 'POST',
      body: {
        displayName: 'One more',
        targetUrl: 'https://api.example.com/',
        authenticationConfiguration: {
          '@odata.type': '#microsoft.graph.basicAuthentication',
          username: 'u',
          password: 'p',
        },
      },
    })
    expect(created.status).toBe(201)
  })
})

describe('tokens', () => {
  test('carry all consented permissions unless some are named', async () => {
    const tenant = await openTenant(emulator, 'tokens')
    const all = decodeJwt(await tenant.token({ user: 'connectors@contoso.example' }))
    expect(all['scp']).toBe('APIConnectors.Read.All APIConnectors.ReadWrite.All User.Read')
    const one = decodeJwt(await tenant.token({ scopes: ['APIConnectors.Read.All'] }))
    expect(one['scp']).toBe('APIConnectors.Read.All')
  })

  test('may have any permission that the account could agree to', async () => {
    const tenant = await openTenant(emulator, 'tokens-may')
    const token = await tenant.token({
      user: 'connectors@contoso.example',
      scopes: ['IdentityUserFlow.ReadWrite.All'],
    })
    expect(decodeJwt(token)['scp']).toBe('IdentityUserFlow.ReadWrite.All')
  })

  test.each([
    [
      'a permission that only an administrator could agree to',
      { user: 'reader@contoso.example', scopes: ['APIConnectors.ReadWrite.All'] },
      65001,
    ],
    [
      'a permission that does not exist',
      { user: 'admin@contoso.example', scopes: ['Mail.Read'] },
      650053,
    ],
    ['an account that does not exist', { user: 'nobody@contoso.example' }, 50034],
  ])('are refused for %s', async (_name, body, code) => {
    const tenant = await openTenant(emulator, 'tokens-refused')
    const answer = await tenant.control('/tokens', { method: 'POST', body })
    expect(answer.status).toBe(400)
    expect(valueAt(answer.body, 'error_codes')).toEqual([code])
    expect(textAt(answer.body, 'error_description')).toContain(`AADSTS${code}`)
  })

  test('last as long as they are told, may have run out, and carry further claims', async () => {
    const tenant = await openTenant(emulator, 'tokens-claims')
    const now = Math.floor(Date.now() / 1000)
    const claims = decodeJwt(await tenant.token({ expiresIn: 120, claims: { acrs: ['c1'] } }))
    expect(claims['acrs']).toEqual(['c1'])
    expect(claims['xms_cc']).toEqual(['CP1'])
    expect(Number(claims.exp) - now).toBeGreaterThan(110)
    expect(Number(decodeJwt(await tenant.token({ expiresIn: -5 })).exp)).toBeLessThanOrEqual(now)
  })

  test('are for the world in the body before that in the query', async () => {
    const tenant = await openTenant(emulator, 'tokens-query')
    const body = { user: 'admin@contoso.example', world: 'tokens-body' }
    const answer = await tenant.control('/tokens', { method: 'POST', body })
    expect(answer.status).toBe(201)
    expect(decodeJwt(textAt(answer.body, 'access_token'))['emulator_world']).toBe('tokens-body')
  })
})

describe('settings', () => {
  test('are changed one by one, and answered whole', async () => {
    const tenant = await openTenant(emulator, 'settings')
    const body = { aesPfx: 'accept', latencyMs: 5 }
    const changed = await tenant.control('/settings', { method: 'PATCH', body })
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({ ...body, filter: 'support', connectorLimit: 20 })
    expect((await tenant.control('/settings')).body).toEqual(changed.body)
    expect((await tenant.graph(connectors)).status).toBe(200)
  })

  test.each([
    [{ colour: 'red' }, 'There is no setting "colour"'],
    [{ aesPfx: 'maybe' }, '"aesPfx" must be "reject" or "accept"'],
    [{ connectorLimit: -1 }, '"connectorLimit" must be a whole number from 0 to 1000000, or null'],
    [{ otherKind: 404 }, '"otherKind" must be 403 or 400'],
    [{ retryAfter: 'yes' }, '"retryAfter" must be true or false'],
    [{ throttling: { perMinute: 5 } }, '"throttling" must be true'],
    [{ throttling: { perApplicationPerMinute: 'x' } }, '"throttling" must be true'],
    [[], 'The body must be a JSON object'],
  ])('%j is refused with a sentence', async (body, sentence) => {
    const tenant = await openTenant(emulator, 'settings-refused')
    const answer = await tenant.control('/settings', { method: 'PATCH', body })
    expect(answer.status).toBe(400)
    expect(valueAt(answer.body, 'error', 'code')).toBe('badRequest')
    expect(textAt(answer.body, 'error', 'message')).toContain(sentence)
  })

  test('with one wrong among them change nothing', async () => {
    const tenant = await openTenant(emulator, 'settings-whole')
    await tenant.control('/settings', {
      method: 'PATCH',
      body: { aesPfx: 'accept', filter: 'sometimes' },
    })
    expect(valueAt((await tenant.control('/settings')).body, 'aesPfx')).toBe('reject')
  })
})

describe('the clock', () => {
  test('stands where it is put, and runs again when it is let go', async () => {
    const tenant = await openTenant(emulator, 'clock')
    const set = await tenant.control('/clock', { method: 'POST', body: { now: 1_767_225_600 } })
    expect(set.body).toEqual({ now: 1_767_225_600, clockIsReal: false })
    expect((await tenant.control('/clock', { method: 'DELETE' })).status).toBe(204)
    expect((await tenant.control('/clock')).body).toMatchObject({ clockIsReal: true })
  })
})

describe('the request log', () => {
  test('tells what was sent, without the token', async () => {
    const tenant = await openTenant(emulator, 'requests')
    await tenant.graph(`${connectors}?$top=5`, { headers: { 'client-request-id': 'abc' } })
    await tenant.graph(`${connectors}/unknown`)
    const { body } = await tenant.control('/requests')
    expect(body).toMatchObject([
      {
        method: 'GET',
        path: connectors,
        query: { $top: '5' },
        headers: { authorization: 'Bearer [redacted]', 'client-request-id': 'abc' },
        status: 200,
        fault: null,
      },
      { path: `${connectors}/unknown`, query: {}, status: 404 },
    ])
    expect(Date.parse(textAt(body, 0, 'time'))).toBeGreaterThan(0)
    expect(JSON.stringify(body)).not.toContain('eyJ')
  })

  test('holds refused calls, too, and can be emptied', async () => {
    const tenant = await openTenant(emulator, 'requests-refused')
    await tenant.graph(connectors, { token: await tenant.token({ expiresIn: -60 }) })
    expect((await tenant.control('/requests')).body).toMatchObject([{ status: 401 }])
    await tenant.control('/requests', { method: 'DELETE' })
    expect((await tenant.control('/requests')).body).toEqual([])
  })
})

describe('a control call that makes no sense', () => {
  const calls: [string, string, unknown, string][] = [
    ['POST', '/reset', { seed: 'huge' }, '"seed" must be one of demo, empty, large'],
    ['POST', '/reset', { seeds: 'demo' }, 'There is no property "seeds"'],
    ['POST', '/reset', { connectors: 'many' }, '"connectors" must be a whole number'],
    ['POST', '/reset', '{', 'The body is not JSON'],
    ['POST', '/faults', { path: '/x' }, '"kind" is missing'],
    ['POST', '/faults', { kind: 'status', status: 500 }, '"path" is missing'],
    ['POST', '/faults', { path: '/x', kind: 'status' }, '"status" is missing'],
    ['POST', '/faults', { path: '/x', kind: 'delay' }, '"delayMs" is missing'],
    ['POST', '/faults', { path: '/x', kind: 'flood' }, '"kind" must be one of'],
    ['POST', '/faults', { path: '/x', kind: 'html', headers: { a: 1 } }, '"headers" must be'],
    ['POST', '/clock', {}, '"now" is missing'],
    ['POST', '/clock', { now: 'soon' }, '"now" must be a whole number'],
    ['POST', '/revoke', { user: 'nobody' }, 'There is no user "nobody"'],
    ['POST', '/revoke', { sessions: 'all' }, '"sessions" must be true or false'],
    ['POST', '/tokens', { user: 5 }, '"user" must be a user name'],
    ['POST', '/tokens', { user: 'admin@contoso.example', world: '../x' }, '"world" must be'],
    ['GET', '/nothing', undefined, 'There is no control call'],
  ]
  test.each(calls)('%s %s %j is refused', async (method, path, ...[body, sentence]) => {
    const tenant = await openTenant(emulator, 'control-refused')
    const answer = await tenant.control(path, { method, body })
    expect(answer.status).toBe(400)
    expect(textAt(answer.body, 'error', 'message')).toContain(sentence)
  })

  test('such as a world that cannot be', async () => {
    const answer = await fetch(`${emulator.url}/_emulator/state?world=a/b`)
    expect(answer.status).toBe(400)
  })
})

test('health is good once the emulator listens', async () => {
  const answer = await fetch(`${emulator.url}/_emulator/health`)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ status: 'ready' })
})

test('no other page of the browser may read or change anything', async () => {
  const headers = { origin: 'http://localhost:3000' }
  const answer = await fetch(`${emulator.url}/_emulator/state`, { headers })
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  const form = await fetch(`${emulator.url}/_emulator/reset`, {
    method: 'POST',
    headers,
    body: 'x',
  })
  expect(form.status).toBe(415)
})
