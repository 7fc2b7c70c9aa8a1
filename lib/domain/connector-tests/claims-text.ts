/** The claims of a test as text that is edited, and as the fields of a form: one and the same. */
import * as z from '@/lib/contract/z'
import type { Claims } from '@/lib/contract/connector-test'

export const claimsText = (claims: Claims): string => JSON.stringify(claims, null, 2)

export type ReadClaims =
  | { readonly ok: true; readonly claims: Claims }
  /** `line` counts from 1; null when the engine does not tell. */
  | { readonly ok: false; readonly reason: 'notJson' | 'notAnObject'; readonly line: number | null }

const claimsSchema = z.record(z.string(), z.json())

/** Reads what has been typed; never throws. */
export function readClaims(text: string): ReadClaims {
  try {
    const parsed = claimsSchema.safeParse(JSON.parse(text))
    return parsed.success
      ? { ok: true, claims: parsed.data }
      : { ok: false, reason: 'notAnObject', line: null }
  } catch (error) {
    return { ok: false, reason: 'notJson', line: lineOf(text, error) }
  }
}

/** V8 says the offset, Firefox the line. */
function lineOf(text: string, error: unknown): number | null {
  const message = error instanceof Error ? error.message : ''
  const line = /line (\d+)/.exec(message)?.[1]
  if (line) return Number(line)
  const offset = /position (\d+)/.exec(message)?.[1]
  return offset ? text.slice(0, Number(offset)).split('\n').length : null
}

/** The text of a claim in a field; null where a field could not show it without a loss. */
export function fieldText(claims: Claims, name: string): string | null {
  const value = claims[name]
  if (value === undefined) return ''
  return typeof value === 'string' ? value : null
}

/** A claim without value is absent, never null or empty (Entra: add an API connector). */
export function withClaim(claims: Claims, name: string, text: string): Claims {
  if (text !== '') return { ...claims, [name]: text }
  return Object.fromEntries(Object.entries(claims).filter(([other]) => other !== name))
}
