import { beforeEach, describe, expect, test } from 'vitest'
import { noteAcceptance } from '../exchange/accepted-tokens'
import { tokenWith } from '../testing/token-with'
import { actorOf } from './actor'

const graph = (status: number) => ({ status, requestId: undefined, code: undefined })

const accept = (token: string, status = 200) => {
  noteAcceptance(token, { status, graph: graph(status) })
}

const nobody = { actorId: null, actorTenantId: null, actorUsername: null, actorName: null }

let count = 0
let token = ''

beforeEach(() => {
  count += 1
  token = tokenWith({ oid: `person-${count}`, tid: 'tenant', upn: 'a@contoso.example', name: 'A' })
})

describe('the person of a token', () => {
  test('is nobody until Graph accepted it', () => {
    expect(actorOf(token)).toEqual(nobody)
  })

  test.each([200, 201, 204, 400, 403, 404, 409])('is known after an answer %i', (status) => {
    accept(token, status)

    expect(actorOf(token)).toEqual({
      actorId: `person-${count}`,
      actorTenantId: 'tenant',
      actorUsername: 'a@contoso.example',
      actorName: 'A',
    })
  })

  test.each([401, 429, 500, 503])('is nobody still after an answer %i', (status) => {
    accept(token, status)

    expect(actorOf(token)).toEqual(nobody)
  })

  test('is nobody still after an answer of the portal’s own', () => {
    noteAcceptance(token, { status: 200 })

    expect(actorOf(token)).toEqual(nobody)
  })

  test('is forgotten after a thousand others', () => {
    accept(token)
    for (let other = 0; other < 1_000; other += 1) accept(tokenWith({ other }))

    expect(actorOf(token)).toEqual(nobody)
  })
})

test.each<[string, string, object]>([
  ['no JWT', 'EwBwA8l6BAAU', {}],
  ['three empty parts', '..', {}],
  ['a payload that is no object', tokenWith(['oid']), {}],
  ['a payload that is null', tokenWith(null), {}],
  ['claims that are no texts', tokenWith({ oid: 7, name: { first: 'A' } }), {}],
  ['a name of its own prototype', tokenWith({ __proto__: { oid: 'x' } }), {}],
  ['an older name claim', tokenWith({ unique_name: 'b@contoso.example' }), b('b@contoso.example')],
  ['a newer name claim', tokenWith({ preferred_username: 'c' }), b('c')],
  ['a name of two lines', tokenWith({ name: 'A\r\nB' }), { actorName: 'A\uFFFD\uFFFDB' }],
  ['a name without an end', tokenWith({ name: 'A'.repeat(9_999) }), { actorName: 'A'.repeat(256) }],
])('of a token with %s no more is said than it says', (_, given, expected) => {
  accept(given)

  expect(actorOf(given)).toEqual({ ...nobody, ...expected })
})

function b(actorUsername: string) {
  return { actorUsername }
}
