// The quota of Graph's identity resources, counted over the last minute of real time.
import type { Quota } from '../basics/settings'
import type { World } from '../state/world'
import { GraphProblem } from './problem'

const windowMs = 60_000

/**
 * How many seconds the caller should wait, or 0 if the call may pass. The call is counted either way:
 * Graph counts those it refuses, too. One app exists here, so both limits count the same calls.
 */
export function countCall(callTimesMs: number[], quota: Quota, nowMs: number): number {
  const limit = Math.min(quota.perApplicationPerMinute, quota.perTenantPerMinute)
  const firstRecent = callTimesMs.findIndex((time) => time > nowMs - windowMs)
  callTimesMs.splice(0, firstRecent === -1 ? callTimesMs.length : firstRecent)
  callTimesMs.push(nowMs)
  if (callTimesMs.length <= limit) return 0
  const oldestThatCounts = callTimesMs[callTimesMs.length - limit] ?? nowMs
  return Math.max(1, Math.ceil((oldestThatCounts + windowMs - nowMs) / 1000))
}

/** Throws 429 once the world's quota is used up, if it has one. */
export function throttle(world: World, nowMs: number): void {
  const { throttling, retryAfter } = world.settings
  if (throttling === null) return
  const waitSeconds = countCall(world.callTimesMs, throttling, nowMs)
  if (waitSeconds === 0) return
  const headers: Record<string, string> = retryAfter ? { 'retry-after': String(waitSeconds) } : {}
  throw new GraphProblem(
    { status: 429, code: 'AADB2C90229', headers },
    'Too many requests. Please retry later.',
  )
}
