/** The portal's routes on an emulator of their own, and a fresh world for each test of a file. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest'
import type { TenantKind } from '@/emulator/basics/directories'
import { captureLog, type LogOutput } from '@/lib/server/testing/log-output'
import { serveRoutes, type RouteServer } from './route-server'
import { openWorld, type World } from './world'

type RunningEmulator = { readonly url: string; readonly stop: () => Promise<void> }

export type EmulatedPortal = {
  readonly origin: string
  readonly world: World
  /** Another one beside it, in the workforce tenant if no other is named. */
  readonly openWorld: (name: string, tenant?: TenantKind) => Promise<World>
  readonly log: LogOutput
  /** What the test sends and the log must not know, besides all that has "canary" in it. */
  readonly secrets: string[]
}

type RouteHandlersByAddress = Parameters<typeof serveRoutes>[0]

/**
 * Call it once at the top of a test file; what it gives is there while a test runs. Handlers that
 * need to know the emulator are made once it is there.
 */
export function emulatedPortal<Emulator extends RunningEmulator>(
  startEmulator: () => Promise<Emulator>,
  makeHandlers: (emulator: Emulator) => RouteHandlersByAddress = () => ({}),
): EmulatedPortal {
  // Making keys and PKCS#12 files takes seconds on a busy machine.
  vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })
  const log = captureLog()
  const secrets: string[] = []
  let running: { emulator: Emulator; routes: RouteServer } | undefined
  let world: World | undefined
  let count = 0

  const worldNamed = (name: string, tenant?: TenantKind) => {
    const { emulator, routes } = required(running)
    return openWorld({
      emulatorUrl: emulator.url,
      portalOrigin: routes.origin,
      name,
      ...(tenant && { tenant }),
    })
  }

  beforeAll(async () => {
    const emulator = await startEmulator()
    running = { emulator, routes: await serveRoutes(makeHandlers(emulator)) }
    vi.stubEnv('EMULATOR_URL', running.emulator.url)
    vi.stubEnv('PORTAL_ORIGIN', running.routes.origin)
  })

  beforeEach(async () => {
    count += 1
    world = await worldNamed(`world-${count}`)
    log.clear()
  })

  afterEach(() => {
    const text = log.text()
    for (const secret of ['canary', required(world).token, ...secrets.splice(0)]) {
      expect(text).not.toContain(secret)
    }
  })

  afterAll(async () => {
    await running?.routes.stop()
    await running?.emulator.stop()
  })

  return {
    secrets,
    openWorld: worldNamed,
    log,
    get origin() {
      return required(running).routes.origin
    },
    get world() {
      return required(world)
    },
  }
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Only a running test has this')
  return value
}
