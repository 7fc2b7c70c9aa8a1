/** One call to the portal's own server with the session's token: sent, or failing in one shape. */
import { failure, success, type Problem, type Result } from '@/lib/domain/problems/problem'
import { localProblem, problemFromAnswer } from './problem'
import { noteServerDate } from './server-clock'
import { tokenFacts } from './token-facts'

export type TokenNeeds = {
  /** Claims (JSON text) of a challenge: the cached token is passed over. */
  readonly claims?: string
  /** True when the cached token was refused although it has not expired. */
  readonly isRefused?: boolean
}

export type TokenSource = (needs?: TokenNeeds) => Promise<Result<string>>

export type SignedCall = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly address: string
  /** The address as problems show it. */
  readonly path: string
  readonly body?: unknown
  /** The server gives up first and says why; this is the backstop. */
  readonly deadlineMs: number
  /** The problem's code when no answer came. */
  readonly lostCode: string
  readonly signal?: AbortSignal
  /** How the server is to go about it (RFC 7240). */
  readonly prefer?: string
}

/** Sends with a fresh token, and once more after a 401, which says that nothing was done. */
export async function sendSigned(token: TokenSource, call: SignedCall): Promise<Result<Response>> {
  const first = await sendWith(await token(), call)
  const needs = first.ok ? null : secondChance(first.problem)
  return needs ? sendWith(await token(needs), call) : first
}

function secondChance({ status, claims }: Problem): TokenNeeds | null {
  if (status !== 401) return null
  return claims ? { claims } : { isRefused: true }
}

async function sendWith(token: Result<string>, call: SignedCall): Promise<Result<Response>> {
  return token.ok ? send(token.value, call) : token
}

async function send(token: string, call: SignedCall): Promise<Result<Response>> {
  if (!navigator.onLine) return failure(localProblem(requestOf(call), 'offline'))
  const answer = await fetch(call.address, requestInit(token, call)).catch(() => null)
  if (answer === null) return failure(localProblem(requestOf(call), call.lostCode))
  noteServerDate(answer)
  if (!answer.ok) return failure(await refusalOf(call, answer, token))
  return success(answer)
}

async function refusalOf(call: SignedCall, answer: Response, token: string): Promise<Problem> {
  const problem = await problemFromAnswer(requestOf(call), answer)
  return answer.status === 403 ? { ...problem, token: tokenFacts(token) } : problem
}

function requestInit(token: string, call: SignedCall): RequestInit {
  const { method, body, deadlineMs, signal, prefer } = call
  const deadline = AbortSignal.timeout(deadlineMs)
  return {
    method,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      'client-request-id': crypto.randomUUID(),
      ...(prefer === undefined ? {} : { prefer }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

const requestOf = ({ method, path }: SignedCall) => ({ method, path })
