import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { captureLog, type LogOutput } from '../testing/log-output'

let log: LogOutput

beforeEach(() => {
  log = captureLog()
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.resetModules()
})

const context = { params: Promise.resolve({ version: 'v1.0' }) }

const signedIn = () =>
  new Request('http://localhost:3000/api/graph/v1.0/x', {
    headers: { authorization: 'Bearer token' },
  })

/** A fresh portal that reads the environment as it is now. */
const start = async (work: () => Promise<{ status: number }>) => {
  const { handle, routes } = await import('./handler')
  return routes('/api/graph/{version}/x', { GET: handle({ params: z.object({}), work }) })
}

describe('an endpoint', () => {
  it('says nothing of a failure it did not expect, to the browser or the log', async () => {
    vi.stubEnv('EMULATOR_URL', 'http://localhost:4000')
    const { GET } = await start(() => Promise.reject(new Error('password: hunter2')))

    const response = await GET(signedIn(), context)

    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).toContain('"unexpected"')
    expect(text + log.text()).not.toContain('hunter2')
    expect(log.lines()).toMatchObject([
      { level: 'error', error: { name: 'Error', frames: expect.any(Array) as unknown[] } },
      { level: 'warn', status: 500, code: 'unexpected' },
    ])
  })

  it('names what is missing while the portal is not configured', async () => {
    const { GET } = await start(() => Promise.resolve({ status: 200 }))

    const response = await GET(signedIn(), context)

    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({
      error: { code: 'notConfigured', details: [{ target: 'AZURE_CLIENT_ID' }] },
    })
  })

  it('asks for a token before it tells whether the portal is configured', async () => {
    const { GET } = await start(() => Promise.resolve({ status: 200 }))

    const response = await GET(new Request('http://localhost:3000/api/graph/v1.0/x'), context)

    expect(response.status).toBe(401)
  })
})

describe('the log', () => {
  it('redacts what should never have been given to it', async () => {
    const { log: logger } = await import('../process/log')
    logger().info({
      token: 'canary',
      authorization: 'canary',
      request: { password: 'canary', targetUrl: 'canary', pkcs12Value: 'canary', body: 'canary' },
    })

    expect(log.lines()).toHaveLength(1)
    expect(log.text()).not.toContain('canary')
  })

  it('keeps what came from outside on its line', async () => {
    const { log: logger } = await import('../process/log')
    logger().info({ code: 'a\n{"level":"info","forged":true}\u001b[31m' })

    expect(log.text().trim().split('\n')).toHaveLength(1)
    expect(log.text()).not.toContain('\u001b')
  })

  it('is as quiet as LOG_LEVEL says, but changes are recorded', async () => {
    vi.stubEnv('LOG_LEVEL', 'error')
    const { log: logger, auditLog } = await import('../process/log')
    logger().info({ x: 1 })
    expect(log.text()).toBe('')

    auditLog().info({ event: 'audit' })
    expect(log.audit()).toHaveLength(1)
  })

  it('can be silenced, changes and all', async () => {
    vi.stubEnv('LOG_LEVEL', 'silent')
    const { log: logger, auditLog } = await import('../process/log')
    logger().fatal({ x: 1 })
    auditLog().info({ event: 'audit' })

    expect(log.text()).toBe('')
  })
})
