/** The two time types of certificates (RFC 5280 section 4.1.2.5). */
import type { Element } from '../der/der'
import { readContents } from '../der/der'
import { MalformedInput } from '../der/malformed-input'

const utcTime = 0x17
const generalizedTime = 0x18

/** From here on two digits mean the twentieth century. */
const firstYearOf1900s = 50

/** Epoch seconds. Only whole seconds in UTC are valid, which is all that RFC 5280 allows. */
export function readTime(element: Element | undefined): number {
  const tag = element?.tag === utcTime ? utcTime : generalizedTime
  const digits = String.fromCharCode(...readContents(element, tag).subarray(0, 16))
  return epochSeconds(tag === utcTime ? centuryOf(digits) + digits : digits)
}

const centuryOf = (digits: string) => (Number(digits.slice(0, 2)) >= firstYearOf1900s ? '19' : '20')

function epochSeconds(digits: string): number {
  if (!/^\d{14}Z$/.test(digits)) throw new MalformedInput()
  const iso = digits.replace(/^(....)(..)(..)(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6.000Z')
  const date = new Date(iso)
  // Some engines take 30 February for 1 or 2 March.
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) throw new MalformedInput()
  return date.getTime() / 1000
}
