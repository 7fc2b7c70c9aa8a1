/** The outermost structures of a PKCS#12 file: PFX and ContentInfo (RFC 7292 section 4). */
import type { Element, Span } from '../der/der'
import {
  fileSpan,
  readCount,
  readElement,
  readExplicit0,
  readObjectIdentifier,
  readOctetSpan,
  readSequence,
  tags,
} from '../der/der'
import { MalformedInput } from '../der/malformed-input'

/** RFC 2315 section 14. */
export const contentTypes = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  encryptedData: '1.2.840.113549.1.7.6',
} as const

export const pfxVersion = 3

export type ContentInfo = { readonly type: string; readonly content: Element | undefined }

export type Pfx = {
  /** Undefined if a signature protects the file instead of a password. */
  readonly authenticatedSafe: Span | undefined
  readonly macData: Element | undefined
  /** Where the file ends; whatever follows is not part of it. */
  readonly end: number
}

export function readPfx(bytes: Uint8Array): Pfx {
  const file = readElement(fileSpan(bytes))
  const [version, authenticatedSafe, macData] = readSequence(file)
  if (readCount(version) !== pfxVersion) throw new MalformedInput()
  const { type, content } = readContentInfo(authenticatedSafe)
  if (type === contentTypes.signedData) {
    return { authenticatedSafe: undefined, macData: undefined, end: file.end }
  }
  if (type !== contentTypes.data) throw new MalformedInput()
  return { authenticatedSafe: readOctetSpan(content), macData, end: file.end }
}

export function readContentInfo(element: Element | undefined): ContentInfo {
  const [type, content] = readSequence(element)
  return {
    type: readObjectIdentifier(type),
    content: content?.tag === tags.context0 ? readExplicit0(content) : undefined,
  }
}
