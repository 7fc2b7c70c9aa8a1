/** The tokens that Graph has accepted, by their digests only. */
import 'server-only'
import { createHash } from 'node:crypto'
import type { Answer, GraphTrace } from '@/lib/graph/basics/answer'
import { processWide } from '@/lib/graph/basics/process-wide'

/** The oldest are forgotten. */
const maxRemembered = 1_000

const accepted = () => processWide('accepted tokens', () => new Set<string>())

const digestOf = (token: string) => createHash('sha256').update(token).digest('base64')

/** Graph looks at the token before anything else; but who is throttled may not have got that far. */
const isAcceptance = ({ status }: GraphTrace): boolean =>
  status < 500 && status !== 401 && status !== 429

/** Remembers the token if Graph's answer shows that it accepted it. */
export function noteAcceptance(token: string, { graph }: Answer): void {
  if (graph && isAcceptance(graph)) remember(digestOf(token))
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

/** Whether Graph has accepted this very token, now or earlier in this process. */
export const isAccepted = (token: string): boolean => accepted().has(digestOf(token))
