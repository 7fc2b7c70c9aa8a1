import { describe, expect, it } from 'vitest'
import { pauseBeforeNext, retryAfterMs, type Ending } from './retry-policy'

const answered = (status: number, retryAfter?: string): Ending => ({
  status,
  isUnsent: false,
  isUnreadable: false,
  isFinal: false,
  retryAfter,
})
const lost: Ending = { ...answered(0), status: null }
const unsent: Ending = { ...lost, isUnsent: true }

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const
type Method = (typeof methods)[number]

const attempt = (method: Method, count = 1, patienceMs = Infinity) => ({
  request: { method, path: '/' },
  count,
  patienceMs,
})

/** How often a request that always ends like that is sent again. */
function repeats(ending: Ending, method: Method): number {
  let count = 1
  while (pauseBeforeNext(ending, attempt(method, count)) !== null) count += 1
  return count - 1
}

describe('a request is sent again', () => {
  const table: [what: string, ending: Ending, Record<Method, number>][] = [
    ['429', answered(429), { GET: 3, POST: 1, PATCH: 1, PUT: 2, DELETE: 2 }],
    ['no connection', unsent, { GET: 3, POST: 1, PATCH: 1, PUT: 2, DELETE: 2 }],
    ['500', answered(500), { GET: 1, POST: 0, PATCH: 0, PUT: 0, DELETE: 0 }],
    ['502', answered(502), { GET: 3, POST: 0, PATCH: 0, PUT: 0, DELETE: 0 }],
    ['503', answered(503), { GET: 3, POST: 0, PATCH: 0, PUT: 0, DELETE: 0 }],
    ['504', answered(504), { GET: 3, POST: 0, PATCH: 0, PUT: 0, DELETE: 0 }],
    ['a lost answer', lost, { GET: 3, POST: 0, PATCH: 0, PUT: 0, DELETE: 0 }],
    [
      'an unreadable success',
      { ...answered(200), isUnreadable: true },
      { GET: 1, POST: 0, PATCH: 0, PUT: 0, DELETE: 0 },
    ],
    [
      'a certificate that does not hold',
      { ...unsent, isFinal: true },
      { GET: 0, POST: 0, PATCH: 0, PUT: 0, DELETE: 0 },
    ],
  ]

  it.each(table)('after %s as often as the table says', (_, ending, expected) => {
    expect(Object.fromEntries(methods.map((method) => [method, repeats(ending, method)]))).toEqual(
      expected,
    )
  })

  it.each([200, 204, 302, 400, 401, 403, 404, 409, 412, 413, 415, 422, 501, 507])(
    'never after %i',
    (status) => {
      expect(methods.map((method) => repeats(answered(status), method))).toEqual([0, 0, 0, 0, 0])
    },
  )
})

describe('the pause', () => {
  it('is never shorter than Retry-After and hardly longer', () => {
    const pauses = Array.from({ length: 100 }, () =>
      pauseBeforeNext(answered(429, '2'), attempt('POST')),
    )
    for (const pause of pauses) {
      expect(pause).toBeGreaterThanOrEqual(2000)
      expect(pause).toBeLessThanOrEqual(2250)
    }
  })

  it('is not waited for here when it is longer than the caller’s patience', () => {
    expect(pauseBeforeNext(answered(429, '3'), attempt('GET', 1, 2000))).toBeNull()
    expect(pauseBeforeNext(answered(429, '2'), attempt('GET', 1, 2000))).not.toBeNull()
  })

  it('is random without Retry-After, within a limit that doubles up to four seconds', () => {
    const limits = [600, 1200, 2400]
    for (const [index, limit] of limits.entries()) {
      const pauses = Array.from(
        { length: 200 },
        () => pauseBeforeNext(answered(503), attempt('GET', index + 1)) ?? 0,
      )
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(100)
      expect(Math.max(...pauses)).toBeLessThanOrEqual(limit)
      expect(new Set(pauses).size).toBeGreaterThan(20)
    }
  })
})

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 1, 12, 0, 0)

  it.each([
    ['7', 7000],
    [' 0 ', 0],
    ['3600', 3_600_000],
    ['Thu, 01 Jan 2026 12:00:05 GMT', 5000],
    ['3601', null],
    ['-1', null],
    ['NaN', null],
    ['soon', null],
    ['', null],
    ['1.5', null],
    ['Thu, 01 Jan 2026 11:59:59 GMT', null],
    ['Fri, 02 Jan 2026 12:00:00 GMT', null],
    [undefined, null],
  ])('%j is %j milliseconds', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected)
  })
})
