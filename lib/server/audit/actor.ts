/**
 * Who a token says is calling. The portal cannot check a token that was made for Graph, so its claims
 * are believed only of a token that Graph has accepted, and serve the audit log alone: no decision is
 * based on them.
 */
import 'server-only'
import { z } from 'zod'
import { jsonOrNull } from '@/lib/domain/json-or-null'
import { printable, type Actor } from './audit-record'
import { isAccepted } from '../exchange/accepted-tokens'

export const nobody: Actor = {
  actorId: null,
  actorTenantId: null,
  actorUsername: null,
  actorName: null,
}

/** The person, if Graph has accepted this very token, now or earlier in this process. */
export function actorOf(token: string): Actor {
  if (!isAccepted(token)) return nobody
  const { oid, tid, upn, preferred_username, unique_name, name } = claimsOf(token)
  return {
    actorId: oid ?? null,
    actorTenantId: tid ?? null,
    actorUsername: upn ?? preferred_username ?? unique_name ?? null,
    actorName: name ?? null,
  }
}

const claimSchema = z.string().transform(printable).optional().catch(undefined)

const claimsSchema = z
  .object({
    oid: claimSchema,
    tid: claimSchema,
    upn: claimSchema,
    preferred_username: claimSchema,
    unique_name: claimSchema,
    name: claimSchema,
  })
  .catch({})

/** Of a token that is no JWT, as some of Microsoft's are, nothing is known. */
function claimsOf(token: string): z.infer<typeof claimsSchema> {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  return claimsSchema.parse(jsonOrNull(payload))
}
