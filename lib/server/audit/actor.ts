/**
 * Who a token says is calling. The portal cannot check a token that was made for Graph, so its claims
 * are believed only of a token that Graph has accepted, and serve the audit log alone: no decision is
 * based on them.
 */
import 'server-only'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Answer, GraphTrace } from '@/lib/graph/basics/answer'
import { printable, type Actor } from './audit-record'
import { processWide } from '@/lib/graph/basics/process-wide'

/** Digests only, the oldest of which are forgotten. */
const maxRemembered = 1_000

const accepted = () => processWide('accepted tokens', () => new Set<string>())

const digestOf = (token: string) => createHash('sha256').update(token).digest('base64')

/** Graph looks at the token before anything else; but who is throttled may not have got that far. */
const isAcceptance = ({ status }: GraphTrace) => status < 500 && status !== 401 && status !== 429

/** Remembers the token if Graph's answer shows that it accepted it. Gives the answer back. */
export function noteAcceptance<Known extends Answer>(token: string, answer: Known): Known {
  if (answer.graph && isAcceptance(answer.graph)) remember(digestOf(token))
  return answer
}

function remember(digest: string): void {
  const digests = accepted()
  digests.delete(digest)
  digests.add(digest)
  for (const oldest of digests) {
    if (digests.size <= maxRemembered) return
    digests.delete(oldest)
  }
}

export const nobody: Actor = {
  actorId: null,
  actorTenantId: null,
  actorUsername: null,
  actorName: null,
}

/** The person, if Graph has accepted this very token, now or earlier in this process. */
export function actorOf(token: string): Actor {
  if (!accepted().has(digestOf(token))) return nobody
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
  return claimsSchema.parse(parseOrNull(payload))
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
