/**
 * How fast all user flows are read. Graph allows 200 requests a minute for an application in a tenant
 * on these resources (Graph: throttling limits, identityContainer); what is left over is for everything
 * else that a person does. All times are epoch milliseconds.
 */

/** Calls that are under way at the same time. */
export const atOnce = 4

const minuteMs = 60_000

/** `inSight`: flows that a person is looking at. */
export type Urgency = 'inSight' | 'rest'

/** So many calls may have begun within a minute when another one begins. */
const mostAMinute: Readonly<Record<Urgency, number>> = { inSight: 190, rest: 180 }

/** Of the starts, in order of time, those that still count. */
export const lastMinute = (starts: readonly number[], now: number): readonly number[] =>
  starts.filter((start) => start > now - minuteMs && start <= now)

/** When another call may begin, not before `now`. */
export function nextStart(starts: readonly number[], urgency: Urgency, now: number): number {
  const inTheWay = starts[starts.length - mostAMinute[urgency]]
  return inTheWay === undefined ? now : Math.max(now, inTheWay + minuteMs)
}

type Reading = {
  /** When the calls of the last minute began, in order. */
  readonly starts: readonly number[]
  /** Calls still to be answered. */
  readonly left: number
  /** How long one takes, in ms. */
  readonly callMs: number
  readonly now: number
}

/** A time as people say it, so that it does not flicker while they read it. */
export type RoughTime = { readonly unit: 'seconds' | 'minutes'; readonly count: number }

/** Null for a time that is over before it is read. */
export function roughTime(ms: number): RoughTime | null {
  const seconds = ms / 1000
  if (seconds < 3) return null
  if (seconds > 90) return { unit: 'minutes', count: Math.ceil(seconds / 60) }
  const step = seconds > 20 ? 10 : 5
  return { unit: 'seconds', count: Math.ceil(seconds / step) * step }
}

/** How long it takes until all calls are answered, in ms. */
export function timeLeftMs({ starts, left, callMs, now }: Reading): number {
  const all = [...starts]
  let start = now
  for (let call = 0; call < left; call += 1) {
    start = nextStart(all, 'rest', start + callMs / atOnce)
    all.push(start)
  }
  return start + callMs - now
}
