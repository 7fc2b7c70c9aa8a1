/**
 * When a request to Graph is sent again, and after how long. Reads are sent again whenever that is of
 * use; writes only when it is certain that Graph did not act: it said so with 429, or there never was a
 * connection. Everything else about a write is found out by reading (`graph-write.ts`).
 */
import { isWrite, type GraphRequest } from './graph-request'

/** How one attempt ended. */
export type Ending = {
  /** Null when no answer came that could be understood. */
  readonly status: number | null
  /** True when no connection was made, so that nothing can have been sent. */
  readonly isUnsent: boolean
  /** True when a success was broken off or not in Graph's form. */
  readonly isUnreadable: boolean
  /** True when it would end the same way again, such as a certificate that does not hold. */
  readonly isFinal: boolean
  /** `Retry-After` as Graph wrote it: seconds, or a date (RFC 9110 section 10.2.3). */
  readonly retryAfter: string | undefined
}

type Attempt = {
  readonly request: GraphRequest
  /** How many were made, this one included. */
  readonly count: number
  /** The longest `Retry-After` that is waited for, in milliseconds. */
  readonly patienceMs: number
}

/** How often a request is sent again at most (the service's answers: 429, 502, 503, 504, network). */
const maxRepeats = { GET: 3, PUT: 2, DELETE: 2, POST: 1, PATCH: 1 } as const

/** The pause before the next attempt in milliseconds, or null when this one's ending stands. */
export function pauseBeforeNext(ending: Ending, attempt: Attempt): number | null {
  if (attempt.count > repeatsOf(ending, attempt.request)) return null
  const demandedMs = retryAfterMs(ending.retryAfter)
  if (demandedMs === null) return backOffMs(attempt.count)
  return demandedMs <= attempt.patienceMs ? demandedMs + Math.random() * 250 : null
}

function repeatsOf(ending: Ending, request: GraphRequest): number {
  if (ending.isFinal) return 0
  if (ending.isUnsent || ending.status === 429) return maxRepeats[request.method]
  return isWrite(request) ? 0 : repeatsOfRead(ending)
}

function repeatsOfRead({ status, isUnreadable }: Ending): number {
  if (isUnreadable || status === 500) return 1
  return status === null || [502, 503, 504].includes(status) ? maxRepeats.GET : 0
}

const longestBackOffMs = 4_000

/** Full jitter: a random part of a limit that doubles, and never so short that it is none. */
function backOffMs(count: number): number {
  const limitMs = Math.min(longestBackOffMs, 300 * 2 ** count)
  return Math.max(100, Math.random() * limitMs)
}

const hourMs = 3_600_000

/** The pause that Graph asks for, in milliseconds from now; null for none, or one that makes no sense. */
export function retryAfterMs(header: string | undefined, nowMs = Date.now()): number | null {
  if (header === undefined) return null
  const waitMs = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - nowMs
  return waitMs >= 0 && waitMs <= hourMs ? waitMs : null
}
