/**
 * TripleDES, which WebCrypto does not have. Of node-forge only the cipher itself is loaded, and only
 * when it is needed.
 */

/** DES-EDE3-CBC (RFC 8018 appendix B.2.2) with a key of 24 bytes, an IV of 8 and PKCS#7 padding. */
export async function encryptTripleDes(
  key: Uint8Array,
  iv: Uint8Array,
  plain: Uint8Array,
): Promise<Uint8Array> {
  const { createCipher, createBuffer } = await loadTripleDes()
  const cipher = createCipher('3DES-CBC', createBuffer(key))
  cipher.start({ iv: createBuffer(iv) })
  cipher.update(createBuffer(plain))
  cipher.finish()
  return Uint8Array.from(cipher.output.getBytes(), (character) => character.charCodeAt(0))
}

async function loadTripleDes() {
  const [cipher, util] = await Promise.all([
    import('node-forge/lib/cipher.js'),
    import('node-forge/lib/util.js'),
    import('node-forge/lib/des.js'),
  ])
  return { createCipher: cipher.default.createCipher, createBuffer: util.default.createBuffer }
}
