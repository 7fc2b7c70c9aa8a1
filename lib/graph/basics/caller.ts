import type { Answer } from './answer'

/** On whose behalf Graph is asked. */
export type Caller = {
  readonly token: string
  readonly clientRequestId: string
  /** Fires when whoever asked has gone. */
  readonly gone: AbortSignal
  /** How long a `Retry-After` may be that is waited for here, in milliseconds. */
  readonly patienceMs: number
  /** Graph's origin, such as `https://graph.microsoft.com`. */
  readonly graphRoot: string
  /** Told of each answer of Graph's, which shows whether it has accepted the token. */
  readonly noteAnswer: (answer: Answer) => void
}
