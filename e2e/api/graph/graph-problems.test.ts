import { describe, expect, it } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { emulatedPortal } from '../support/emulated-portal'
import { loyalty } from '../support/samples'

const portal = emulatedPortal(() => startEmulator({ port: 0, tlsPort: 0 }))

const connectors = '/v1.0/identity/apiConnectors'

describe('Graph’s refusals', () => {
  it('of a read-only token come through', async () => {
    const token = await portal.world.signIn({ scopes: ['APIConnectors.Read.All'] })
    const response = await fetch(`${portal.origin}/api/graph${connectors}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(loyalty),
    })

    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ error: { code: 'AADB2C' } })
  })

  it('come without the secrets that they repeat', async () => {
    const { password } = loyalty.authenticationConfiguration
    const message = `Cannot call ${loyalty.targetUrl} with ${password}`
    await portal.world.faults({
      method: 'POST',
      path: '/identity/apiConnectors',
      kind: 'status',
      status: 400,
      body: { error: { code: 'AADB2C', message } },
    })

    const response = await portal.world.ask('POST', connectors, loyalty)

    expect(await response.json()).toEqual({
      error: {
        code: 'AADB2C',
        message: 'Cannot call https://api.example.com/check?code=••• with •••',
      },
    })
  })

  it('of a forged token come through', async () => {
    const response = await fetch(`${portal.origin}/api/graph${connectors}`, {
      headers: { authorization: 'Bearer forged.token.canary' },
    })

    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } })
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })

  it('of too many requests come at once when the pause is longer than anybody waits', async () => {
    await portal.world.faults({
      path: '/identity/apiConnectors',
      kind: 'status',
      status: 429,
      headers: { 'Retry-After': '120' },
    })

    const response = await portal.world.ask('GET', connectors)

    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('120')
    expect(await portal.world.requests()).toHaveLength(1)
  })
})

describe('faults', () => {
  it.each([
    { kind: 'reset', status: 502, code: 'upstreamUnreachable', calls: 4 },
    { kind: 'truncate', status: 502, code: 'upstreamInvalid', calls: 2 },
    { kind: 'html', status: 502, code: 'upstreamInvalid', calls: 4 },
  ] as const)('$kind of a list that goes on is $code after $calls calls', async (expected) => {
    const { kind, status, code, calls } = expected
    await portal.world.faults({ method: 'GET', path: '/identity/apiConnectors', kind, times: 9 })

    const response = await portal.world.ask('GET', connectors)

    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code } })
    expect(await portal.world.requests()).toHaveLength(calls)
  })

  it('a slow Graph is waited for', async () => {
    await portal.world.faults({ path: '/identity/apiConnectors', kind: 'delay', delayMs: 300 })

    expect((await portal.world.ask('GET', connectors)).status).toBe(200)
  })
})
