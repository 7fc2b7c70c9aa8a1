/** The string types that names come in (RFC 5280 section 4.1.2.4, X.690 section 8.23). */
import type { Element } from '../der/der'
import { readContents } from '../der/der'
import { MalformedInput } from '../der/malformed-input'

type Decode = (bytes: Uint8Array) => string

const decodeUtf8: Decode = (bytes) => new TextDecoder().decode(bytes)

/** Writers of T61String mean Latin-1, and it holds the ASCII of the others. */
const decodeLatin1: Decode = (bytes) =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** UTF-16, big-endian. */
export function decodeBmpString(bytes: Uint8Array): string {
  return unitsOf(bytes, 2)
    .map((unit) => String.fromCharCode(unit))
    .join('')
}

const decodeUniversal: Decode = (bytes) => unitsOf(bytes, 4).map(characterOf).join('')

function characterOf(codePoint: number): string {
  if (codePoint > 0x10ffff) throw new MalformedInput()
  return String.fromCodePoint(codePoint)
}

function unitsOf(bytes: Uint8Array, unitBytes: number): number[] {
  if (bytes.length % unitBytes !== 0) throw new MalformedInput()
  return Array.from({ length: bytes.length / unitBytes }, (_, index) =>
    bytes
      .subarray(index * unitBytes, (index + 1) * unitBytes)
      .reduce((unit, byte) => unit * 256 + byte, 0),
  )
}

const decoders: ReadonlyMap<number, Decode> = new Map([
  [0x0c, decodeUtf8],
  [0x12, decodeLatin1],
  [0x13, decodeLatin1],
  [0x14, decodeLatin1],
  [0x16, decodeLatin1],
  [0x1a, decodeLatin1],
  [0x1c, decodeUniversal],
  [0x1e, decodeBmpString],
])

/** Undefined for what is no string of these types. */
export const decodeString = (element: Element): string | undefined =>
  decoders.get(element.tag)?.(readContents(element, element.tag))
