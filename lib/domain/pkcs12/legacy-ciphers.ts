/**
 * The ciphers that WebCrypto lacks, from node-forge's cipher files alone. Loaded when a file asks for
 * one of them.
 */
import 'node-forge/lib/aes.js'
import 'node-forge/lib/des.js'
import ciphers from 'node-forge/lib/cipher.js'
import rc2 from 'node-forge/lib/rc2.js'
import util from 'node-forge/lib/util.js'
import { concatenate } from '../der/der'
import type { Cipher, CipherKey } from './cipher'

type LegacyCipher = Exclude<Cipher, { readonly kind: 'rc4' }>

/** In CBC mode, the padding still on. The ciphertext is of whole blocks. */
export function decryptLegacy(
  cipher: LegacyCipher,
  { key, initialVector }: CipherKey,
  ciphertext: Uint8Array,
): Uint8Array {
  const input = util.createBuffer(ciphertext)
  const iv = util.createBuffer(initialVector)
  if (cipher.kind === 'rc2') {
    const decipher = rc2.createDecryptionCipher(util.createBuffer(key), cipher.effectiveBits)
    decipher.start(iv)
    return finish(decipher, input)
  }
  const name = cipher.kind === 'aes' ? 'AES-CBC' : '3DES-CBC'
  const full = cipher.keyBytes === 16 ? concatenate([key, key.subarray(0, 8)]) : key
  const decipher = ciphers.createDecipher(name, util.createBuffer(full))
  decipher.start({ iv })
  return finish(decipher, input)
}

/** forge's own removal of the padding lets wrong ones pass. */
const keepPadding = () => true

function finish(decipher: ciphers.Decipher, input: util.ByteBuffer): Uint8Array {
  decipher.update(input)
  decipher.finish(keepPadding)
  return Uint8Array.from(decipher.output.getBytes(), (character) => character.charCodeAt(0))
}
