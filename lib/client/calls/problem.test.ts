import { describe, expect, test } from 'vitest'
import { claimsChallenge, problemFromAnswer, retryAfterSeconds } from './problem'

const request = { method: 'GET', path: '/v1.0/identity/apiConnectors' }
const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'

describe('a problem read from an answer', () => {
  test('keeps what support asks for', async () => {
    const innerError = {
      'request-id': 'r-1',
      'client-request-id': 'c-1',
      correlationId: 'k-1',
      date: '2026-11-21T10:00:00',
    }
    const answer = Response.json(
      { error: { code: 'AADB2C90063', message: 'There is a problem.', innerError } },
      { status: 500, headers: { 'retry-after': '7' } },
    )

    expect(await problemFromAnswer(request, answer)).toMatchObject({
      status: 500,
      code: 'AADB2C90063',
      requestId: 'r-1',
      clientRequestId: 'c-1',
      correlationId: 'k-1',
      retryAfterSeconds: 7,
      claims: null,
      path: request.path,
    })
  })

  test('has no words where there are none', async () => {
    const answer = Response.json({ error: { code: 'x' } }, { status: 400 })

    expect(await problemFromAnswer(request, answer)).toMatchObject({
      code: 'x',
      message: '',
      details: [],
      requestId: null,
      clientRequestId: null,
      correlationId: null,
    })
  })

  test('survives a body that is not an error envelope', async () => {
    const answer = new Response('<html>Bad gateway</html>', { status: 502 })

    expect(await problemFromAnswer(request, answer)).toMatchObject({
      status: 502,
      code: 'unexpected',
      details: [],
    })
  })
})

describe('a claims challenge', () => {
  const encoded = btoa(claims)

  test.each([
    [`Bearer realm="", error="insufficient_claims", claims="${encoded}"`],
    [`Bearer claims="${encoded}", error="insufficient_claims", authorization_uri="x"`],
    [`Basic realm="x", Bearer error="insufficient_claims", claims="${encoded}"`],
  ])('is decoded from %s', (header) => {
    expect(claimsChallenge(header)).toBe(claims)
  })

  test('is decoded from the letters of base64url, too', () => {
    const text = '{"a":"??>>ÿÿ"}'
    const url = Buffer.from(text).toString('base64url')

    expect(url).toMatch(/[-_]/)
    expect(claimsChallenge(`Bearer error="insufficient_claims", claims="${url}"`)).toBe(text)
  })

  test.each([
    null,
    'Bearer error="insufficient_claims"',
    'Bearer',
    'Bearer error="insufficient_claims", claims="abcde"',
    `Bearer error="invalid_token", claims="${encoded}"`,
  ])('is not seen in %s', (header) => {
    expect(claimsChallenge(header)).toBeNull()
  })
})

test.each([
  ['12', 12],
  ['0', 0],
  [null, null],
  [' 7 ', 7],
  ['7 s', null],
  ['a7', null],
  ['soon', null],
  ['Sat, 21 Nov 2026 10:00:30 GMT', 30],
  ['Sat, 21 Nov 2026 09:00:00 GMT', 0],
])('Retry-After %s means %s seconds', (header, seconds) => {
  expect(retryAfterSeconds(header, Date.parse('2026-11-21T10:00:00Z'))).toBe(seconds)
})
