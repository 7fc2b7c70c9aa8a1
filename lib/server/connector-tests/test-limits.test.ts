import { expect, test } from 'vitest'
import { tokenWith } from '../testing/token-with'
import { createTestLimits, personOf } from './test-limits'

const nothing = async () => 'done'

const waitOf = async (promise: Promise<unknown>): Promise<string | undefined> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error === undefined) return undefined
  expect(error).toMatchObject({ code: 'tooManyTests', status: 429 })
  return (error as { headers: [string, string][] }).headers[0]?.[1]
}

test('a person waits until the first of ten tests is a minute old', async () => {
  let now = 0
  const { admit } = createTestLimits({}, () => now)
  for (now = 0; now < 10_000; now += 1_000) expect(await admit('a', nothing)).toBe('done')

  expect(await waitOf(admit('a', nothing))).toBe('50')
  expect(await waitOf(admit('b', nothing))).toBeUndefined()
  now = 59_500
  expect(await waitOf(admit('a', nothing))).toBe('1')
  now = 60_000
  expect(await waitOf(admit('a', nothing))).toBeUndefined()
  expect(await waitOf(admit('a', nothing))).toBe('1')
})

test('a refused test does not count', async () => {
  let now = 0
  const { admit } = createTestLimits({ perPerson: 1 }, () => now)
  await admit('a', nothing)
  await waitOf(admit('a', nothing))
  now = 60_000

  expect(await waitOf(admit('a', nothing))).toBeUndefined()
})

test('four run at once, whoever they are, and a place is free again after a failure', async () => {
  const { admit } = createTestLimits()
  const ends: ((error: Error) => void)[] = []
  const held = ['a', 'b', 'c', 'd'].map((person) =>
    admit(person, () => new Promise((_, reject) => ends.push(reject))).catch(() => 'failed'),
  )

  expect(await waitOf(admit('e', nothing))).toBe('2')
  ends[0]?.(new Error('over'))
  await held[0]
  expect(await waitOf(admit('e', nothing))).toBeUndefined()
})

test('a person has two at once, and leaves the other places to others', async () => {
  const { admit } = createTestLimits()
  const ends: ((value: string) => void)[] = []
  const hold = (person: string) => admit(person, () => new Promise((resolve) => ends.push(resolve)))
  const held = [hold('a'), hold('a')]

  expect(await waitOf(admit('a', nothing))).toBe('2')
  expect(await admit('b', nothing)).toBe('done')
  ends[0]?.('over')
  await held[0]
  expect(await admit('a', nothing)).toBe('done')
})

test('of too many people the one who has been quiet longest is forgotten', async () => {
  const { admit } = createTestLimits({ perPerson: 2, people: 2 }, () => 0)
  for (const person of ['a', 'b', 'a', 'c']) await admit(person, nothing)

  expect(await waitOf(admit('a', nothing))).toBe('60')
  await admit('b', nothing)
  await admit('b', nothing)
  expect(await waitOf(admit('b', nothing))).toBe('60')
})

test('a person is known by tenant and object, whatever the token', () => {
  const one = personOf(tokenWith({ tid: 't', oid: 'o', jti: '1' }))

  expect(personOf(tokenWith({ tid: 't', oid: 'o', jti: '2' }))).toBe(one)
  expect(personOf(tokenWith({ tid: 't', oid: 'p' }))).not.toBe(one)
  expect(personOf(tokenWith({ tid: 'u', oid: 'o' }))).not.toBe(one)
  expect(one).not.toContain('o.')
})

test.each(['opaque', 'a.b.c', tokenWith({ tid: 1 }), tokenWith(null), tokenWith('text')])(
  'a token that names nobody stands for itself: %s',
  (token) => {
    expect(personOf(token)).toBe(personOf(token))
    expect(personOf(token)).not.toBe(personOf(`${token}x`))
  },
)
