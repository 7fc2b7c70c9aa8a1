import { beforeEach, expect, it } from 'vitest'
import * as z from '@/lib/contract/z'
import { memoryStorage } from '../testing/memory-storage'
import { forgetStored, readStored, store } from './stored'

const schema = z.object({ a: z.number() })

let storage: Storage

beforeEach(() => {
  storage = memoryStorage()
})

it('gives back what was stored', () => {
  expect(store(storage, 'x', { a: 1, b: 2 })).toBe(true)

  expect(readStored(storage, 'x', schema)).toEqual({ a: 1 })
})

it.each(['', '{', 'null', '{"a":"1"}'])('gives nothing back for %j', (text) => {
  storage.setItem('x', text)

  expect(readStored(storage, 'x', schema)).toBeNull()
  expect(readStored(storage, 'y', schema)).toBeNull()
})

const failingWith = (error: Error): Storage =>
  Object.create(storage, {
    setItem: {
      value: () => {
        throw error
      },
    },
  }) as Storage

it('says when there is no room', () => {
  const full = failingWith(new DOMException('', 'QuotaExceededError'))

  expect(store(full, 'x', { a: 1 })).toBe(false)
})

it('does not keep any other failure to itself', () => {
  const broken = failingWith(new TypeError('a bug'))

  expect(() => store(broken, 'x', { a: 1 })).toThrow(TypeError)
})

it('forgets what is meant, and says whether there was anything', () => {
  for (const key of ['a.1', 'a.2', 'b.1']) storage.setItem(key, '{}')

  expect(forgetStored(storage, (key) => key.startsWith('a.'))).toBe(true)
  expect(Object.keys(storage)).toEqual(['b.1'])
  expect(forgetStored(storage, (key) => key.startsWith('a.'))).toBe(false)
})
