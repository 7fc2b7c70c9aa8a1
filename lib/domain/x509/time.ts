/** The two time types of certificates (RFC 5280 section 4.1.2.5). */
import type { Element } from '../der/der'
import { readContents } from '../der/der'
import { MalformedInput } from '../der/malformed-input'

const utcTime = 0x17
const generalizedTime = 0x18

/** From here on two digits mean the twentieth century. */
const firstYearOf1900s = 50

/** The longest is `YYYYMMDDhhmmss+hhmm`. */
const maxLength = 19

export type CertificateTime = {
  /** Epoch seconds. */
  readonly seconds: number
  /** Whether it is written as RFC 5280 wants: with seconds, and in UTC. */
  readonly isStandard: boolean
}

/**
 * Also what RFC 5280 forbids and X.680 knows: no seconds, or a difference from UTC. OpenSSL and Windows
 * read such times, so that certificates with them are in use.
 */
export function readTime(element: Element | undefined): CertificateTime {
  const tag = element?.tag === utcTime ? utcTime : generalizedTime
  const text = String.fromCharCode(...readContents(element, tag).subarray(0, maxLength + 1))
  return timeOf(tag === utcTime ? centuryOf(text) + text : text)
}

const centuryOf = (digits: string) => (Number(digits.slice(0, 2)) >= firstYearOf1900s ? '19' : '20')

const pattern =
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?(?<zone>Z|[+-]\d{4})$/

function timeOf(text: string): CertificateTime {
  const parts = pattern.exec(text)?.groups
  if (!parts) throw new MalformedInput()
  const { year, month, day, hour, minute, second, zone = '' } = parts
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}.000Z`
  const date = new Date(iso)
  // Some engines take 30 February for 1 or 2 March.
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) throw new MalformedInput()
  return {
    seconds: date.getTime() / 1000 - offsetSeconds(zone),
    isStandard: second !== undefined && zone === 'Z',
  }
}

/** X.680 section 47.3: hours up to 23 (no place has more than 14), minutes up to 59. */
function offsetSeconds(zone: string): number {
  if (zone === 'Z') return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3))]
  if (hours > 23 || minutes > 59) throw new MalformedInput()
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60)
}
