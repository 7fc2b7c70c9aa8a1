import { describe, expect, test } from 'vitest'
import { requireBearerToken } from './bearer-token'
import { requireOwnOrigin } from './own-origin'

const refusal = (code: string) => expect.objectContaining({ code }) as Error

describe('the token of a request', () => {
  const tokenIn = (authorization?: string) =>
    requireBearerToken(new Headers(authorization === undefined ? {} : { authorization }))

  test.each([
    ['Bearer abc', 'abc'],
    ['bearer abc', 'abc'],
    ['Bearer aA0._~+/-==', 'aA0._~+/-=='],
    [`Bearer ${'a'.repeat(16 * 1024)}`, 'a'.repeat(16 * 1024)],
  ])('of %s is what follows', (authorization, token) => {
    expect(tokenIn(authorization)).toBe(token)
  })

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer  abc',
    'Bearer a b',
    'Bearer a, Bearer b',
    'Bearer a=b',
    'Bearer ä',
    'Basic abc',
    'XBearer abc',
  ])('is missing from %s', (authorization) => {
    expect(() => tokenIn(authorization)).toThrow(refusal('unauthenticated'))
    expect(() => tokenIn(authorization)).toThrow(
      expect.objectContaining({ headers: [['www-authenticate', 'Bearer']] }) as Error,
    )
  })

  test('may be too long to be passed on', () => {
    expect(() => tokenIn(`Bearer ${'a'.repeat(16 * 1024 + 1)}`)).toThrow(refusal('tokenTooLarge'))
  })
})

describe('a request from the browser', () => {
  const portal = 'https://portal.example'
  const judge = (headers: Readonly<Record<string, string>>) => () => {
    requireOwnOrigin(new Headers(headers), portal)
  }

  test.each([
    [{}],
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ origin: portal }],
    [{ origin: portal, 'sec-fetch-site': 'same-origin' }],
  ])('is the portal’s own with %j', (headers) => {
    expect(judge(headers)).not.toThrow()
  })

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: `${portal}:8443` }],
    [{ origin: portal, 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
  ])('is somebody else’s with %j', (headers) => {
    expect(judge(headers)).toThrow(refusal('crossSiteRequest'))
  })
})
