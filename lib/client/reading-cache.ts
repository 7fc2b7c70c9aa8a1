/** A cache of readings that others can watch without reading: SWR has no such subscription. */
import type { Cache, State } from 'swr'
import { Observable } from './basics/observable'

/** How often a cache has changed. */
const changesOf = new WeakMap<object, Observable<number>>()

const timesOf = new WeakMap<object, Map<string, number>>()

/** A cache for SWR that can be watched. */
export function createReadingCache(): Cache<unknown> {
  const entries = new Map<string, State<unknown>>()
  const changes = new Observable(0)
  const times = new Map<string, number>()
  const cache: Cache<unknown> = {
    keys: () => entries.keys(),
    get: (key) => entries.get(key),
    set: (key, value) => {
      entries.set(key, value)
      if (isRead(value)) times.set(key, Date.now())
      changes.change(changes.value() + 1)
    },
    delete: (key) => {
      entries.delete(key)
    },
  }
  changesOf.set(cache, changes)
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
export const subscribeToCache = (cache: object, listener: () => void): (() => void) =>
  changesOf.get(cache)?.subscribe(listener) ?? (() => undefined)
