import 'server-only'

const dayMs = 24 * 60 * 60 * 1000

/** RFC 9116 advises less than a year; whoever keeps a copy longer should look again. */
const daysOfTruth = 90

/**
 * The text of `security.txt` (RFC 9116).
 * @param contact a `mailto:` or `https:` address
 * @param now epoch milliseconds
 */
export function securityTextOf(contact: string, now: number): string {
  const lastDay = new Date(now + daysOfTruth * dayMs).toISOString().slice(0, 10)
  return `Contact: ${contact}\nExpires: ${lastDay}T00:00:00.000Z\nPreferred-Languages: en\n`
}
