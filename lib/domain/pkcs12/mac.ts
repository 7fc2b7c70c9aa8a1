/** The password check of a PKCS#12 file: its MAC (RFC 7292 section 4, RFC 9579). */
import { hmac } from '@noble/hashes/hmac.js'
import type { AlgorithmIdentifier, Element } from '../der/der'
import { readAlgorithm, readCount, readOctets, readSequence } from '../der/der'
import type { HashFunction } from './hashes'
import { hashByDigestIdentifier, hashByHmacIdentifier } from './hashes'
import { MalformedInput } from '../der/malformed-input'
import type { Password } from './password-key'
import { derivePkcs12Key, keyPurpose } from './password-key'
import type { Pbkdf2Request } from './pbkdf2'
import { derivePbkdf2Key, readPbkdf2 } from './pbkdf2'
import type { Work } from './work'
import { pbkdf2Work, pkcs12Work } from './work'

const pbmac1Identifier = '1.2.840.113549.1.5.14'

/** A shorter key would make forged files worth trying (RFC 9579). */
const minPbmac1KeyBytes = 20

type Pkcs12Mac = {
  readonly kind: 'pkcs12'
  readonly hashFunction: HashFunction
  readonly salt: Uint8Array
  readonly iterations: number
  readonly code: Uint8Array
}

type Pbmac1 = {
  readonly kind: 'pbmac1'
  readonly hashFunction: HashFunction
  readonly derivation: Pbkdf2Request
  readonly code: Uint8Array
}

export type Mac = Pkcs12Mac | Pbmac1

/** MacData and the DigestInfo in it (RFC 7292 section 4); undefined for algorithms not known here. */
export function readMac(macData: Element): Mac | undefined {
  const [digestInfo, salt, iterations] = readSequence(macData)
  const [algorithmElement, codeElement] = readSequence(digestInfo)
  const algorithm = readAlgorithm(algorithmElement)
  const code = readOctets(codeElement)
  if (algorithm.identifier === pbmac1Identifier) return readPbmac1(algorithm, code)
  const hashFunction = hashByDigestIdentifier.get(algorithm.identifier)
  if (!hashFunction) return undefined
  checkCodeLength(code, hashFunction)
  return {
    kind: 'pkcs12',
    hashFunction,
    salt: readOctets(salt),
    iterations: iterations ? readCount(iterations) : 1,
    code,
  }
}

/** PBMAC1-params (RFC 8018 appendix A.5). The salt and iterations beside it do not count (RFC 9579). */
function readPbmac1(algorithm: AlgorithmIdentifier, code: Uint8Array): Mac | undefined {
  const [derivationElement, schemeElement] = readSequence(algorithm.parameters)
  const hashFunction = hashByHmacIdentifier.get(readAlgorithm(schemeElement).identifier)
  const pbkdf2 = readPbkdf2(readAlgorithm(derivationElement))
  if (!hashFunction || !pbkdf2?.hash) return undefined
  checkCodeLength(code, hashFunction)
  const { hash, salt, iterations, keyBytes = 0 } = pbkdf2
  if (keyBytes < minPbmac1KeyBytes) throw new MalformedInput()
  const derivation = { hash, salt, iterations, keyBytes }
  return { kind: 'pbmac1', hashFunction, derivation, code }
}

/** A code that was cut short could be guessed. */
function checkCodeLength(code: Uint8Array, { hash }: HashFunction): void {
  if (code.length !== hash.outputLen) throw new MalformedInput()
}

/** The cost of `checkMac` for one form of the password. */
export function macWork(mac: Mac): Work {
  if (mac.kind === 'pkcs12') {
    return pkcs12Work(mac.hashFunction, mac.iterations, [mac.hashFunction.hash.outputLen])
  }
  const { hash, iterations, keyBytes } = mac.derivation
  return pbkdf2Work(hash, iterations, keyBytes)
}

/** As people write it: `SHA-256`, or `SHA-256 (PBMAC1)`. */
export const macName = ({ kind, hashFunction: { name } }: Mac): string =>
  kind === 'pbmac1' ? `${name} (PBMAC1)` : name

/**
 * Whether the password is right and the content untouched; the two cannot be told apart. A right
 * password comes back with the form that fits before the others.
 */
export async function checkMac(
  mac: Mac,
  content: Uint8Array,
  password: Password,
): Promise<Password | undefined> {
  if (mac.kind === 'pbmac1') return checkPbmac1(mac, content, password)
  const form = password.forms.find((candidate) => isCodeOf(mac, pkcs12Key(mac, candidate), content))
  return form && { ...password, forms: [...new Set([form, ...password.forms])] }
}

async function checkPbmac1(
  mac: Pbmac1,
  content: Uint8Array,
  password: Password,
): Promise<Password | undefined> {
  for (const form of password.pbkdf2Forms) {
    const key = await derivePbkdf2Key(form, mac.derivation)
    if (isCodeOf(mac, key, content)) return { ...password, pbkdf2Forms: [form] }
  }
  return undefined
}

const isCodeOf = ({ hashFunction, code }: Mac, key: Uint8Array, content: Uint8Array): boolean =>
  isSame(hmac(hashFunction.hash, key, content), code)

function pkcs12Key({ hashFunction, salt, iterations }: Pkcs12Mac, password: Uint8Array) {
  const { hash } = hashFunction
  const purpose = keyPurpose.integrity
  return derivePkcs12Key({ hash, purpose, password, salt, iterations, keyBytes: hash.outputLen })
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index])
