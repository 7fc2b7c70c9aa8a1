import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from './basics/answer'
import type { Caller } from './basics/caller'
import { readFromGraph } from './graph-attempts'
import { answerJson, startUpstream, type Upstream } from './testing/upstream'

let upstream: Upstream
const noted: Answer[] = []

beforeAll(async () => {
  upstream = await startUpstream()
})

beforeEach(() => {
  upstream.received.length = 0
  noted.length = 0
})

afterAll(() => upstream.stop())

const path = '/v1.0/identity/apiConnectors'

const callerOf = (patienceMs: number): Caller => ({
  token: 'token',
  clientRequestId: 'e2b0f4b0-2f5b-4d1e-9a37-2f3c3f8f4d11',
  gone: new AbortController().signal,
  patienceMs,
  graphRoot: upstream.url,
  noteAnswer: (answer) => noted.push(answer),
})

const throttledFor = (seconds: number) => {
  upstream.respond = (_, response) => {
    response.setHeader('retry-after', String(seconds))
    answerJson(response, { error: { code: 'TooManyRequests', message: 'Later.' } }, 429)
  }
}

describe('Retry-After', () => {
  // Waiting for it would take longer than the test may.
  it.each([
    ['longer than there is time', 60, Infinity],
    ['longer than the caller waits', 5, 2_000],
  ])(
    'that is %s is answered at once',
    async (_what, seconds, patienceMs) => {
      throttledFor(seconds)

      const answer = await readFromGraph(callerOf(patienceMs), path)

      expect(answer.status).toBe(429)
      expect(answer.headers).toContainEqual(['retry-after', String(seconds)])
      expect(upstream.received).toHaveLength(1)
    },
    4_000,
  )

  it('that is short is waited for, and each answer is told of', async () => {
    throttledFor(0)

    expect((await readFromGraph(callerOf(Infinity), path)).status).toBe(429)
    expect(upstream.received).toHaveLength(4)
    expect(noted.map(({ status }) => status)).toEqual([429, 429, 429, 429])
  })
})

describe('a read', () => {
  it('is answered as soon as one attempt is', async () => {
    upstream.respond = (_, response) => {
      if (upstream.received.length === 1) response.destroy()
      else answerJson(response, { value: [] })
    }

    expect(await readFromGraph(callerOf(Infinity), path)).toMatchObject({
      status: 200,
      json: { value: [] },
    })
    expect(upstream.received).toHaveLength(2)
  })

  it.each([200, 201])('answered with %i and no bytes is no answer', async (status) => {
    upstream.respond = (_, response) => void response.writeHead(status).end()

    await expect(readFromGraph(callerOf(Infinity), path)).rejects.toMatchObject({
      code: 'upstreamInvalid',
    })
    expect(upstream.received).toHaveLength(2)
  })

  it('answered with a redirect is no answer, and is not followed', async () => {
    upstream.respond = (_, response) => void response.writeHead(300, { location: '/' }).end()

    await expect(readFromGraph(callerOf(Infinity), path)).rejects.toMatchObject({
      code: 'upstreamInvalid',
    })
    expect(upstream.received).toHaveLength(1)
  })
})
