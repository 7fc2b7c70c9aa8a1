/** The names of the claims that a test sent, made ready once: each claim that came back is looked up in them. */
import type { Claims } from '@/lib/contract/connector-test'
import { claimKey, extensionName, knownClaims } from './claims'

export type SentNames = {
  /** The same custom attribute is the same claim, whether its name is written long or short. */
  readonly has: (name: string) => boolean
  /** The right spelling of a name that differs from it in nothing but capitals. */
  readonly capitalsOf: (name: string) => string | undefined
  /** The apps of the custom attributes that were sent. */
  readonly appIds: ReadonlySet<string>
}

export function sentNames(sent: Claims): SentNames {
  const names = Object.keys(sent)
  const keys = new Set(names.map(claimKey))
  const right = [...knownClaims.map(({ name }) => name), ...names]
  const known = new Set(right)
  // Of several spellings the first counts, and a map keeps the last.
  const byLowerCase = new Map(right.toReversed().map((name) => [name.toLowerCase(), name]))
  return {
    has: (name) => keys.has(claimKey(name)),
    capitalsOf: (name) => (known.has(name) ? undefined : byLowerCase.get(name.toLowerCase())),
    appIds: new Set(names.map(appIdOf).filter((id) => id !== undefined)),
  }
}

/** The app in a custom attribute's name, as 32 digits. */
export const appIdOf = (name: string): string | undefined =>
  extensionName(name)?.appId?.replaceAll('-', '').toLowerCase()
