// Small checks of what arrives from outside; every part of the emulator reads its input with these.
import { createHash } from 'node:crypto'

export type JsonObject = Record<string, unknown>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

export function isWholeNumber(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

export function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText)
}

/** The value the JSON text stands for, or `undefined` (which JSON cannot express) if it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An absolute URL, or `null` if the text is none. */
export function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

/** Lower-case hex SHA-256 of the text as UTF-8: all that is kept of a secret. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
