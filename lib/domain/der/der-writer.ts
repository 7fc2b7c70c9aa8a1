/**
 * Writes DER (X.690 sections 8, 10 and 11). Every function takes the contents of one element and
 * returns the whole element, identifier and length included.
 */
import { concatBytes } from '@noble/hashes/utils.js'

/** Identifier octets (X.690 section 8.1.2). */
const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  nullValue: 0x05,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
  context: 0x80,
  contextConstructed: 0xa0,
} as const

function element(tag: number, contents: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(tag, ...lengthOctets(contents.length)), contents)
}

/** The shortest form, as DER demands (X.690 section 10.1). */
function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length]
  const digits = digitsOf(length, 256)
  return [0x80 | digits.length, ...digits]
}

/** Most significant digit first; zero is one digit. Takes whole numbers up to 2^53. */
function digitsOf(value: number, base: number): number[] {
  const digits = [value % base]
  for (let rest = Math.floor(value / base); rest > 0; rest = Math.floor(rest / base)) {
    digits.unshift(rest % base)
  }
  return digits
}

export const sequence = (...elements: readonly Uint8Array[]): Uint8Array =>
  element(tags.sequence, concatBytes(...elements))

/** SET OF: DER sorts its elements by their encoding (X.690 section 11.6). */
export const setOf = (...elements: readonly Uint8Array[]): Uint8Array =>
  element(tags.set, concatBytes(...elements.toSorted(compareBytes)))

function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const index = one.findIndex((byte, position) => byte !== other[position])
  return (one[index] ?? 0) - (other[index] ?? 0)
}

/** A number of 0 or more: a whole one, or its bytes with the most significant first. */
export function integer(value: number | Uint8Array): Uint8Array {
  const bytes = typeof value === 'number' ? Uint8Array.from(digitsOf(value, 256)) : value
  const start = bytes.findIndex((byte) => byte !== 0)
  const digits = start < 0 ? Uint8Array.of(0) : bytes.subarray(start)
  const looksNegative = (digits[0] ?? 0) >= 0x80
  return element(tags.integer, looksNegative ? concatBytes(Uint8Array.of(0), digits) : digits)
}

/** From dotted form (X.690 section 8.19). */
export function objectIdentifier(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...arcs] = dotted.split('.').map(Number)
  const octets = [first * 40 + second, ...arcs].flatMap((arc) =>
    digitsOf(arc, 128).map((digit, index, { length }) => (index < length - 1 ? 0x80 : 0) | digit),
  )
  return element(tags.objectIdentifier, Uint8Array.from(octets))
}

/** An AlgorithmIdentifier (RFC 5280 section 4.1.1.2). */
export const algorithmIdentifier = (dotted: string, parameters: Uint8Array): Uint8Array =>
  sequence(objectIdentifier(dotted), parameters)

export const boolean = (value: boolean): Uint8Array =>
  element(tags.boolean, Uint8Array.of(value ? 0xff : 0))

export const nullValue = (): Uint8Array => element(tags.nullValue, Uint8Array.of())

export const octetString = (bytes: Uint8Array): Uint8Array => element(tags.octetString, bytes)

export const bitString = (bytes: Uint8Array): Uint8Array =>
  element(tags.bitString, concatBytes(Uint8Array.of(0), bytes))

/**
 * A BIT STRING of named bits, given by their numbers below 8: bit 0 is the highest of the octet, and
 * zero bits at the end are left out (X.690 section 11.2.2).
 */
export function namedBits(...numbers: readonly number[]): Uint8Array {
  const octet = numbers.reduce((bits, bit) => bits | (0x80 >> bit), 0)
  return element(tags.bitString, Uint8Array.of(7 - Math.max(...numbers), octet))
}

export const utf8String = (text: string): Uint8Array =>
  element(tags.utf8String, new TextEncoder().encode(text))

/** For letters, digits, blanks and `'()+,-./:=?` only (X.680 section 41.4). */
export const printableString = (text: string): Uint8Array =>
  element(tags.printableString, new TextEncoder().encode(text))

/** UTF-16, big-endian; Windows writes characters beyond 16 bits as surrogates, and so do we. */
export function bmpString(text: string): Uint8Array {
  const contents = new Uint8Array(text.length * 2)
  const view = new DataView(contents.buffer)
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index))
  }
  return element(tags.bmpString, contents)
}

/**
 * A Time (RFC 5280 section 4.1.2.5) from epoch seconds of the years 1950 to 9999: UTCTime through
 * 2049, GeneralizedTime from 2050 on.
 */
export function time(epochSeconds: number): Uint8Array {
  const moment = new Date(epochSeconds * 1000)
  const digits = `${moment.toISOString().slice(0, 19).replaceAll(/\D/g, '')}Z`
  return moment.getUTCFullYear() < 2050
    ? element(tags.utcTime, new TextEncoder().encode(digits.slice(2)))
    : element(tags.generalizedTime, new TextEncoder().encode(digits))
}

/** `[number] EXPLICIT`, around a whole element. */
export const explicit = (number: number, inner: Uint8Array): Uint8Array =>
  element(tags.contextConstructed | number, inner)

/** `[number] IMPLICIT OCTET STRING`. */
export const implicitOctetString = (number: number, bytes: Uint8Array): Uint8Array =>
  element(tags.context | number, bytes)
