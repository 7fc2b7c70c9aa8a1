/**
 * Dates and times as the browser's own language writes them, in the reader's time zone: a portal in English is
 * read in Zurich and in Sydney.
 */

const formats = {
  day: { dateStyle: 'medium' },
  moment: { dateStyle: 'medium', timeStyle: 'short' },
  second: { dateStyle: 'medium', timeStyle: 'medium' },
  time: { timeStyle: 'short' },
  /** With the name of the zone: where a moment decides something. */
  zoned: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  month: { month: 'short', timeZone: 'UTC' },
  monthOfYear: { month: 'short', year: 'numeric', timeZone: 'UTC' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type MomentFormat = keyof typeof formats

const made = new Map<MomentFormat, Intl.DateTimeFormat>()

/** The text of a moment in epoch milliseconds. */
export function momentText(milliseconds: number, name: MomentFormat = 'moment'): string {
  const format = made.get(name) ?? new Intl.DateTimeFormat([...navigator.languages], formats[name])
  made.set(name, format)
  return format.format(milliseconds)
}
