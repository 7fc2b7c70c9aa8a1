/** Certificates as appointments that remind of their end (iCalendar, RFC 5545). */
import { reminderDays, secondsPerDay } from '../expiry'

export type CertificateEntry = {
  readonly connectorId: string
  readonly connectorName: string
  /** Null if Graph did not say. */
  readonly thumbprint: string | null
  /** `notBefore` and `notAfter` are epoch seconds. */
  readonly notBefore: number
  readonly notAfter: number
  /** The absolute address of the connector's page. */
  readonly url: string
}

/** The words of one entry, in the reader's language. */
export type EntryText = { readonly summary: string; readonly description: string }

/** RFC 5545 section 3.1: without the line break, but with the blank that continues a line. */
const maxLineOctets = 75

const lineBreak = '\r\n'

/**
 * The text of an .ics file with one event an entry, at the very second of its end and in UTC, so
 * that it is right in every time zone. Importing it again replaces the events of the first time.
 */
export function toCalendar(
  entries: readonly CertificateEntry[],
  nowSeconds: number,
  textOf: (entry: CertificateEntry) => EntryText,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//API Connectors Portal//Certificates//EN',
    'CALSCALE:GREGORIAN',
    ...entries.flatMap((entry) => event(entry, nowSeconds, textOf(entry))),
    'END:VCALENDAR',
  ]
  return lines.map((line) => fold(line) + lineBreak).join('')
}

/** VEVENT (RFC 5545 section 3.6.1). It takes no time, so it leaves the day free. */
function event(entry: CertificateEntry, nowSeconds: number, text: EntryText): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(identifierOf(entry))}`,
    `DTSTAMP:${dateTime(nowSeconds)}`,
    `DTSTART:${dateTime(entry.notAfter)}`,
    `SUMMARY:${escapeText(text.summary)}`,
    `DESCRIPTION:${escapeText(text.description)}`,
    `URL:${withoutControlCharacters(entry.url)}`,
    'TRANSP:TRANSPARENT',
    ...remindersAhead(entry, nowSeconds).flatMap((days) => reminder(days, text)),
    'END:VEVENT',
  ]
}

/** A reminder of the past would ring as soon as the file is opened. */
const remindersAhead = ({ notAfter }: CertificateEntry, nowSeconds: number) =>
  reminderDays.filter((days) => notAfter - days * secondsPerDay > nowSeconds)

/** VALARM (RFC 5545 section 3.6.6). */
const reminder = (days: number, { summary }: EntryText): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `TRIGGER:-P${days}D`,
  `DESCRIPTION:${escapeText(summary)}`,
  'END:VALARM',
]

/** The same each time, and another one for each certificate of each connector. */
function identifierOf({ connectorId, thumbprint, notBefore, notAfter }: CertificateEntry): string {
  return `${connectorId}-${thumbprint ?? `${notBefore}-${notAfter}`}@api-connectors-portal`
}

/** A DATE-TIME in UTC (RFC 5545 section 3.3.5). */
const dateTime = (epochSeconds: number): string =>
  `${new Date(epochSeconds * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** TEXT (RFC 5545 section 3.3.11). */
const escapeText = (text: string): string =>
  withoutControlCharacters(text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n'))

/** A line break in a name would start a line of its own; only a tab may stand in a value. */
const withoutControlCharacters = (text: string): string =>
  text.replaceAll(/[\u0000-\u0008\u000a-\u001f\u007f]/g, '')

/** Never within a character, although the RFC would allow it: some readers cannot mend that. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    const isFull = octets + size > maxLineOctets
    folded += isFull ? `${lineBreak} ${character}` : character
    octets = isFull ? 1 + size : octets + size
  }
  return folded
}
