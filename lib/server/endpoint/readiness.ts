/** Whether the portal can do its work: it is configured, and Graph can be reached. */
import 'server-only'
import type { Answer } from '@/lib/graph/basics/answer'
import { jsonAnswer } from '../exchange/json-answer'
import { connectionsTo } from '@/lib/graph/graph-connection'
import { requireConfiguration } from './handler'
import { PortalError } from '@/lib/graph/basics/portal-error'
import { processWide } from '@/lib/graph/basics/process-wide'

/** Anyone may ask, so the question is passed on to Graph rarely. */
const keptMs = 5_000
const timeoutMs = 3_000

type Check = { readonly startedMs: number; readonly isReachable: Promise<boolean> }

export async function readiness(): Promise<Answer> {
  const { graphRoot } = requireConfiguration()
  if (await isReachable(graphRoot)) return jsonAnswer(200, { status: 'ready' })
  throw new PortalError('upstreamUnreachable')
}

function isReachable(graphRoot: string): Promise<boolean> {
  const last = processWide('readiness', (): { check?: Check } => ({}))
  const isFresh = last.check && performance.now() - last.check.startedMs < keptMs
  if (!last.check || !isFresh) {
    last.check = { startedMs: performance.now(), isReachable: reach(graphRoot) }
  }
  return last.check.isReachable
}

/** Any HTTP answer will do, since without a token none is a success. */
function reach(graphRoot: string): Promise<boolean> {
  return connectionsTo(graphRoot)
    .request({
      method: 'HEAD',
      path: '/',
      headersTimeout: timeoutMs,
      signal: AbortSignal.timeout(timeoutMs),
    })
    .then(({ body }) => body.dump())
    .then(
      () => true,
      () => false,
    )
}
