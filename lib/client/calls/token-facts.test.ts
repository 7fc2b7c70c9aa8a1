import { expect, test } from 'vitest'
import { tokenFacts } from './token-facts'

const jwt = (payload: unknown) =>
  `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.signature`

const userFlowAdministrator = '6e591065-9bad-43ed-90f3-e9424366d2f0'

test.each([
  [
    { wids: [userFlowAdministrator], iat: 5 },
    { hasRole: true, issuedAt: 5 },
  ],
  [{ wids: ['b79fbf4d-3ef9-4689-8143-76b194e85509'] }, { hasRole: false, issuedAt: null }],
  [
    { wids: [], name: 'Zoë 名' },
    { hasRole: false, issuedAt: null },
  ],
  [{ iat: 7 }, { hasRole: null, issuedAt: 7 }],
  [{ wids: 'all' }, null],
  ['text', null],
])('of %j it is known: %j', (payload, facts) => {
  expect(tokenFacts(jwt(payload))).toEqual(facts)
})

test('the letters of base64url are read', () => {
  const token = jwt({ iat: 1, name: '??>>ÿÿ??>>' })

  expect(token).toMatch(/\.[^.]*[-_][^.]*\./)
  expect(tokenFacts(token)).toEqual({ hasRole: null, issuedAt: 1 })
})

test.each([
  '',
  'opaque',
  'a.b.c',
  'a.????.c',
  'a.?e30.c',
  'a.e30?.c',
  'a.aaaaa.c',
  `a.${btoa('{"wids":')}.c`,
])('%j is no token that tells anything', (token) => {
  expect(tokenFacts(token)).toBeNull()
})
