/** The tokens that Graph has accepted, by their digests only. */
import 'server-only'
import { createHash } from 'node:crypto'
import type { Answer } from '@/lib/graph/basics/answer'
import { processWide } from '@/lib/graph/basics/process-wide'

/** The oldest are forgotten. */
const maxRemembered = 1_000

const accepted = () => processWide('accepted tokens', () => new Set<string>())

const digestOf = (token: string) => createHash('sha256').update(token).digest('base64')

/** Graph looks at the token before anything else; but who is throttled may not have got that far. */
export const showsAcceptance = ({ graph }: Answer): boolean =>
  graph !== undefined && graph.status < 500 && graph.status !== 401 && graph.status !== 429

/** Remembers the token if Graph's answer shows that it accepted it. */
export function noteAcceptance(token: string, answer: Answer): void {
  if (showsAcceptance(answer)) remember(digestOf(token))
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
