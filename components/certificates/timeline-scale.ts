/** Where spans of time stand on a timeline: shares from 0, its beginning, to 1, its end. */

/** `notBefore` and `notAfter` are epoch seconds. */
export type TimelineSpan = {
  readonly id: string
  readonly name: string
  /** The page that the name leads to. */
  readonly href?: string
  readonly notBefore: number
  readonly notAfter: number
  readonly tone: 'active' | 'standby' | 'waiting' | 'expired' | 'new' | 'gap'
}

/** Epoch seconds. */
export type TimelineRange = { readonly from: number; readonly until: number }

/** The beginning of a month (UTC) and where it stands. */
type Tick = { readonly at: Date; readonly share: number }

type Place = {
  readonly start: number
  readonly length: number
  /** The span goes on beyond this end of the timeline. */
  readonly isCutAtStart: boolean
  readonly isCutAtEnd: boolean
}

const day = 86_400

/** Long past and far future would squeeze the months that somebody has to plan for. */
const past = { least: 31 * day, most: 92 * day }
const future = { least: 92 * day, most: 731 * day }

const monthSteps = [1, 2, 3, 6]
const mostTicks = 6

/** A span that lies outside leaves a mark this wide at the edge. */
const markLength = 0.008

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

/** The range of the timeline: all of the spans, but at most 3 months back and 2 years ahead. */
export function timelineRange(spans: readonly TimelineSpan[], now: number): TimelineRange {
  const first = spans.reduce((least, { notBefore }) => Math.min(least, notBefore), now)
  const last = spans.reduce((most, { notAfter }) => Math.max(most, notAfter), now)
  return {
    from: now - clamp(now - first, past.least, past.most),
    until: now + clamp(last - now, future.least, future.most),
  }
}

export function shareOf({ from, until }: TimelineRange, seconds: number): number {
  return (seconds - from) / (until - from)
}

/** Beginnings of months in equal steps, as many as their names have room for. */
export function timelineTicks(range: TimelineRange): Tick[] {
  const starts = monthStartsIn(range)
  const step =
    monthSteps.find((months) => everyNth(starts, months).length <= mostTicks) ??
    Math.max(...monthSteps)
  return everyNth(starts, step).map((at) => ({ at, share: shareOf(range, at.getTime() / 1000) }))
}

function monthStartsIn({ from, until }: TimelineRange): Date[] {
  const first = new Date(from * 1000)
  const months: Date[] = []
  for (let offset = 1; ; offset += 1) {
    const month = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + offset))
    if (month.getTime() / 1000 >= until) return months
    months.push(month)
  }
}

/** Steps are counted from January, so that each year has the same months. */
const everyNth = (months: readonly Date[], step: number) =>
  months.filter((month) => month.getUTCMonth() % step === 0)

/** Where the bar of a span stands; one that lies outside leaves a mark at the edge. */
export function placeOf(
  { notBefore, notAfter }: Pick<TimelineSpan, 'notBefore' | 'notAfter'>,
  range: TimelineRange,
): Place {
  const start = clamp(shareOf(range, notBefore), 0, 1 - markLength)
  const end = clamp(shareOf(range, notAfter), start + markLength, 1)
  return {
    start,
    length: end - start,
    isCutAtStart: notBefore < range.from,
    isCutAtEnd: notAfter > range.until,
  }
}
