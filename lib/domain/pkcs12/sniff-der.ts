/**
 * What a binary file of ASN.1 is, judged by the tags at its head. It is lenient where the reader is
 * strict, so that a file that was cut or damaged further on is still called by its name.
 */
import type { Span } from '../der/der'
import { fileSpan, readElement, readHeader, tags } from '../der/der'
import { attempt } from '../der/malformed-input'
import { pfxVersion } from './pfx'

type DerKind = 'der-certificate' | 'der-private-key' | 'pkcs7' | 'truncated' | 'pkcs12'

type Glimpse = { readonly tag: number; readonly contents: Span }

/** Enough to tell a certificate from the other structures that start alike. */
const maxGlimpses = 4

/** Undefined if this is not DER, or of a kind that nobody takes for a PKCS#12 file. */
export function sniffDer(bytes: Uint8Array): DerKind | undefined {
  if (bytes[0] !== tags.sequence) return undefined
  const whole = attempt(() => readElement(fileSpan(bytes)))
  const isCut = !whole.ok && whole.kind === 'truncated'
  const kind = kindOfFile(bytes)
  if (kind === 'unclear') return isCut ? 'truncated' : undefined
  return kind === 'pkcs12' && isCut ? 'truncated' : kind
}

function kindOfFile(bytes: Uint8Array): DerKind | 'unclear' | undefined {
  const [file] = glimpse(fileSpan(bytes))
  const [first, second] = file ? glimpse(file.contents) : []
  if (!first) return 'unclear'
  if (first.tag === tags.integer) return kindByVersion(first, second)
  if (first.tag === tags.objectIdentifier) return isPkcs7Type(first) ? 'pkcs7' : undefined
  return first.tag === tags.sequence ? kindBySequence(first, second) : undefined
}

/** The tags that may follow the version, 0 or 1, of a private key (RFC 5958, 8017 and 5915). */
const afterKeyVersion: readonly number[] = [tags.integer, tags.octetString, tags.sequence]

function kindByVersion(first: Glimpse, second: Glimpse | undefined): DerKind | undefined {
  const version = first.contents.bytes[first.contents.start]
  if (isPfx(version, second)) return 'pkcs12'
  return isPrivateKey(version, second) ? 'der-private-key' : undefined
}

/** A file that was cut before its version has not contradicted yet. */
function isPfx(version: number | undefined, second: Glimpse | undefined): boolean {
  const isVersion = version === undefined || version === pfxVersion
  if (!second) return isVersion
  return second.tag === tags.sequence && (isVersion || isContentInfo(second))
}

const isPrivateKey = (version: number | undefined, second: Glimpse | undefined): boolean =>
  (version === 0 || version === 1) && second !== undefined && afterKeyVersion.includes(second.tag)

function isContentInfo({ contents }: Glimpse): boolean {
  const [type] = glimpse(contents)
  return type !== undefined && isPkcs7Type(type)
}

/** Certificates of version 3 and 1 (RFC 5280 section 4.1), or an encrypted key (RFC 5958 section 3). */
function kindBySequence(first: Glimpse, second: Glimpse | undefined): DerKind | undefined {
  const inner = glimpse(first.contents).map(({ tag }) => tag)
  const { context0, integer, sequence } = tags
  const startsWith = (...expected: number[]) => expected.every((tag, index) => inner[index] === tag)
  if (startsWith(context0, integer)) return 'der-certificate'
  if (startsWith(integer, sequence, sequence, sequence)) return 'der-certificate'
  const isKey = startsWith(tags.objectIdentifier) && second?.tag === tags.octetString
  return isKey ? 'der-private-key' : undefined
}

/** Whether this is one of the content types 1.2.840.113549.1.7.x (RFC 2315 section 14). */
function isPkcs7Type({ tag, contents: { bytes, start } }: Glimpse): boolean {
  const arc = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07]
  return tag === tags.objectIdentifier && arc.every((byte, index) => bytes[start + index] === byte)
}

/** The first elements of a span, as far as they can be seen; the last may be cut or without an end. */
function glimpse(span: Span): Glimpse[] {
  const glimpses: Glimpse[] = []
  let offset = span.start
  while (glimpses.length < maxGlimpses && offset < span.end) {
    const header = readHeaderAt(span, offset)
    if (!header) return glimpses
    const { tag, contentsStart, length = Infinity } = header
    offset = contentsStart + length
    glimpses.push({
      tag,
      contents: { ...span, start: contentsStart, end: Math.min(offset, span.end) },
    })
  }
  return glimpses
}

function readHeaderAt(span: Span, offset: number) {
  const header = attempt(() => readHeader(span, offset))
  return header.ok ? header.value : undefined
}
