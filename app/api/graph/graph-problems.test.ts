import { describe, expect, it } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { emulatedPortal } from '../_testing/emulated-portal'
import { loyalty } from '../_testing/samples'

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

  it('of a forged token come through', async () => {
    const response = await fetch(`${portal.origin}/api/graph${connectors}`, {
      headers: { authorization: 'Bearer forged.token.canary' },
    })

    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } })
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/)
  })

  it('of too many requests keep their Retry-After', async () => {
    await portal.world.fail({
      path: '/identity/apiConnectors',
      kind: 'status',
      status: 429,
      headers: { 'Retry-After': '17' },
    })

    const response = await portal.world.ask('GET', connectors)

    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('17')
  })
})

describe('faults', () => {
  it.each([
    ['reset', 502, 'upstreamUnreachable'],
    ['truncate', 502, 'upstreamInvalid'],
    ['html', 502, 'upstreamInvalid'],
  ])('%s of a list is %i %s', async (kind, status, code) => {
    await portal.world.fail({ method: 'GET', path: '/identity/apiConnectors', kind })

    const response = await portal.world.ask('GET', connectors)

    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code } })
  })

  it.each([
    ['reset', 12],
    ['loseResponse', 13],
    ['truncate', 13],
  ])('%s of a creation is 504 outcomeUnknown, and it is never sent twice', async (kind, count) => {
    await portal.world.change({ connectorLimit: null })
    const before = ((await portal.world.state()) as { connectors: unknown[] }).connectors.length
    await portal.world.fail({ method: 'POST', path: '/identity/apiConnectors', kind })

    const response = await portal.world.ask('POST', connectors, loyalty)

    expect(response.status).toBe(504)
    expect(await response.json()).toMatchObject({ error: { code: 'outcomeUnknown' } })
    const after = ((await portal.world.state()) as { connectors: unknown[] }).connectors.length
    expect(after - before).toBe(count - 12)
  })

  it('a slow Graph is waited for', async () => {
    await portal.world.fail({ path: '/identity/apiConnectors', kind: 'delay', delayMs: 300 })

    expect((await portal.world.ask('GET', connectors)).status).toBe(200)
  })
})
