/**
 * A half-filled form on its way through a full-page sign-in. It is written when the page is left for
 * that and at no other time, holds nothing secret, and is gone once it is back, after half an hour,
 * with a sign-out, or when somebody else signs in.
 */
import * as z from '@/lib/contract/z'
import { forgetStored, readStored } from './stored'

const prefix = 'portal.draft.'
/** Changes with the shape of what is kept: a draft of an older portal is not read. */
const version = 1
const lifetimeMs = 30 * 60_000

/** Whose form it is and where. */
export type DraftPlace = { readonly accountId: string; readonly path: string }

const envelopeSchema = z.object({ savedAt: z.number(), content: z.unknown() })

const keyOf = ({ accountId, path }: DraftPlace) => `${prefix}${version}.${accountId}.${path}`

/** `content` must be JSON without secrets. */
export function keepDraft(place: DraftPlace, content: object): void {
  sessionStorage.setItem(keyOf(place), JSON.stringify({ savedAt: Date.now(), content }))
}

/** The draft of this place as `schema` reads it, or null. It stays until it is forgotten. */
export function readDraft<Content>(
  place: DraftPlace,
  schema: z.Schema<Content>,
  now = Date.now(),
): Content | null {
  const envelope = readStored(sessionStorage, keyOf(place), envelopeSchema)
  if (!envelope || now - envelope.savedAt > lifetimeMs) return null
  return z.safeParse(schema, envelope.content).data ?? null
}

export function forgetDraft(place: DraftPlace): void {
  sessionStorage.removeItem(keyOf(place))
}

/** Forgets all drafts but those of this account; true if another account's was among them. */
export function forgetDraftsExcept(accountId: string | null): boolean {
  const own = `${prefix}${version}.${accountId ?? ''}.`
  return forgetStored(
    sessionStorage,
    (key) => key.startsWith(prefix) && (accountId === null || !key.startsWith(own)),
  )
}

const keepers = new Set<() => void>()

/** Has `keep` called when the page is about to be left for a sign-in, until the function given back is called. */
export function onLeavingForSignIn(keep: () => void): () => void {
  keepers.add(keep)
  return () => {
    keepers.delete(keep)
  }
}

/** Writes the drafts of this page; true if there was anything to keep. */
export function keepDrafts(): boolean {
  for (const keep of keepers) keep()
  return keepers.size > 0
}
