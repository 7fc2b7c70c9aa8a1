/**
 * A strict, bounded reader of BER and DER (X.690 section 8). Bytes are looked at in place; the only
 * copy is of an OCTET STRING that comes in pieces, and it is never larger than the file.
 */
import { MalformedInput } from './malformed-input'

/** Identifier octets (X.690 section 8.1.2) that PKCS#12 files and certificates need. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const

/** An honest PKCS#12 file nests about 17 deep; this leaves room for OCTET STRINGs in pieces. */
const maxDepth = 24

const maxLengthBytes = 4

export const constructedBit = 0x20
const longTag = 0x1f
const indefiniteLength = 0x80

/** Two zeros close an indefinite length (X.690 section 8.1.5). */
const closingBytes = 2

/** A stretch of bytes that holds elements, `end` excluded. */
export type Span = {
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
  readonly depth: number
  /** Whether a length said where it ends. If not, running past the end means a file cut short. */
  readonly isBounded: boolean
}

export type Header = {
  readonly tag: number
  readonly contentsStart: number
  /** In bytes; undefined for the indefinite form (X.690 section 8.1.3.6). */
  readonly length: number | undefined
}

export type Element = {
  readonly tag: number
  /** Where its identifier stands. */
  readonly start: number
  readonly contents: Span
  /** Where the next element starts: behind the end-of-contents octets, if there are any. */
  readonly end: number
}

export function fileSpan(bytes: Uint8Array): Span {
  return { bytes, start: 0, end: bytes.length, depth: 0, isBounded: false }
}

/** Bytes whose length something else has told already: to run past them is no cut. */
const innerSpan = (bytes: Uint8Array): Span => ({ ...fileSpan(bytes), isBounded: true })

function byteAt(span: Span, offset: number): number {
  const byte = offset < span.end ? span.bytes[offset] : undefined
  if (byte === undefined) throw overrun(span)
  return byte
}

const overrun = (span: Span) => new MalformedInput(span.isBounded ? 'malformed' : 'truncated')

/** Reads identifier and length, without asking whether the contents are there. */
export function readHeader(span: Span, offset = span.start): Header {
  const tag = byteAt(span, offset)
  if ((tag & longTag) === longTag) throw new MalformedInput()
  const first = byteAt(span, offset + 1)
  if (first < indefiniteLength) return { tag, contentsStart: offset + 2, length: first }
  if (first === indefiniteLength) return indefiniteHeader(tag, offset + 2)
  return longHeader(span, offset + 1, tag)
}

function indefiniteHeader(tag: number, contentsStart: number): Header {
  if ((tag & constructedBit) === 0) throw new MalformedInput()
  return { tag, contentsStart, length: undefined }
}

function longHeader(span: Span, offset: number, tag: number): Header {
  const lengthBytes = byteAt(span, offset) & 0x7f
  if (lengthBytes > maxLengthBytes) throw new MalformedInput()
  let length = 0
  for (let index = 1; index <= lengthBytes; index += 1) {
    length = length * 256 + byteAt(span, offset + index)
  }
  return { tag, contentsStart: offset + 1 + lengthBytes, length }
}

/** The element at `offset`. A definite one is not looked into, so that this costs nothing. */
export function readElement(span: Span, offset = span.start): Element {
  const header = readHeader(span, offset)
  const depth = span.depth + 1
  const end = endOfContents(span, header, depth)
  const contents = {
    bytes: span.bytes,
    start: header.contentsStart,
    end,
    depth,
    isBounded: true,
  }
  return { tag: header.tag, start: offset, contents, end: endOfElement(header, end) }
}

const endOfElement = ({ length }: Header, contentsEnd: number) =>
  length === undefined ? contentsEnd + closingBytes : contentsEnd

function endOfContents(span: Span, { tag, contentsStart, length }: Header, depth: number): number {
  if (tag === 0 || depth > maxDepth) throw new MalformedInput()
  if (length === undefined) return findClosingBytes(span, contentsStart, depth)
  const end = contentsStart + length
  if (end > span.end) throw overrun(span)
  return end
}

/** Walks over the elements of an indefinite length to its end. */
function findClosingBytes(span: Span, start: number, depth: number): number {
  let offset = start
  while (byteAt(span, offset) !== 0) {
    const header = readHeader(span, offset)
    offset = endOfElement(header, endOfContents(span, header, depth + 1))
  }
  if (byteAt(span, offset + 1) !== 0) throw new MalformedInput()
  return offset
}

export function elementsIn(span: Span): Element[] {
  const elements: Element[] = []
  for (let offset = span.start; offset < span.end;) {
    const element = readElement(span, offset)
    elements.push(element)
    offset = element.end
  }
  return elements
}

function requireTag(element: Element | undefined, tag: number): Span {
  if (element?.tag !== tag) throw new MalformedInput()
  return element.contents
}

const bytesOf = ({ bytes, start, end }: Span) => bytes.subarray(start, end)

/** The one element that these bytes are, from the first to the last. */
export function readWhole(bytes: Uint8Array): Element {
  const element = readElement(innerSpan(bytes))
  if (element.end !== bytes.length) throw new MalformedInput()
  return element
}

/** An element with identifier and length, byte for byte. */
export const encodingOf = ({ contents, start, end }: Element): Uint8Array =>
  contents.bytes.subarray(start, end)

/** The bytes inside an element of this tag. */
export const readContents = (element: Element | undefined, tag: number): Uint8Array =>
  bytesOf(requireTag(element, tag))

export const readSequence = (element: Element | undefined): Element[] =>
  elementsIn(requireTag(element, tags.sequence))

export const readSet = (element: Element | undefined): Element[] =>
  elementsIn(requireTag(element, tags.set))

/** The element inside an explicit tag, such as `[0]`. */
export const readExplicit = (element: Element | undefined, tag: number): Element =>
  readElement(requireTag(element, tag))

export const readExplicit0 = (element: Element | undefined): Element =>
  readExplicit(element, tags.context0)

/**
 * The contents of an OCTET STRING, put together if it comes in pieces (X.690 section 8.7.3). Another
 * `tag` is for one that is tagged implicitly.
 */
export function readOctetSpan(element: Element | undefined, tag: number = tags.octetString): Span {
  if (element?.tag !== (tag | constructedBit)) return requireTag(element, tag)
  const pieces = elementsIn(element.contents).map((piece) => readOctets(piece))
  const bytes = concatenate(pieces)
  return { ...element.contents, bytes, start: 0, end: bytes.length }
}

export const readOctets = (element: Element | undefined, tag?: number): Uint8Array =>
  bytesOf(readOctetSpan(element, tag))

/** A BIT STRING of whole bytes (X.690 section 8.6), which keys and signatures are. */
export function readBits(element: Element | undefined, tag: number = tags.bitString): Uint8Array {
  const contents = readContents(element, tag)
  if (contents[0] !== 0) throw new MalformedInput()
  return contents.subarray(1)
}

/** An INTEGER that is not negative, without leading zeros: zero has no bytes at all. */
export function readUnsigned(element: Element | undefined): Uint8Array {
  const digits = readContents(element, tags.integer)
  const first = digits.findIndex((digit) => digit !== 0)
  if (digits.length === 0 || (digits[0] ?? 0) >= 0x80) throw new MalformedInput()
  return first === -1 ? new Uint8Array() : digits.subarray(first)
}

export function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0))
  let offset = 0
  for (const piece of pieces) {
    whole.set(piece, offset)
    offset += piece.length
  }
  return whole
}

/**
 * An INTEGER of at least 1. Beyond 2^53 it loses its last digits and may become Infinity, which is
 * still enough to see that it is too large.
 */
export function readCount(element: Element | undefined): number {
  const digits = readContents(element, tags.integer)
  const isNegative = (digits[0] ?? 0) >= 0x80
  const count = digits.reduce((value, digit) => value * 256 + digit, 0)
  if (isNegative || count < 1) throw new MalformedInput()
  return count
}

/** An OBJECT IDENTIFIER in dotted form (X.690 section 8.19). */
export function readObjectIdentifier(element: Element | undefined): string {
  const arcs: number[] = []
  let arc = 0
  for (const byte of readContents(element, tags.objectIdentifier)) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    arcs.push(arc)
    arc = 0
  }
  const first = Math.min(Math.floor((arcs[0] ?? 0) / 40), 2)
  return [first, (arcs[0] ?? 0) - first * 40, ...arcs.slice(1)].join('.')
}

export type AlgorithmIdentifier = {
  readonly identifier: string
  readonly parameters: Element | undefined
}

/** An AlgorithmIdentifier (RFC 5280 section 4.1.1.2). */
export function readAlgorithm(element: Element | undefined): AlgorithmIdentifier {
  const [identifier, parameters] = readSequence(element)
  return { identifier: readObjectIdentifier(identifier), parameters }
}
