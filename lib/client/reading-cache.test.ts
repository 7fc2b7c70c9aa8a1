import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createReadingCache, readAt, subscribeToCache } from './reading-cache'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})

afterEach(() => {
  vi.useRealTimers()
})

const read = { data: [1], isValidating: false }

it('keeps and forgets what it is given', () => {
  const cache = createReadingCache()
  cache.set('a', read)
  cache.set('b', { data: [2] })

  expect(cache.get('a')).toBe(read)
  expect([...cache.keys()]).toEqual(['a', 'b'])
  cache.delete('a')
  expect(cache.get('a')).toBeUndefined()
})

it('tells whoever listens of each change, until they stop', () => {
  const cache = createReadingCache()
  const heard = vi.fn()
  const stop = subscribeToCache(cache, heard)

  cache.set('a', read)
  cache.set('a', { data: [2] })
  stop()
  cache.set('a', read)

  expect(heard).toHaveBeenCalledTimes(2)
})

it('knows when a reading has come to its end', () => {
  const cache = createReadingCache()
  expect(readAt(cache, 'a')).toBeNull()

  cache.set('a', { data: undefined, isValidating: true })
  cache.set('a', { data: [1], isValidating: true })
  expect(readAt(cache, 'a')).toBeNull()
  cache.set('a', read)
  vi.setSystemTime(2_000)
  cache.set('b', { isValidating: false })

  expect(readAt(cache, 'a')).toBe(1_000)
  expect(readAt(cache, 'b')).toBeNull()
})

it('does not take a failure for a reading, whatever is kept beside it', () => {
  const cache = createReadingCache()
  cache.set('a', read)
  vi.setSystemTime(2_000)

  cache.set('a', { ...read, error: new Error('busy') })
  expect(readAt(cache, 'a')).toBe(1_000)
  cache.set('a', read)

  expect(readAt(cache, 'a')).toBe(2_000)
})

it('of any other cache nothing is known, and nothing is told', () => {
  const heard = vi.fn()

  subscribeToCache(new Map(), heard)()

  expect(readAt(new Map(), 'a')).toBeNull()
  expect(heard).not.toHaveBeenCalled()
})
