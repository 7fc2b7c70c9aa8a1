import { describe, expect, test } from 'vitest'
import { connectorTestSchema } from './connector-test'
import { connectorTest } from './testing/connector-test'

const isAccepted = (changes: Readonly<Record<string, unknown>>) =>
  connectorTestSchema.safeParse({ ...connectorTest, ...changes }).success

/** A value that is so many lists deep. */
const nested = (depth: number): unknown => (depth === 0 ? 0 : [nested(depth - 1)])

describe('the claims of a test', () => {
  test.each([
    [{}],
    [{ a: null, b: [1, 'x', { c: true }] }],
    // The object itself is the first level.
    [{ a: nested(31) }],
  ])('may be %j', (body) => {
    expect(isAccepted({ body })).toBe(true)
  })

  test.each([
    ['deeper than claims go', { a: nested(32) }],
    ['a list', []],
    ['a text', 'a'],
    ['nothing', null],
    ['missing', undefined],
  ])('may not be %s', (_what, body) => {
    expect(isAccepted({ body })).toBe(false)
  })

  test('that are far too deep do not overflow', () => {
    const body = JSON.parse(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`) as unknown

    expect(isAccepted({ body })).toBe(false)
  })
})

test.each([
  [{ targetUrl: '' }],
  [{ targetUrl: `https://a/${'a'.repeat(2048)}` }],
  [{ tenantKind: 'b2e' }],
  [{ step: 'later' }],
  [{ authentication: undefined }],
  [{ method: 'GET' }],
])('a test with %j is none', (changes) => {
  expect(isAccepted(changes)).toBe(false)
})
