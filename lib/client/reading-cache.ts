/** What has been read, and who wants to know of it without reading: SWR has no such subscription. */
import type { Cache, State } from 'swr'

type Listeners = Set<() => void>

const listenersOf = new WeakMap<object, Listeners>()

/** A cache for SWR that can be watched. */
export function createReadingCache(): Cache<unknown> {
  const entries = new Map<string, State<unknown>>()
  const listeners: Listeners = new Set()
  const cache: Cache<unknown> = {
    keys: () => entries.keys(),
    get: (key) => entries.get(key),
    set: (key, value) => {
      entries.set(key, value)
      for (const listener of listeners) listener()
    },
    delete: (key) => {
      entries.delete(key)
    },
  }
  listenersOf.set(cache, listeners)
  return cache
}

/** Calls the listener after every change of the cache, until the function given back is called. */
export function subscribeToCache(cache: object, listener: () => void): () => void {
  const listeners = listenersOf.get(cache)
  listeners?.add(listener)
  return () => {
    listeners?.delete(listener)
  }
}
