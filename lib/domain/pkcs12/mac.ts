/** The password check of a PKCS#12 file: its MAC (RFC 7292 section 4, RFC 9579). */
import { hmac } from '@noble/hashes/hmac.js'
import type { AlgorithmIdentifier, Element } from './der'
import { readAlgorithm, readCount, readOctets, readSequence } from './der'
import type { HashFunction } from './hashes'
import { hashByDigestIdentifier, hashByHmacIdentifier } from './hashes'
import { MalformedInput } from './malformed-input'
import { derivePkcs12Key, keyPurpose, passwordForms } from './password-key'
import type { Pbkdf2Request } from './pbkdf2'
import { derivePbkdf2Key, maxPbkdf2Iterations, readPbkdf2 } from './pbkdf2'

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

export type Mac = Pkcs12Mac | Pbmac1 | { readonly kind: 'unsupported' }

export type MacRefusal = 'unsupported-algorithm' | 'too-many-iterations'

/** MacData and the DigestInfo in it (RFC 7292 section 4). */
export function readMac(macData: Element): Mac {
  const [digestInfo, salt, iterations] = readSequence(macData)
  const [algorithmElement, codeElement] = readSequence(digestInfo)
  const algorithm = readAlgorithm(algorithmElement)
  const code = readOctets(codeElement)
  if (algorithm.identifier === pbmac1Identifier) return readPbmac1(algorithm, code)
  const hashFunction = hashByDigestIdentifier.get(algorithm.identifier)
  if (!hashFunction) return { kind: 'unsupported' }
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
function readPbmac1(algorithm: AlgorithmIdentifier, code: Uint8Array): Mac {
  const [derivationElement, schemeElement] = readSequence(algorithm.parameters)
  const hashFunction = hashByHmacIdentifier.get(readAlgorithm(schemeElement).identifier)
  const pbkdf2 = readPbkdf2(readAlgorithm(derivationElement))
  const hashName = pbkdf2?.hash?.webCryptoName
  if (!hashFunction || !pbkdf2 || !hashName) return { kind: 'unsupported' }
  checkCodeLength(code, hashFunction)
  const { salt, iterations, keyBytes = 0 } = pbkdf2
  if (keyBytes < minPbmac1KeyBytes) throw new MalformedInput()
  const derivation = { hashName, salt, iterations, keyBytes }
  return { kind: 'pbmac1', hashFunction, derivation, code }
}

/** A code that was cut short could be guessed. */
function checkCodeLength(code: Uint8Array, { hash }: HashFunction): void {
  if (code.length !== hash.outputLen) throw new MalformedInput()
}

/** Why this MAC is not worth checking: to be asked before `isMacOf`, which takes the time. */
export function macRefusal(mac: Mac): MacRefusal | undefined {
  if (mac.kind === 'unsupported') return 'unsupported-algorithm'
  const [iterations, limit] =
    mac.kind === 'pkcs12'
      ? [mac.iterations, mac.hashFunction.maxPkcs12Iterations]
      : [mac.derivation.iterations, maxPbkdf2Iterations]
  return iterations > limit ? 'too-many-iterations' : undefined
}

/** Whether the password is right and the content untouched; the two cannot be told apart. */
export async function isMacOf(mac: Mac, content: Uint8Array, password: string): Promise<boolean> {
  if (mac.kind === 'unsupported') return false
  const keys =
    mac.kind === 'pkcs12'
      ? pkcs12Keys(mac, password)
      : [await derivePbkdf2Key(password, mac.derivation)]
  for (const key of keys) {
    if (isSame(hmac(mac.hashFunction.hash, key, content), mac.code)) return true
  }
  return false
}

/** One key for each form of the password, derived only when the one before it did not fit. */
function* pkcs12Keys(mac: Pkcs12Mac, password: string): Generator<Uint8Array> {
  const { salt, iterations } = mac
  const { hash } = mac.hashFunction
  for (const form of passwordForms(password)) {
    yield derivePkcs12Key({
      hash,
      purpose: keyPurpose.integrity,
      password: form,
      salt,
      iterations,
      keyBytes: hash.outputLen,
    })
  }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index])
