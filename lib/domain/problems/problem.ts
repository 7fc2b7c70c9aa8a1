/** A failure, as the pages and the support line need it. It never holds a secret. */
import type { ProblemDetail } from '@/lib/contract/problem'
import type { TokenFacts } from './situation'

type Refusal = {
  /** HTTP status; `null` when no answer came. */
  readonly status: number | null
  /** The portal's, Graph's or MSAL's code. */
  readonly code: string
  /** The sender's own words, for the details fold. */
  readonly message: string
  readonly details: readonly ProblemDetail[]
  /** When it happened, epoch milliseconds. */
  readonly at: number
  readonly requestId: string | null
  readonly clientRequestId: string | null
  readonly correlationId: string | null
  readonly retryAfterSeconds: number | null
  /** Claims (JSON text) that the next sign-in has to satisfy. */
  readonly claims: string | null
}

/** A call to Graph or to the portal's own server that failed. */
export type RequestProblem = Refusal & {
  readonly kind: 'request'
  readonly method: string
  readonly path: string
  /** Of the sign-in that Microsoft refused (403); null otherwise. */
  readonly token: TokenFacts | null
}

/** A sign-in, or a token for more scopes, that failed. */
export type SignInProblem = Refusal & {
  readonly kind: 'signIn'
  /** The scopes that were asked for; empty for a sign-in that named none. */
  readonly scopes: readonly string[]
}

export type Problem = RequestProblem | SignInProblem

export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem }

export const success = <Value>(value: Value): Result<Value> => ({ ok: true, value })
export const failure = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
})

/** The method of the request that failed; null of a sign-in. */
export const methodOf = (problem: Problem): string | null =>
  problem.kind === 'request' ? problem.method : null
