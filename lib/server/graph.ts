/** Microsoft Graph as the endpoints use it: read one thing, or write. Lists have their own file. */
import 'server-only'
import type { Answer } from './answer'
import { relay } from './graph-answer'
import {
  sendToGraph,
  withinReadLimits,
  withinWriteLimits,
  type Caller,
  type GraphRequest,
} from './graph-request'

/** One GET. */
export function readFromGraph(caller: Caller, path: string): Promise<Answer> {
  const request: GraphRequest = { method: 'GET', path }
  return withinReadLimits(caller, async (limits) =>
    relay(request, await sendToGraph(caller, request, limits)),
  )
}

/** One POST, PATCH, PUT or DELETE, sent once. */
export function writeToGraph(caller: Caller, request: GraphRequest): Promise<Answer> {
  return withinWriteLimits(async (limits) =>
    relay(request, await sendToGraph(caller, request, limits)),
  )
}
