/** An encrypted part or key of a PKCS#12 file, and how it is decrypted with a password. */
import type { Element } from '../der/der'
import { readOctets, readSequence, readWhole, tags } from '../der/der'
import { attempt, MalformedInput } from '../der/malformed-input'
import type { Cipher } from './cipher'
import { blockBytes, decryptWith, vectorBytes } from './ciphers'
import type { Derivation, EncryptionAlgorithm } from './encryption-algorithm'
import { readEncryptionAlgorithm } from './encryption-algorithm'
import { sha1Function } from './hashes'
import type { Password } from './password-key'
import { derivePkcs12Key, keyPurpose } from './password-key'
import { derivePbkdf2Key } from './pbkdf2'

export type Encrypted = {
  readonly algorithm: EncryptionAlgorithm
  readonly ciphertext: Uint8Array
}

/** `[0] IMPLICIT` of an EncryptedContentInfo. */
const encryptedContentTag = 0x80

/** EncryptedData and the EncryptedContentInfo in it (RFC 5652 section 8). */
export function readEncryptedData(element: Element | undefined): Encrypted {
  const [, encryptedContentInfo] = readSequence(element)
  const [, algorithm, content] = readSequence(encryptedContentInfo)
  return toEncrypted(readEncryptionAlgorithm(algorithm), readOctets(content, encryptedContentTag))
}

/** EncryptedPrivateKeyInfo (RFC 5958 section 3). */
export function readEncryptedKey(element: Element): Encrypted {
  const [algorithm, data] = readSequence(element)
  return toEncrypted(readEncryptionAlgorithm(algorithm), readOctets(data))
}

function toEncrypted(algorithm: EncryptionAlgorithm, ciphertext: Uint8Array): Encrypted {
  const block = algorithm.scheme ? blockBytes(algorithm.scheme.cipher) : 1
  if (ciphertext.length === 0 || ciphertext.length % block !== 0) throw new MalformedInput()
  return { algorithm, ciphertext }
}

/**
 * The one SEQUENCE that was encrypted, or undefined if the password does not fit. Ask what it costs
 * before (`encryptionWork`). An algorithm that is not known here fits no password.
 */
export async function decrypt(
  { algorithm: { scheme }, ciphertext }: Encrypted,
  password: Password,
): Promise<Element | undefined> {
  if (!scheme) return undefined
  const { cipher, derivation } = scheme
  const forms = derivation.kind === 'pkcs12' ? password.forms : password.pbkdf2Forms
  for (const form of forms) {
    const keys = await deriveKeys(cipher, derivation, form)
    const plain = await decryptWith(cipher, keys, ciphertext)
    const element = plain && wholeSequence(plain)
    if (element) return element
  }
  return undefined
}

async function deriveKeys(cipher: Cipher, derivation: Derivation, form: Uint8Array) {
  if (derivation.kind === 'pbkdf2') {
    const { initialVector } = derivation
    const key = await derivePbkdf2Key(form, { ...derivation, keyBytes: cipher.keyBytes })
    return { key, initialVector }
  }
  const request = { ...derivation, hash: sha1Function.hash, password: form }
  const { encryption, initialVector } = keyPurpose
  return {
    key: derivePkcs12Key({ ...request, purpose: encryption, keyBytes: cipher.keyBytes }),
    initialVector: derivePkcs12Key({
      ...request,
      purpose: initialVector,
      keyBytes: vectorBytes(cipher),
    }),
  }
}

/** A wrong key gives a right padding once in 256 times; this tells it apart all the same. */
function wholeSequence(plain: Uint8Array): Element | undefined {
  const whole = attempt(() => readWhole(plain))
  return whole.ok && whole.value.tag === tags.sequence ? whole.value : undefined
}
