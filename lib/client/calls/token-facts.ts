/**
 * What an access token says of its bearer, read without checking it: it is Microsoft's, and only
 * Microsoft can judge it. Good for explaining a refusal, for nothing else.
 */
import { jsonOrNull } from '@/lib/domain/json-or-null'
import type { TokenFacts } from '@/lib/domain/problems/situation'
import * as z from '@/lib/contract/z'

/** Template ids of the roles that may manage API connectors (Entra: built-in roles). */
const administratorRoles: readonly string[] = [
  '6e591065-9bad-43ed-90f3-e9424366d2f0', // External ID User Flow Administrator
  '62e90394-69f5-4237-9190-012177145e10', // Global Administrator
]

const claimsSchema = z.object({
  wids: z.optional(z.array(z.string())),
  iat: z.optional(z.number()),
})

/** Null for a token that is not a JWT. */
export function tokenFacts(token: string): TokenFacts | null {
  const claims = claimsSchema.safeParse(payloadOf(token))
  if (!claims.success) return null
  const { wids, iat } = claims.data
  return {
    hasRole: wids ? wids.some((role) => administratorRoles.includes(role)) : null,
    issuedAt: iat ?? null,
  }
}

/** RFC 7519: the second part of a JWT is JSON in base64url. */
function payloadOf(token: string): unknown {
  const text = token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? ''
  if (!/^[A-Za-z0-9+/]+$/.test(text) || text.length % 4 === 1) return undefined
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  return jsonOrNull(new TextDecoder().decode(bytes))
}
