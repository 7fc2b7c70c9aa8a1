/** The portal's routes on an upstream that answers as a test says, which no emulator would. */
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { captureLog, type LogOutput } from '@/lib/server/testing/log-output'
import { answerEmpty, startUpstream, type Upstream } from '@/lib/graph/testing/upstream'
import { serveRoutes, type RouteServer } from './route-server'

export type PortalOnUpstream = {
  readonly origin: string
  readonly upstream: Upstream
  readonly log: LogOutput
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>
  readonly write: (method: string, path: string, body: unknown) => Promise<Response>
}

/** Call it once at the top of a test file; what it gives is there while a test runs. */
export function portalOnUpstream(): PortalOnUpstream {
  const log = captureLog()
  let upstream: Upstream | undefined
  let routes: RouteServer | undefined

  beforeAll(async () => {
    upstream = await startUpstream()
    routes = await serveRoutes()
    vi.stubEnv('EMULATOR_URL', upstream.url)
    vi.stubEnv('PORTAL_ORIGIN', routes.origin)
  })

  beforeEach(() => {
    required(upstream).received.length = 0
    required(upstream).respond = answerEmpty
    log.clear()
  })

  afterAll(async () => {
    await routes?.stop()
    await upstream?.stop()
  })

  const ask = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    if (!headers.has('authorization')) headers.set('authorization', 'Bearer token-canary')
    // What is waited for is another test's subject.
    if (!headers.has('prefer')) headers.set('prefer', 'wait=0')
    return fetch(required(routes).origin + path, { ...init, redirect: 'manual', headers })
  }
  return {
    log,
    ask,
    write: (method, path, body) =>
      ask(path, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    get origin() {
      return required(routes).origin
    },
    get upstream() {
      return required(upstream)
    },
  }
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Only a running test has this')
  return value
}
