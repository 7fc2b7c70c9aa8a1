import { portalProblemStatus, type ProblemDetail } from '@/lib/contract/problem'
import { ownEntry } from '../own-entry'
import type { Problem } from './problem'

/** Answers whose words say nothing beyond their status, which the situation explains already. */
const withoutReason: ReadonlySet<number> = new Set([401, 429, 500, 502, 503, 504])

/** Microsoft Graph's own answer to a write, where the portal's came in its place. */
export const answerOfGraph = ({ details }: Problem): ProblemDetail | undefined =>
  details.find(({ target }) => target === 'graph')

/**
 * The sentence in which Microsoft Graph says why it refused; null where something else has spoken.
 * After a write that had to be looked for, it stands in the details (see `outcomeUnknown`).
 */
export function reasonOfMicrosoft(problem: Problem): string | null {
  const looked = answerOfGraph(problem)
  if (looked) return looked.message || null
  if (problem.kind === 'signIn' || problem.status === null) return null
  const isPortals = ownEntry(portalProblemStatus, problem.code) !== undefined
  return isPortals || withoutReason.has(problem.status) ? null : problem.message || null
}
