/** What has been read, and who wants to know of it without reading: SWR has no such subscription. */
import type { Cache, State } from 'swr'

type Listeners = Set<() => void>

const listenersOf = new WeakMap<object, Listeners>()

const timesOf = new WeakMap<object, Map<string, number>>()

/** A cache for SWR that can be watched. */
export function createReadingCache(): Cache<unknown> {
  const entries = new Map<string, State<unknown>>()
  const listeners: Listeners = new Set()
  const times = new Map<string, number>()
  const cache: Cache<unknown> = {
    keys: () => entries.keys(),
    get: (key) => entries.get(key),
    set: (key, value) => {
      entries.set(key, value)
      if (isRead(value)) times.set(key, Date.now())
      for (const listener of listeners) listener()
    },
    delete: (key) => {
      entries.delete(key)
    },
  }
  listenersOf.set(cache, listeners)
  timesOf.set(cache, times)
  return cache
}

/** After a failure SWR keeps what it has, beside the error. */
const isRead = ({ data, error, isValidating }: State<unknown>) =>
  data !== undefined && error === undefined && isValidating === false

/** When what is kept under a key was read last, epoch milliseconds; null when it never was. */
export const readAt = (cache: object, key: string): number | null =>
  timesOf.get(cache)?.get(key) ?? null

/** Calls the listener after every change of the cache, until the function given back is called. */
export function subscribeToCache(cache: object, listener: () => void): () => void {
  const listeners = listenersOf.get(cache)
  listeners?.add(listener)
  return () => {
    listeners?.delete(listener)
  }
}
