/**
 * What a PKCS#12 file is encrypted with, without decrypting it: encrypted parts name their
 * algorithm in the open, and so do encrypted keys in open parts (RFC 7292 section 4).
 */
import type { Element, Span } from './der'
import {
  readElement,
  readExplicit0,
  readObjectIdentifier,
  readOctetSpan,
  readSequence,
} from './der'
import type { Cipher, EncryptionAlgorithm } from './encryption-algorithm'
import { readEncryptionAlgorithm } from './encryption-algorithm'
import { contentTypes, readContentInfo } from './pfx'

export type Encryption = Cipher | 'none'

const shroudedKeyBag = '1.2.840.113549.1.12.10.1.2'
const safeContentsBag = '1.2.840.113549.1.12.10.1.6'

/** The algorithms of all encrypted parts that can be seen without a password. */
export function readEncryptionAlgorithms(authenticatedSafe: Span): EncryptionAlgorithm[] {
  return readSequence(readElement(authenticatedSafe)).flatMap(algorithmsOfPart)
}

function algorithmsOfPart(part: Element): EncryptionAlgorithm[] {
  const { type, content } = readContentInfo(part)
  if (type === contentTypes.data) return algorithmsOfBags(readElement(readOctetSpan(content)))
  if (type === contentTypes.encryptedData) return [algorithmOfEncryptedData(content)]
  return [{ cipher: 'other', hasTooManyIterations: false }]
}

/** EncryptedData and the EncryptedContentInfo in it (RFC 5652 section 8). */
function algorithmOfEncryptedData(content: Element | undefined): EncryptionAlgorithm {
  const [, encryptedContentInfo] = readSequence(content)
  const [, algorithm] = readSequence(encryptedContentInfo)
  return readEncryptionAlgorithm(algorithm)
}

function algorithmsOfBags(safeContents: Element): EncryptionAlgorithm[] {
  return readSequence(safeContents).flatMap(algorithmsOfBag)
}

/** SafeBag (RFC 7292 section 4.2). */
function algorithmsOfBag(bag: Element): EncryptionAlgorithm[] {
  const [type, value] = readSequence(bag)
  const identifier = readObjectIdentifier(type)
  if (identifier === safeContentsBag) return algorithmsOfBags(readExplicit0(value))
  if (identifier !== shroudedKeyBag) return []
  const [algorithm] = readSequence(readExplicit0(value))
  return [readEncryptionAlgorithm(algorithm)]
}

/** The first of these that occurs stands for the file: the one least likely to be accepted. */
const leastAcceptedFirst: readonly Cipher[] = ['aes', 'other', 'rc2', 'tripleDes']

export function encryptionOf(algorithms: readonly EncryptionAlgorithm[]): Encryption {
  const isUsed = (cipher: Cipher) => algorithms.some((algorithm) => algorithm.cipher === cipher)
  return leastAcceptedFirst.find(isUsed) ?? 'none'
}
