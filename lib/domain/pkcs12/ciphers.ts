/** The ciphers of PKCS#12 files: RC4, and the others in CBC mode with the padding of PKCS#7. */
import type { Cipher, CipherKey } from './cipher'
import { decryptRc4 } from './rc4'

const blocksBytes = { aes: 16, tripleDes: 8, rc2: 8, rc4: 1 } as const

/** The block size, in bytes, of which a ciphertext is a multiple. */
export const blockBytes = ({ kind }: Cipher): number => blocksBytes[kind]

/** The length of the initial vector. */
export const vectorBytes = (cipher: Cipher): number =>
  cipher.kind === 'rc4' ? 0 : blockBytes(cipher)

/** The plain text, or undefined if it ends in no padding, as with a wrong key. */
export async function decryptWith(
  cipher: Cipher,
  keys: CipherKey,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  if (cipher.kind === 'rc4') return decryptRc4(keys.key, ciphertext)
  // Chrome's WebCrypto has no AES with 192 bits.
  if (cipher.kind === 'aes' && cipher.keyBytes !== 24) return decryptAes(keys, ciphertext)
  const { decryptLegacy } = await import('./legacy-ciphers')
  return withoutPadding(decryptLegacy(cipher, keys, ciphertext), blockBytes(cipher))
}

async function decryptAes(
  { key, initialVector }: CipherKey,
  ciphertext: Uint8Array,
): Promise<Uint8Array | undefined> {
  const aes = await crypto.subtle.importKey('raw', Uint8Array.from(key), 'AES-CBC', false, [
    'decrypt',
  ])
  const parameters = { name: 'AES-CBC', iv: Uint8Array.from(initialVector) }
  const plain = await crypto.subtle
    .decrypt(parameters, aes, Uint8Array.from(ciphertext))
    .catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'OperationError') return undefined
      throw error
    })
  return plain && new Uint8Array(plain)
}

/** RFC 5652 section 6.3: as many bytes as each of them says. */
function withoutPadding(plain: Uint8Array, block: number): Uint8Array | undefined {
  const count = plain.at(-1) ?? 0
  const isPadded =
    count >= 1 && count <= block && plain.subarray(-count).every((byte) => byte === count)
  return isPadded ? plain.subarray(0, -count) : undefined
}
