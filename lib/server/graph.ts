/** Microsoft Graph as the endpoints read it. Lists and writes have their own files. */
import 'server-only'
import type { RelayedAnswer } from '@/lib/graph/graph-answer'
import { askGraph } from '@/lib/graph/graph-attempts'
import { withinReadLimits, type Caller } from '@/lib/graph/graph-request'

/** One thing, by GET. */
export const readFromGraph = (caller: Caller, path: string): Promise<RelayedAnswer> =>
  withinReadLimits(caller, (limits) => askGraph(caller, { method: 'GET', path }, limits))
