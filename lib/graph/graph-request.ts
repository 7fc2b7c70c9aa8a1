/** One attempt at a request to Microsoft Graph: to the configured origin only, within its time. */
import { errors, type Pool } from 'undici'
import type { IncomingHttpHeaders } from 'undici/types/header'
import type { PortalProblemCode } from '@/lib/contract/problem'
import type { Caller } from './basics/caller'
import { ConnectionFailure, connectionsTo, newConnectionTo } from './graph-connection'
import { PortalError } from './basics/portal-error'

export type GraphRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** From the root on, with its query: `/v1.0/identity/apiConnectors?$top=5`. */
  readonly path: string
  readonly body?: unknown
  /** After a failure (Graph: best practices, handle service unavailability). */
  readonly isOnNewConnection?: boolean
}

export type GraphAnswer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: ArrayBuffer
}

export type TimeLimits = {
  readonly headersMs: number
  /** Between two pieces of the body. */
  readonly bodyMs: number
  /** For everything together, from now on. */
  readonly deadline: AbortSignal
  /** When the deadline is, on the clock of `performance.now()`. */
  readonly endsAtMs: number
}

/** A read is of no use once the browser has gone. */
export const withinReadLimits = <Result>(
  caller: Caller,
  work: (limits: TimeLimits) => Promise<Result>,
) => within({ headersMs: 15_000, bodyMs: 15_000, budgetMs: 20_000, gone: caller.gone }, work)

/** A write that has begun is seen through, so that its outcome is known to the log at least. */
export const withinWriteLimits = <Result>(work: (limits: TimeLimits) => Promise<Result>) =>
  within({ headersMs: 30_000, bodyMs: 15_000, budgetMs: 45_000 }, work)

type Budget = Pick<TimeLimits, 'headersMs' | 'bodyMs'> & {
  readonly budgetMs: number
  readonly gone?: AbortSignal
}

/** Does what `AbortSignal.any` and `.timeout` do together, for a quarter of their time. */
function within<Result>(
  { budgetMs, gone, ...limits }: Budget,
  work: (limits: TimeLimits) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController()
  const stop = () => controller.abort()
  const timer = setTimeout(stop, budgetMs)
  if (gone?.aborted) stop()
  gone?.addEventListener('abort', stop, { once: true })
  const endsAtMs = performance.now() + budgetMs
  return work({ ...limits, deadline: controller.signal, endsAtMs }).finally(() =>
    clearTimeout(timer),
  )
}

export const isWrite = ({ method }: GraphRequest) => method !== 'GET'

/** Calls under way and waiting: more of them would only wait longer than anybody does. */
const maxCalls = 96

/**
 * Sends the request once and reads the whole answer; a redirect is an answer like any other. Throws
 * `upstream…`, `outcomeUnknown` for a write that may have arrived, or `tooBusy` before it sends.
 */
export async function sendToGraph(
  caller: Caller,
  request: GraphRequest,
  limits: TimeLimits,
): Promise<GraphAnswer> {
  const giveUp = (otherwise: Failure) => (error: unknown) => {
    throw new PortalError(failureOf({ request, limits, error }) ?? otherwise, { cause: error })
  }
  const connections = connectionsFor(caller, request)
  const { statusCode, headers, body } = await connections
    .request({
      method: request.method,
      path: request.path,
      headers: outgoingHeaders(caller, request),
      body: request.body === undefined ? null : JSON.stringify(request.body),
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.bodyMs,
      signal: limits.deadline,
    })
    .catch(giveUp('upstreamUnreachable'))
  const bytes = await body.arrayBuffer().catch(giveUp('upstreamInvalid'))
  return { status: statusCode, headers, bytes }
}

function connectionsFor({ graphRoot }: Caller, { isOnNewConnection }: GraphRequest): Pool {
  if (isOnNewConnection) return newConnectionTo(graphRoot)
  const connections = connectionsTo(graphRoot)
  if (connections.stats.size < maxCalls) return connections
  throw new PortalError('tooBusy', { headers: [['retry-after', '1']] })
}

function outgoingHeaders({ token, clientRequestId }: Caller, { body }: GraphRequest) {
  return {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    // Next compresses what leaves the portal; bytes that came compressed would break there.
    'accept-encoding': 'identity',
    'client-request-id': clientRequestId,
    'user-agent': 'api-connectors-portal',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
}

type Failure = Extract<PortalProblemCode, `upstream${string}` | 'outcomeUnknown'>

type Attempt = {
  readonly request: GraphRequest
  readonly limits: TimeLimits
  readonly error: unknown
}

/** Once a write may have been sent, the only honest answer is that nobody knows. */
function failureOf({ request, limits, error }: Attempt): Failure | undefined {
  if (error instanceof ConnectionFailure) return 'upstreamUnreachable'
  if (isWrite(request)) return 'outcomeUnknown'
  if (limits.deadline.aborted || isTimeout(error)) return 'upstreamTimeout'
  return isMalformed(error) ? 'upstreamInvalid' : undefined
}

const isTimeout = (error: unknown) =>
  error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError

/** An answer that breaks the rules of HTTP, or that is larger than the portal reads. */
const isMalformed = (error: unknown) =>
  [
    errors.HTTPParserError,
    errors.HeadersOverflowError,
    errors.ResponseContentLengthMismatchError,
    errors.ResponseExceededMaxSizeError,
  ].some((kind) => error instanceof kind)
