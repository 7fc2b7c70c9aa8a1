/** PBKDF2 (RFC 8018 section 5.2): what a file asks for, and the key it gives. */
import { pbkdf2Async } from '@noble/hashes/pbkdf2.js'
import type { AlgorithmIdentifier } from '../der/der'
import { readAlgorithm, readCount, readOctets, readSequence, tags } from '../der/der'
import { MalformedInput } from '../der/malformed-input'
import type { HashFunction } from './hashes'
import { hashByHmacIdentifier, sha1Function } from './hashes'

const pbkdf2Identifier = '1.2.840.113549.1.5.12'

/** The output of SHA-512: nothing in a PKCS#12 file needs a longer key. */
const maxKeyBytes = 64

export type Pbkdf2 = {
  readonly salt: Uint8Array
  readonly iterations: number
  readonly keyBytes: number | undefined
  /** Undefined when the file names one that is not known here. */
  readonly hash: HashFunction | undefined
}

/** PBKDF2-params (RFC 8018 appendix A.2); undefined for another key derivation, such as scrypt. */
export function readPbkdf2(algorithm: AlgorithmIdentifier): Pbkdf2 | undefined {
  if (algorithm.identifier !== pbkdf2Identifier) return undefined
  const [salt, iterations, ...optional] = readSequence(algorithm.parameters)
  const keyLength = optional.find(({ tag }) => tag === tags.integer)
  const pseudorandom = optional.find(({ tag }) => tag === tags.sequence)
  return {
    salt: readOctets(salt),
    iterations: readCount(iterations),
    keyBytes: keyLength && checkKeyBytes(readCount(keyLength)),
    // RFC 8018 appendix A.2 has SHA-1 as the default.
    hash: pseudorandom
      ? hashByHmacIdentifier.get(readAlgorithm(pseudorandom).identifier)
      : sha1Function,
  }
}

/** A longer key would multiply the time that the iterations are meant to bound. */
function checkKeyBytes(keyBytes: number): number {
  if (keyBytes > maxKeyBytes) throw new MalformedInput()
  return keyBytes
}

export type Pbkdf2Request = {
  readonly hash: HashFunction
  readonly salt: Uint8Array
  readonly iterations: number
  readonly keyBytes: number
}

export async function derivePbkdf2Key(
  password: Uint8Array,
  { hash, salt, iterations, keyBytes }: Pbkdf2Request,
): Promise<Uint8Array> {
  // Some browsers refuse a key of no bytes. HMAC pads its key with zeros (RFC 2104 section 2), so
  // that a single zero byte is the same key.
  const bytes = password.length > 0 ? Uint8Array.from(password) : new Uint8Array(1)
  if (hash.webCryptoName === undefined) {
    return pbkdf2Async(hash.hash, bytes, salt, { c: iterations, dkLen: keyBytes })
  }
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveBits'])
  const parameters = { name: 'PBKDF2', hash: hash.webCryptoName, iterations }
  return new Uint8Array(
    await crypto.subtle.deriveBits(
      { ...parameters, salt: Uint8Array.from(salt) },
      key,
      keyBytes * 8,
    ),
  )
}
