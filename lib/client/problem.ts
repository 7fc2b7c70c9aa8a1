/** A failure of one request, as the pages and the support line need it. It never holds a secret. */
import { errorBodySchema, type ErrorBody, type ProblemDetail } from '@/lib/contract/problem'
import type { TokenFacts } from '@/lib/domain/situation'

export type Problem = {
  /** HTTP status; `null` when no answer came. */
  readonly status: number | null
  /** The portal's, Graph's or MSAL's code. */
  readonly code: string
  /** The sender's own words, for the details fold. */
  readonly message: string
  readonly details: readonly ProblemDetail[]
  readonly method: string
  readonly path: string
  /** When it happened, epoch milliseconds. */
  readonly at: number
  readonly requestId: string | null
  readonly clientRequestId: string | null
  readonly correlationId: string | null
  readonly retryAfterSeconds: number | null
  /** Claims (JSON text) that the next sign-in has to satisfy. */
  readonly claims: string | null
  /** Of the sign-in that Microsoft refused (403); null otherwise. */
  readonly token: TokenFacts | null
}

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }

export const success = <Value>(value: Value): Result<Value> => ({ ok: true, value })
export const failure = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
})

/** SWR learns of failures by exception; this carries the problem through. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

type Request = { readonly method: string; readonly path: string }

/** A problem that arose before or without an answer. */
export function localProblem(request: Request, code: string, message = ''): Problem {
  return {
    status: null,
    code,
    message,
    details: [],
    ...request,
    at: Date.now(),
    requestId: null,
    clientRequestId: null,
    correlationId: null,
    retryAfterSeconds: null,
    claims: null,
    token: null,
  }
}

/** Reads an error answer; a body that is not Graph-shaped still gives a problem. */
export async function problemFromAnswer(request: Request, answer: Response): Promise<Problem> {
  const parsed = errorBodySchema.safeParse(await readJson(answer))
  const body = parsed.success ? parsed.data.error : null
  return {
    ...localProblem(request, body?.code ?? 'unexpected', body?.message ?? ''),
    status: answer.status,
    details: body?.details ?? [],
    ...references(body, answer.headers),
    retryAfterSeconds: retryAfterSeconds(answer.headers.get('retry-after')),
    claims: claimsChallenge(answer.headers.get('www-authenticate')),
  }
}

export const readJson = (answer: Response): Promise<unknown> =>
  answer.json().catch(() => undefined) as Promise<unknown> // Response.json is typed any

/** The ids support asks for: in the envelope, or else in the headers. */
function references(body: ErrorBody['error'] | null, headers: Headers) {
  const inner = { ...body?.innererror, ...body?.innerError }
  const idOf = (name: 'request-id' | 'client-request-id') => inner[name] ?? headers.get(name)
  return {
    requestId: idOf('request-id'),
    clientRequestId: idOf('client-request-id'),
    correlationId: inner.correlationId ?? null,
  }
}

/** `Retry-After` as seconds from now; it is written as seconds or as a date (RFC 9110 10.2.3). */
export function retryAfterSeconds(header: string | null, now = Date.now()): number | null {
  if (header === null) return null
  const seconds = /^\d+$/.test(header.trim())
    ? Number(header)
    : Math.ceil((Date.parse(header) - now) / 1000)
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null
}

/**
 * The claims of an `insufficient_claims` challenge as JSON text, or null. Several challenges may
 * share the header and parameters come in any order (Entra: claims challenges).
 */
export function claimsChallenge(header: string | null): string | null {
  if (!header || !/error="insufficient_claims"/i.test(header)) return null
  const encoded = /claims="([A-Za-z0-9+/_-]+)={0,2}"/i.exec(header)?.[1]
  // One character beyond a multiple of four is no base64 at all, and atob would throw.
  if (!encoded || encoded.length % 4 === 1) return null
  return decodeClaims(encoded.replaceAll('-', '+').replaceAll('_', '/'))
}

function decodeClaims(base64: string): string | null {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  return new TextDecoder().decode(bytes)
}
