import { describe, expect, it } from 'vitest'
import { relay } from './graph-answer'
import type { GraphRequest } from './graph-request'

const path = '/v1.0/identity/apiConnectors'

const answer = (status: number, text = '', type = 'application/json') => ({
  status,
  headers: { 'content-type': type, 'request-id': 'r-1' },
  bytes: Uint8Array.from(Buffer.from(text)).buffer,
})

const error = '{"error":{"code":"x","message":"No."}}'

const outcomeOf = (method: GraphRequest['method'], given: ReturnType<typeof answer>) =>
  relay({ method, path }, given).then(
    ({ status }) => status,
    (problem: unknown) => (problem as { code: string }).code,
  )

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const

describe('an answer without bytes', () => {
  it.each([
    ['GET', 'upstreamInvalid'],
    ['POST', 'outcomeUnknown'],
    ['PATCH', 200],
    ['PUT', 200],
    ['DELETE', 200],
  ] as const)('to a %s of 200 is %s', async (method, expected) => {
    expect(await outcomeOf(method, answer(200))).toBe(expected)
  })

  it('to a POST of 201 leaves its outcome unknown', async () => {
    expect(await outcomeOf('POST', answer(201))).toBe('outcomeUnknown')
  })

  it.each(['PATCH', 'PUT', 'DELETE'] as const)('to a %s of 204 is one', async (method) => {
    expect(await outcomeOf(method, answer(204))).toBe(204)
  })
})

describe('an answer that is not understood', () => {
  it.each([
    [200, '<html>', 'text/html'],
    [200, '{"value":', 'application/json'],
    [200, '{}', 'application/jsonp'],
    [500, '<html>', 'text/html'],
    [502, '{"message":"no envelope"}', 'application/json'],
  ])('of %i leaves the outcome of a write unknown: %s', async (status, text, type) => {
    for (const method of methods) {
      const expected = method === 'GET' ? 'upstreamInvalid' : 'outcomeUnknown'
      expect(await outcomeOf(method, answer(status, text, type))).toBe(expected)
    }
  })

  it.each([300, 302, 399, 400, 404, 499])('of %i tells that nothing was done', async (status) => {
    for (const method of methods) {
      expect(await outcomeOf(method, answer(status, '<html>', 'text/html'))).toBe('upstreamInvalid')
    }
  })

  it.each([300, 399, 600])(
    'with an envelope of errors and %i is none of Graph’s',
    async (status) => {
      expect(await outcomeOf('GET', answer(status, error))).toBe('upstreamInvalid')
    },
  )

  it.each([429, 503])('of %i says how long to wait, whoever says so', async (status) => {
    const page = { ...answer(status, '<html>', 'text/html') }
    const waiting = { ...page, headers: { ...page.headers, 'retry-after': '7' } }

    await expect(relay({ method: 'GET', path }, waiting)).rejects.toMatchObject({
      code: 'upstreamInvalid',
      status,
      headers: [['retry-after', '7']],
    })
  })

  it('of another status says nothing about waiting', async () => {
    const page = answer(500, '<html>', 'text/html')
    const waiting = { ...page, headers: { ...page.headers, 'retry-after': '7' } }

    await expect(relay({ method: 'GET', path }, waiting)).rejects.toMatchObject({
      status: 502,
      headers: [],
    })
  })
})

describe('an answer of Graph’s', () => {
  it.each([400, 401, 403, 404, 429, 500, 503, 599])(
    'with an error of %i comes back',
    async (status) => {
      for (const method of methods)
        expect(await outcomeOf(method, answer(status, error))).toBe(status)
    },
  )

  it('is told to the log with its id and its code', async () => {
    const relayed = await relay({ method: 'GET', path }, answer(403, error))

    expect(relayed.graph).toEqual({ status: 403, requestId: 'r-1', code: 'x' })
    expect(relayed.json).toEqual(JSON.parse(error))
  })

  it('that is a success has no code, whatever is in it', async () => {
    const relayed = await relay({ method: 'GET', path }, answer(200, error))

    expect(relayed.graph).toEqual({ status: 200, requestId: 'r-1', code: undefined })
  })
})
