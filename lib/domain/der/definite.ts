/** From BER to the one encoding that DER allows for lengths and for strings in pieces. */
import type { Element } from './der'
import { concatenate, constructedBit, elementsIn, readOctets, tags } from './der'

/**
 * The element with every length definite and as short as can be, and every OCTET STRING in one piece
 * (X.690 section 10). What primitive elements hold stays as it is.
 */
export function toDefinite(element: Element): Uint8Array {
  const { tag, contents } = element
  if (tag === (tags.octetString | constructedBit)) {
    return encode(tags.octetString, readOctets(element))
  }
  const isConstructed = (tag & constructedBit) !== 0
  const inner = isConstructed
    ? concatenate(elementsIn(contents).map(toDefinite))
    : contents.bytes.subarray(contents.start, contents.end)
  return encode(tag, inner)
}

const encode = (tag: number, contents: Uint8Array): Uint8Array =>
  concatenate([Uint8Array.of(tag, ...lengthOf(contents)), contents])

function lengthOf({ length }: Uint8Array): number[] {
  if (length < 0x80) return [length]
  const digits: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256)
  return [0x80 | digits.length, ...digits]
}
