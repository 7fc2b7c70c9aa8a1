/** Microsoft Graph as the writes of the browser meet it: each call is answered by the next reply. */
import * as z from '@/lib/contract/z'
import { failure, success, type Problem, type Result } from '@/lib/domain/problems/problem'
import type { GraphCall, GraphClient } from '../calls/graph'
import { localProblem } from '../calls/problem'

/** What Graph answers with (undefined for no body), or why it does not. */
export type GraphReply = { readonly body?: unknown } | { readonly problem: Partial<Problem> }

export function graphAnswering(...replies: readonly GraphReply[]) {
  const calls: string[] = []
  const left = [...replies]
  const signals: (AbortSignal | undefined)[] = []
  const graph: GraphClient = async <Value>(call: GraphCall<Value>) => {
    const { method, path, body, reads } = call
    signals.push(call.signal)
    calls.push([method, path, ...(body === undefined ? [] : [JSON.stringify(body)])].join(' '))
    const reply = left.shift() ?? { problem: { code: 'nothingMore' } }
    if ('problem' in reply) {
      const problem = { ...localProblem({ method, path }, 'refused'), ...reply.problem } as Problem
      return failure(problem)
    }
    return success(reads ? z.parse(reads, reply.body) : undefined) as Result<Value>
  }
  return { calls, signals, graph }
}

/** The cache of SWR, as far as a write touches it: what is kept under each key. */
export function cacheWith(entries: Readonly<Record<string, unknown>> = {}) {
  const kept: Record<string, unknown> = { ...entries }
  const revalidated: string[] = []
  const mutate = async (
    key: string,
    change: unknown,
    options: { readonly revalidate?: boolean } = {},
  ) => {
    const before = kept[key]
    kept[key] =
      typeof change === 'function' ? (change as (now: unknown) => unknown)(before) : change
    if (options.revalidate !== false) revalidated.push(key)
  }
  return { kept, revalidated, mutate: mutate as never }
}
