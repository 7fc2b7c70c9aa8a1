/** One request and its answer: what every answer carries, and its line in the log. */
import 'server-only'
import { z } from 'zod'
import type { ErrorBody } from '@/lib/contract/problem'
import type { Answer } from '@/lib/graph/basics/answer'
import { jsonAnswer } from './json-answer'
import { reasonOf, traceOf } from '../process/error-trace'
import { log } from '../process/log'
import { PortalError } from '@/lib/graph/basics/portal-error'

export type Exchange = {
  readonly request: Request
  /** The address as the log shows it: `/api/graph/{version}/identity/apiConnectors/{id}`. */
  readonly route: string
  readonly requestId: string
  readonly clientRequestId: string
  /** Milliseconds of a clock that only goes forward. */
  readonly startedMs: number
}

const uuidSchema = z.guid()

/** The caller's `client-request-id` is kept when it is one, so that Graph's log and ours agree. */
export function beginExchange(route: string, request: Request): Exchange {
  const given = uuidSchema.safeParse(request.headers.get('client-request-id'))
  return {
    request,
    route,
    requestId: crypto.randomUUID(),
    clientRequestId: given.data ?? crypto.randomUUID(),
    startedMs: performance.now(),
  }
}

/** The answer as it leaves the portal. */
export function finishExchange(exchange: Exchange, answer: Answer): Response {
  const headers = new Headers(answer.body === undefined ? noBodyHeaders : bodyHeaders)
  for (const [name, value] of answer.headers ?? []) headers.append(name, value)
  if (!headers.has('client-request-id')) headers.set('client-request-id', exchange.clientRequestId)
  const response = new Response(answer.body ?? null, { status: answer.status, headers })
  logExchange(exchange, answer)
  return response
}

const noBodyHeaders = { 'cache-control': 'no-store' }

const bodyHeaders = { ...noBodyHeaders, 'content-type': 'application/json; charset=utf-8' }

/** Any failure, written as Graph writes one. What is not a `PortalError` says nothing of itself. */
export function problemAnswer(exchange: Exchange, error: unknown): Answer {
  const problem = error instanceof PortalError ? error : new PortalError('unexpected')
  if (problem !== error) log().error({ requestId: exchange.requestId, error: traceOf(error) })
  return {
    ...jsonAnswer(problem.status, errorBody(exchange, problem)),
    headers: [['request-id', exchange.requestId], ...problem.headers],
    problem: { code: problem.code, reason: reasonOf(problem.cause) },
  }
}

function errorBody(exchange: Exchange, { code, message, details }: PortalError): ErrorBody {
  return {
    error: {
      code,
      message,
      ...(details.length > 0 ? { details: [...details] } : {}),
      innerError: {
        'request-id': exchange.requestId,
        'client-request-id': exchange.clientRequestId,
        date: new Date().toISOString(),
      },
    },
  }
}

function logExchange(exchange: Exchange, answer: Answer): void {
  log()[answer.status >= 500 ? 'warn' : 'info']({
    method: exchange.request.method,
    route: exchange.route,
    status: answer.status,
    durationMs: Math.round(performance.now() - exchange.startedMs),
    requestId: exchange.requestId,
    clientRequestId: exchange.clientRequestId,
    callerGone: exchange.request.signal.aborted || undefined,
    ...outcomeFields(answer),
  })
}

/** pino leaves out what is undefined. */
const outcomeFields = ({ graph, problem, isFoundOut }: Answer) => ({
  isFoundOut,
  graphStatus: graph?.status,
  graphRequestId: graph?.requestId,
  code: problem?.code ?? graph?.code,
  reason: problem?.reason,
})
