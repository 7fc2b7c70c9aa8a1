/** How a failure in the browser becomes a problem. */
import { errorBodySchema, type ErrorBody } from '@/lib/contract/problem'
import type { Problem, RequestProblem } from '@/lib/domain/problems/problem'

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

/** The common part of all problems that arose before or without an answer. */
export const withoutAnswer = (code: string, message: string) => ({
  status: null,
  code,
  message,
  details: [],
  at: Date.now(),
  requestId: null,
  clientRequestId: null,
  correlationId: null,
  retryAfterSeconds: null,
  claims: null,
})

/** A problem of a request that arose before or without an answer. */
export const localProblem = (request: Request, code: string, message = ''): RequestProblem => ({
  ...withoutAnswer(code, message),
  kind: 'request',
  ...request,
  token: null,
})

/** Reads an error answer; a body that is not Graph-shaped still gives a problem. */
export async function problemFromAnswer(
  request: Request,
  answer: Response,
): Promise<RequestProblem> {
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
