import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from '@/lib/contract/z'
import { headersOf, portalAnswering, refusal, tokenSource, type Reply } from '../testing/portal'
import { createGraphClient, type GraphCall } from './graph'
import { WaitingRoom } from './waiting-room'

const schema = z.object({ name: z.string() })
const path = '/v1.0/identity/apiConnectors'
const read = { method: 'GET', path, reads: schema } as const

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Makes the call while time passes as it is waited for. */
async function callWith<Value>(call: GraphCall<Value>, ...replies: readonly Reply[]) {
  const sent = portalAnswering(...replies)
  const room = new WaitingRoom()
  const startedMs = Date.now()
  const answering = createGraphClient(tokenSource().token, room)(call)
  await vi.runAllTimersAsync()
  return { answer: await answering, sent, waitedMs: Date.now() - startedMs, room }
}

const throttled = (seconds: number) =>
  refusal(429, 'TooManyRequests', { 'retry-after': `${seconds}` })

describe('an answer', () => {
  it('is read by its schema', async () => {
    const { answer, sent } = await callWith(read, Response.json({ name: 'a', more: 1 }))

    expect(answer).toEqual({ ok: true, value: { name: 'a' } })
    expect(sent[0]?.address).toBe(`/api/graph${path}`)
    expect(sent.map(headersOf)[0]?.get('prefer')).toBe('wait=2')
  })

  it('of no interest is not read', async () => {
    const { answer } = await callWith({ method: 'DELETE', path }, new Response('<html>'))

    expect(answer).toEqual({ ok: true, value: undefined })
  })

  it.each([
    ['GET', 'upstreamInvalid'],
    ['POST', 'outcomeUnknown'],
    ['PATCH', 'outcomeUnknown'],
  ] as const)('to a %s that cannot be read is %s', async (method, code) => {
    for (const body of ['', 'null', '{"name":1}', '<html>']) {
      const { answer } = await callWith({ ...read, method }, new Response(body, { status: 200 }))

      expect(answer).toMatchObject({ ok: false, problem: { code, method, path } })
    }
  })

  it.each([
    ['GET', 'connectionLost'],
    ['POST', 'outcomeUnknown'],
    ['PATCH', 'outcomeUnknown'],
    ['PUT', 'outcomeUnknown'],
    ['DELETE', 'outcomeUnknown'],
  ] as const)('to a %s that is lost is %s', async (method, code) => {
    const { answer, sent } = await callWith({ method, path }, 'lost')

    expect(answer).toMatchObject({ ok: false, problem: { code } })
    expect(sent).toHaveLength(1)
  })
})

describe('a request to wait', () => {
  it('is kept to, and then the call goes on by itself', async () => {
    const { answer, sent, waitedMs } = await callWith(
      read,
      throttled(7),
      throttled(5),
      Response.json({ name: 'a' }),
    )

    expect(answer.ok).toBe(true)
    expect(sent).toHaveLength(3)
    expect(waitedMs).toBe(12_000)
  })

  it('is kept to three times', async () => {
    const { answer, sent } = await callWith(read, throttled(1))

    expect(answer).toMatchObject({ problem: { status: 429 } })
    expect(sent).toHaveLength(4)
  })

  it.each([
    [90, 4],
    [91, 1],
  ])('of %i seconds makes %i calls', async (seconds, count) => {
    expect((await callWith(read, throttled(seconds))).sent).toHaveLength(count)
  })

  it.each([
    ['GET', refusal(503, 'ServiceUnavailable', { 'retry-after': '1' }), 4],
    ['GET', refusal(503, 'ServiceUnavailable'), 1],
    ['GET', refusal(500, 'InternalServerError', { 'retry-after': '1' }), 1],
    ['POST', refusal(503, 'ServiceUnavailable', { 'retry-after': '1' }), 1],
    ['POST', refusal(503, 'tooBusy', { 'retry-after': '1' }), 4],
    ['POST', throttled(1), 4],
    ['DELETE', throttled(1), 4],
  ] as const)(
    'to a %s is a reason for another try only if nothing was done',
    async (method, reply, count) => {
      expect((await callWith({ method, path }, reply)).sent).toHaveLength(count)
    },
  )

  it('ends with the person who does not want to wait, with what Microsoft answered', async () => {
    const sent = portalAnswering(throttled(60))
    const room = new WaitingRoom()
    const answering = createGraphClient(tokenSource().token, room)(read)
    await vi.waitFor(() => expect(room.known.value().until).not.toBeNull())

    room.cancel()

    expect(await answering).toMatchObject({ problem: { status: 429, retryAfterSeconds: 60 } })
    expect(sent).toHaveLength(1)
  })
})

it('is given up by the person who asked', async () => {
  const sent = portalAnswering(Response.json({ name: 'a' }))
  const controller = new AbortController()

  await createGraphClient(
    tokenSource().token,
    new WaitingRoom(),
  )({ ...read, signal: controller.signal })
  controller.abort()

  expect(sent[0]?.init.signal?.aborted).toBe(true)
})

it.each([
  ['GET', 25_000],
  ['PATCH', 50_000],
] as const)('a %s is given up after %i ms', async (method, deadlineMs) => {
  const limits: number[] = []
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    limits.push(ms)
    return new AbortController().signal
  })

  await callWith({ method, path }, new Response(null, { status: 204 }))

  timeout.mockRestore()
  expect(limits).toEqual([deadlineMs])
})
