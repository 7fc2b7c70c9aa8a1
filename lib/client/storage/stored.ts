/** JSON in the browser's storage. */
import { jsonOrNull } from '@/lib/domain/json-or-null'
import * as z from '@/lib/contract/z'

/** The stored value as `schema` reads it, or null if there is none, or something else. */
export function readStored<Value>(
  storage: Storage,
  key: string,
  schema: z.Schema<Value>,
): Value | null {
  return z.safeParse(schema, jsonOrNull(storage.getItem(key) ?? '')).data ?? null
}

/** Stores it as JSON; false if the browser has no room left for it. */
export function store(storage: Storage, key: string, value: object): boolean {
  try {
    storage.setItem(key, JSON.stringify(value))
    return true
  } catch (error) {
    if (error instanceof DOMException) return false
    throw error
  }
}

/** Removes what is stored under these keys; true if there was anything. */
export function forgetStored(storage: Storage, isMeant: (key: string) => boolean): boolean {
  const meant = Object.keys(storage).filter(isMeant)
  for (const key of meant) storage.removeItem(key)
  return meant.length > 0
}
