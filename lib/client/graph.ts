/** One request to the portal's own Graph-shaped API: signed, parsed, failing in one shape. */
import type { z } from 'zod'
import { graphProxyRoot } from '@/lib/contract/routes'
import type { TokenNeeds } from './access-token'
import {
  failure,
  localProblem,
  problemFromAnswer,
  readJson,
  success,
  type Problem,
  type Result,
} from './problem'
import { noteServerDate } from './server-clock'
import { tokenFacts } from './token-facts'
import type { WaitingRoom } from './waiting-room'

export type GraphCall<Value> = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Below `/api/graph`, as `graphPaths` writes it. */
  readonly path: string
  readonly body?: unknown
  /** How the answer is read; without it the answer's body is of no interest. */
  readonly reads?: z.ZodType<Value>
}

export type TokenSource = (needs?: TokenNeeds) => Promise<Result<string>>
export type GraphClient = <Value>(call: GraphCall<Value>) => Promise<Result<Value>>

/** The server gives up first (20 s for reads, 45 s for writes) and says why; this is the backstop. */
const deadlineMs = { read: 25_000, write: 50_000 }

/** Pauses of this length and less are the server's business, unseen; longer ones are shown here. */
const unseenPauseSeconds = 2

/** Longer than that nobody looks at a page that waits: it is told as the failure that it is. */
const longestWaitSeconds = 90

const maxWaits = 3

/**
 * A client that takes a fresh token for each call. A call is sent again only when it is certain that
 * Graph did not act on it: once after a 401, and when Microsoft asked to wait.
 */
export function createGraphClient(token: TokenSource, waitingRoom: WaitingRoom): GraphClient {
  const ask: GraphClient = async (call) => {
    const first = await sendWithToken(call, await token())
    const needs = first.ok ? null : secondChance(first.problem)
    return needs ? sendWithToken(call, await token(needs)) : first
  }
  return async (call) => {
    let result = await ask(call)
    for (let waits = 0; waits < maxWaits; waits += 1) {
      const seconds = result.ok ? null : secondsToWait(call, result.problem)
      if (seconds === null || !(await waitingRoom.wait(seconds))) break
      result = await ask(call)
    }
    return result
  }
}

/** A 503 says of a write neither that it happened nor that it did not, except the portal's own. */
function secondsToWait(call: GraphCall<unknown>, problem: Problem): number | null {
  const { status, code, retryAfterSeconds: seconds } = problem
  const isUndone = status === 429 || code === 'tooBusy' || (status === 503 && call.method === 'GET')
  return isUndone && seconds !== null && seconds <= longestWaitSeconds ? seconds : null
}

function secondChance({ status, claims }: Problem): TokenNeeds | null {
  if (status !== 401) return null
  return claims ? { claims } : { isRefused: true }
}

async function sendWithToken<Value>(
  call: GraphCall<Value>,
  token: Result<string>,
): Promise<Result<Value>> {
  return token.ok ? send(call, token.value) : token
}

async function send<Value>(call: GraphCall<Value>, token: string): Promise<Result<Value>> {
  if (!navigator.onLine) return failure(localProblem(requestOf(call), 'offline'))
  const answer = await fetch(graphProxyRoot + call.path, requestInit(call, token)).catch(() => null)
  if (answer === null) return failure(lostProblem(call))
  noteServerDate(answer)
  if (!answer.ok) return failure(await refusalOf(call, answer, token))
  return call.reads ? read(call, call.reads, answer) : success(undefined as Value) // nothing is read
}

async function refusalOf(
  call: GraphCall<unknown>,
  answer: Response,
  token: string,
): Promise<Problem> {
  const problem = await problemFromAnswer(requestOf(call), answer)
  return answer.status === 403 ? { ...problem, token: tokenFacts(token) } : problem
}

function requestInit({ method, body }: GraphCall<unknown>, token: string): RequestInit {
  const isRead = method === 'GET'
  return {
    method,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(isRead ? deadlineMs.read : deadlineMs.write),
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      prefer: `wait=${unseenPauseSeconds}`, // RFC 7240 section 4.3
      'client-request-id': crypto.randomUUID(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

async function read<Value>(
  call: GraphCall<Value>,
  schema: z.ZodType<Value>,
  answer: Response,
): Promise<Result<Value>> {
  const parsed = schema.safeParse(await readJson(answer))
  if (parsed.success) return success(parsed.data)
  return failure(
    localProblem(requestOf(call), call.method === 'GET' ? 'upstreamInvalid' : 'outcomeUnknown'),
  )
}

/** No answer: a read can be repeated, of a write nobody knows whether it happened. */
function lostProblem(call: GraphCall<unknown>): Problem {
  return localProblem(requestOf(call), call.method === 'GET' ? 'connectionLost' : 'outcomeUnknown')
}

const requestOf = ({ method, path }: GraphCall<unknown>) => ({ method, path })
