/** A tenant's flows as a reader meets them: each call is answered by its path. */
import * as z from '@/lib/contract/z'
import type { GraphCall, GraphClient } from '../../calls/graph'
import { localProblem } from '../../calls/problem'
import { failure, success, type Result } from '@/lib/domain/problems/problem'
import { FlowReader } from '../flow-reader'
import { browserMemory } from './browser-memory'

export type Answer = Result<unknown>

export const refused = (status: number, message = ''): Answer =>
  failure({ ...localProblem({ method: 'GET', path: '' }, 'AADB2C', message), status })

/** A Graph with these answers by path; what is read goes through the call's schema, as in the client. */
export function graphOf(answers: (call: GraphCall<unknown>) => Answer | Promise<Answer>) {
  const calls: GraphCall<unknown>[] = []
  let open = 0
  const most = { atOnce: 0 }
  const graph: GraphClient = async <Value>(call: GraphCall<Value>): Promise<Result<Value>> => {
    calls.push(call)
    open += 1
    most.atOnce = Math.max(most.atOnce, open)
    const answer = await answers(call)
    await Promise.resolve()
    open -= 1
    if (!answer.ok) return answer
    return success(call.reads ? z.parse(call.reads, answer.value) : (undefined as Value))
  }
  return { graph, calls, most }
}

export const lists = (path: string, ids: readonly string[]): Answer | null =>
  path === '/v1.0/identity/b2xUserFlows' ? success({ value: ids.map((id) => ({ id })) }) : null

export const noB2c = (path: string): Answer | null =>
  path === '/beta/identity/b2cUserFlows' ? refused(404) : null

export const listGone = (path: string): Answer | null =>
  path === '/v1.0/identity/b2xUserFlows' ? refused(404) : null

export const attached = success({ postAttributeCollection: { id: 'c1', displayName: 'One' } })

export const granted = async () => Promise.resolve(true)

export function readerOf(graph: GraphClient, isGranted = granted, { memory } = browserMemory()) {
  const graphRoot = 'https://graph.example'
  return new FlowReader({ graph, graphRoot, version: 'v1.0', isGranted, memory })
}

export const ids = (count: number) =>
  Array.from({ length: count }, (_none, index) => `B2X_1_${index}`)
