import { describe, expect, test } from 'vitest'
import { toCalendar, type CertificateEntry, type EntryText } from './calendar'

const now = Date.UTC(2026, 10, 21, 8, 5, 9) / 1000

const entry: CertificateEntry = {
  connectorId: 'c-1',
  connectorName: 'Loyalty lookup',
  thumbprint: 'AB12',
  notBefore: Date.UTC(2026, 0, 1) / 1000,
  notAfter: Date.UTC(2027, 0, 1, 23, 59, 58) / 1000,
  url: 'https://portal.example/connectors/c-1',
}

const text: EntryText = { summary: 'Certificate ends', description: 'Renew it.' }

const calendarOf = (entries: CertificateEntry[], change: Partial<EntryText> = {}) =>
  toCalendar(entries, now, () => ({ ...text, ...change }))

/** Content lines as a reader sees them (RFC 5545 section 3.1). */
const unfold = (calendar: string) => calendar.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)

const valueOf = (calendar: string, name: string) =>
  unfold(calendar)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)

/** TEXT as a reader takes it (RFC 5545 section 3.3.11). */
const unescape = (value = '') =>
  value.replaceAll(/\\([\\;,nN])/g, (_, character: string) =>
    character.toLowerCase() === 'n' ? '\n' : character,
  )

describe('a calendar of certificates', () => {
  test('holds the event of each certificate with its three reminders', () => {
    const reminder = (days: number) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:-P${days}D`,
      'DESCRIPTION:Certificate ends',
      'END:VALARM',
    ]

    expect(unfold(calendarOf([entry]))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//API Connectors Portal//Certificates//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:c-1-AB12@api-connectors-portal',
      'DTSTAMP:20261121T080509Z',
      'DTSTART:20270101T235958Z',
      'SUMMARY:Certificate ends',
      'DESCRIPTION:Renew it.',
      'URL:https://portal.example/connectors/c-1',
      'TRANSP:TRANSPARENT',
      ...[30, 7, 1].flatMap(reminder),
      'END:VEVENT',
      'END:VCALENDAR',
    ])
  })

  test.each([
    [31, 3],
    [29, 2],
    [6, 1],
    [0.5, 0],
  ])('that ends in %d days has %d reminders: none is of the past', (days, expected) => {
    const near = { ...entry, notAfter: now + days * 86_400 }

    expect(unfold(calendarOf([near])).filter((line) => line === 'BEGIN:VALARM')).toHaveLength(
      expected,
    )
  })

  test('has the text of each entry in its own event', () => {
    const entries = ['One', 'Two'].map((connectorName) => ({ ...entry, connectorName }))

    const calendar = toCalendar(entries, now, ({ connectorName }) => ({
      ...text,
      summary: connectorName,
    }))

    const summaries = unfold(calendar).filter((line) => line.startsWith('SUMMARY:'))
    expect(summaries).toEqual(['SUMMARY:One', 'SUMMARY:Two'])
  })

  test('is a calendar without any event, too', () => {
    expect(unfold(calendarOf([])).slice(-2)).toEqual(['CALSCALE:GREGORIAN', 'END:VCALENDAR'])
  })

  test('ends every line with CR LF and has neither alone', () => {
    const calendar = calendarOf([entry], { description: 'one\ntwo\r\nthree\rfour' })

    expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test.each([
    ['a comma, a semicolon and a backslash', 'a,b;c\\d\\n', 'a\\,b\\;c\\\\d\\\\n'],
    ['a colon and quotes', 'a: "b"', 'a: "b"'],
    ['line breaks', 'a\nb\r\nc\rd', 'a\\nb\\nc\\nd'],
    ['what would be a line of its own', 'a\r\nEND:VCALENDAR', 'a\\nEND:VCALENDAR'],
    ['control characters', 'a\0\u001b\u007fb\tc', 'ab\tc'],
  ])('writes %s as TEXT', (_title, summary, expected) => {
    expect(valueOf(calendarOf([entry], { summary }), 'SUMMARY')).toBe(expected)
  })

  test('keeps an address on its line', () => {
    const url = 'https://portal.example/\r\nEND:VEVENT'

    expect(valueOf(calendarOf([{ ...entry, url }]), 'URL')).toBe(
      'https://portal.example/END:VEVENT',
    )
  })

  test.each(['x', 'ü', '€', '検', '🔑'])(
    'folds lines of %s at 75 octets and no earlier',
    (letter) => {
      const size = Buffer.byteLength(letter)
      for (const length of [60, 66, 67, 68, 75, 76, 141, 142, 143, 400]) {
        const summary = letter.repeat(length)

        const calendar = calendarOf([entry], { summary })

        const lines = calendar.split('\r\n').map((line) => Buffer.byteLength(line))
        const [first = 0, ...others] = calendar.slice(calendar.indexOf('SUMMARY')).split('\r\n')
        expect(Math.max(...lines)).toBeLessThanOrEqual(75)
        expect(unescape(valueOf(calendar, 'SUMMARY'))).toBe(summary)
        expect(calendar).not.toContain('\ufffd')
        if (others[0]?.startsWith(' '))
          expect(Buffer.byteLength(String(first))).toBeGreaterThan(75 - size)
      }
    },
  )

  test.each([
    ['another connector', { connectorId: 'c-2' }],
    ['another certificate', { thumbprint: 'CD34' }],
    ['a certificate without a thumbprint', { thumbprint: null }],
    ['another end without a thumbprint', { thumbprint: null, notAfter: entry.notAfter + 1 }],
  ])('has another UID for %s, the same each time', (_title, change) => {
    const uidOf = (candidate: CertificateEntry, at = now) =>
      valueOf(
        toCalendar([candidate], at, () => text),
        'UID',
      )
    const changed = { ...entry, ...change }

    expect(uidOf(changed)).not.toBe(uidOf(entry))
    expect(uidOf(changed)).toBe(uidOf({ ...changed, connectorName: 'Renamed' }, now + 1))
  })
})
