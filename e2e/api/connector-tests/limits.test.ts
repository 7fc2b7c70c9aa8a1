import { readdirSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { startEmulator, type Emulator } from '@/emulator/emulator'
import { createTestLimits } from '@/lib/server/connector-tests/test-limits'
import { connectorTestRoute, postTest, resultOf, testOf } from '../support/connector-tests'
import { emulatedPortal } from '../support/emulated-portal'
import { serveRoutes } from '../support/route-server'

let emulator: Emulator

const portal = emulatedPortal(
  async () => {
    emulator = await startEmulator({ port: 0, tlsPort: 0 })
    vi.stubEnv('CONNECTOR_TEST_ALLOW', new URL(emulator.tlsUrl).host)
    return emulator
  },
  ({ caCertificatePem }) =>
    connectorTestRoute({ authorities: caCertificatePem }, createTestLimits()),
)

const sample = (name: string) => testOf(`${emulator.tlsUrl}/samples/${name}`)

describe('one person', () => {
  it('has 10 tests a minute, with whatever token; another has 10 more', async () => {
    const tokens = [portal.world.token, await portal.world.signIn({ claims: { jti: 'another' } })]
    const ask = (token: string) => postTest({ origin: portal.origin, token }, sample('continue'))
    const statuses: number[] = []
    for (let index = 0; index < 10; index += 1) {
      statuses.push((await ask(tokens[index % 2] ?? '')).status)
    }
    const eleventh = await ask(tokens[1] ?? '')
    const other = await ask(
      await portal.world.signIn({ user: 'reader@contoso.example', scopes: [] }),
    )

    expect(statuses).toEqual(Array.from({ length: 10 }, () => 200))
    expect(eleventh.status).toBe(429)
    expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(eleventh.headers.get('retry-after'))).toBeLessThanOrEqual(60)
    expect(await eleventh.json()).toMatchObject({ error: { code: 'tooManyTests' } })
    expect(other.status).not.toBe(429)
  })

  it('is not charged for a token that Graph does not accept', async () => {
    const token = await portal.world.signIn({ expiresIn: -60 })
    const statuses: number[] = []
    for (let index = 0; index < 11; index += 1) {
      statuses.push((await postTest({ origin: portal.origin, token }, sample('continue'))).status)
    }

    expect(new Set(statuses)).toEqual(new Set([401]))
  })
})

describe('a test that is cancelled', () => {
  it('frees its place at once', async () => {
    const single = await serveRoutes(
      connectorTestRoute(
        { authorities: emulator.caCertificatePem },
        createTestLimits({ atOnce: 1, perPerson: 1_000 }),
      ),
    )
    const ask = (name: string, signal?: AbortSignal) =>
      postTest(
        { origin: single.origin, token: portal.world.token, ...(signal && { signal }) },
        sample(name),
      )
    try {
      const controller = new AbortController()
      await portal.world.forgetRequests()
      const first = ask('silent', controller.signal).catch((error: unknown) => error)
      // Its token is proven, so it takes the place before a later one is proven.
      await vi.waitFor(async () => expect(await portal.world.requests()).toHaveLength(1))
      await vi.waitFor(async () => expect((await ask('continue')).status).toBe(429))
      controller.abort()

      expect(await first).toMatchObject({ name: 'AbortError' })
      await vi.waitFor(async () => expect((await ask('continue')).status).toBe(200))
    } finally {
      await single.stop()
    }
  })
})

describe('100 tests in a row', () => {
  const descriptors = () => readdirSync('/proc/self/fd').length

  it.skipIf(process.platform !== 'linux')('leave no socket behind', async () => {
    const many = await serveRoutes(connectorTestRoute({ authorities: emulator.caCertificatePem }))
    const names = ['continue', 'hang-up', 'huge', 'garbage', 'cut-off']
    const run = async (count: number) => {
      for (let index = 0; index < count; index += 1) {
        const name = names[index % names.length] ?? ''
        const { origin } = many
        await resultOf(await postTest({ origin, token: portal.world.token }, sample(name)))
      }
    }
    try {
      await run(5)
      const before = descriptors()
      await run(100)

      await vi.waitFor(() => expect(descriptors()).toBeLessThanOrEqual(before))
    } finally {
      await many.stop()
    }
  })
})
