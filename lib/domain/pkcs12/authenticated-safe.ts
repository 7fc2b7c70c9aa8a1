/** AuthenticatedSafe: the parts of a PKCS#12 file (RFC 7292 section 4.1). */
import type { Element, Span } from '../der/der'
import { readElement, readOctetSpan, readSequence } from '../der/der'
import type { Bag } from './bags'
import { readBags } from './bags'
import type { Encrypted } from './encrypted'
import { readEncryptedData } from './encrypted'
import type { EncryptionAlgorithm } from './encryption-algorithm'
import { contentTypes, readContentInfo } from './pfx'

export type Part =
  | { readonly kind: 'open'; readonly bags: readonly Bag[] }
  | { readonly kind: 'encrypted'; readonly encrypted: Encrypted }
  /** Encrypted for somebody's public key in place of a password. */
  | { readonly kind: 'unsupported' }

export function readParts(authenticatedSafe: Span): Part[] {
  return readSequence(readElement(authenticatedSafe)).map(readPart)
}

function readPart(part: Element): Part {
  const { type, content } = readContentInfo(part)
  if (type === contentTypes.data) {
    return { kind: 'open', bags: readBags(readElement(readOctetSpan(content))) }
  }
  return type === contentTypes.encryptedData
    ? { kind: 'encrypted', encrypted: readEncryptedData(content) }
    : { kind: 'unsupported' }
}

const unknownAlgorithm: EncryptionAlgorithm = { family: 'other', name: 'public key', scheme: null }

/** The encryption of the parts, as far as it can be seen without a password. */
export function algorithmsOfParts(parts: readonly Part[]): EncryptionAlgorithm[] {
  return parts.flatMap((part) => {
    if (part.kind === 'open') return algorithmsOfBags(part.bags)
    return [part.kind === 'encrypted' ? part.encrypted.algorithm : unknownAlgorithm]
  })
}

/** The encryption of the keys in these bags. */
export const algorithmsOfBags = (bags: readonly Bag[]): EncryptionAlgorithm[] =>
  bags.flatMap((bag) => (bag.kind === 'encryptedKey' ? [bag.key.encrypted.algorithm] : []))
