/** How far the browser's clock is off, by the server's (RFC 9110 section 6.6.1: Date). */

/** Less is the time an answer takes, or what people call the same time. */
const toleratedSeconds = 120

/**
 * Seconds that the browser is ahead of the server, negative if it is behind; 0 within what is
 * tolerated. Null if the header says nothing.
 * @param browserMs epoch milliseconds by the browser's clock when the answer came
 */
export function clockDifference(dateHeader: string | null, browserMs: number): number | null {
  const serverMs = Date.parse(dateHeader ?? '')
  if (Number.isNaN(serverMs)) return null
  const seconds = Math.round((browserMs - serverMs) / 1000)
  return Math.abs(seconds) > toleratedSeconds ? seconds : 0
}

type ClockUnit = 'minute' | 'hour' | 'day'

/** A difference as people say it: "5 minutes", "3 hours", "12 days". */
export function roundDifference(seconds: number): {
  readonly amount: number
  readonly unit: ClockUnit
} {
  const minutes = Math.abs(seconds) / 60
  if (minutes < 90) return { amount: Math.round(minutes), unit: 'minute' }
  const hours = minutes / 60
  return hours < 36
    ? { amount: Math.round(hours), unit: 'hour' }
    : { amount: Math.round(hours / 24), unit: 'day' }
}
