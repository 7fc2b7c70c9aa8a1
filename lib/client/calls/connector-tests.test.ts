import { afterEach, expect, it, vi } from 'vitest'
import type { ConnectorTestResult } from '@/lib/contract/connector-test'
import { connectorTest } from '@/lib/contract/testing/connector-test'
import { portalAnswering, refusal, tokenSource } from '../testing/portal'
import { createConnectorTester } from './connector-tests'

const result: ConnectorTestResult = {
  outcome: 'failed',
  stages: [{ name: 'dns', ms: 1, ok: false }],
  request: { method: 'POST', targetUrl: 'https://api.example.com/', headers: [], body: {} },
  tls: null,
  response: null,
  failure: { stage: 'dns', code: 'hostNotFound', message: 'There is no such host.' },
  verdict: null,
}

const test = (signal = new AbortController().signal) =>
  createConnectorTester(tokenSource().token)(connectorTest, signal)

afterEach(() => {
  vi.unstubAllGlobals()
})

it('a test is sent to the portal’s server, and its result read', async () => {
  const sent = portalAnswering(Response.json(result))

  expect(await test()).toEqual({ ok: true, value: result })
  expect(sent).toMatchObject([{ address: '/api/connector-tests', init: { method: 'POST' } }])
  expect(sent[0]?.init.body).toBe(JSON.stringify(connectorTest))
})

it('a refusal says why', async () => {
  portalAnswering(refusal(429, 'tooManyTests', { 'retry-after': '7' }))

  expect(await test()).toMatchObject({
    ok: false,
    problem: { code: 'tooManyTests', retryAfterSeconds: 7, path: '/api/connector-tests' },
  })
})

it('a result that cannot be read is none', async () => {
  portalAnswering(Response.json({ ...result, outcome: 'perhaps' }))

  expect(await test()).toMatchObject({ ok: false, problem: { code: 'upstreamInvalid' } })
})

it('a lost connection changes nothing in the tenant, and says so', async () => {
  portalAnswering('lost')

  expect(await test()).toMatchObject({ ok: false, problem: { code: 'connectionLost' } })
})

it('is given up with its signal, or after 35 s', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout')
  const sent = portalAnswering(Response.json(result))
  const controller = new AbortController()

  await test(controller.signal)
  controller.abort()

  expect(timeout).toHaveBeenCalledWith(35_000)
  expect(sent[0]?.init.signal?.aborted).toBe(true)
  timeout.mockRestore()
})
