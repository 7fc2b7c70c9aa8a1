/** The few functions of node-forge's cipher files that are used; its own types know the whole only. */

declare module 'node-forge/lib/util.js' {
  namespace util {
    type ByteBuffer = {
      /** All that is left, one character a byte. */
      getBytes: () => string
    }
  }
  const util: { createBuffer: (bytes: Uint8Array) => util.ByteBuffer }
  export = util
}

declare module 'node-forge/lib/cipher.js' {
  import type util from 'node-forge/lib/util.js'

  namespace cipher {
    type Decipher = {
      update: (input: util.ByteBuffer) => void
      finish: (removePadding: () => boolean) => boolean
      readonly output: util.ByteBuffer
    }
    type Cipher = {
      start: (options: { iv: util.ByteBuffer }) => void
      update: (plain: util.ByteBuffer) => void
      /** Pads as PKCS#7 does. */
      finish: () => boolean
      readonly output: util.ByteBuffer
    }
  }
  const cipher: {
    createCipher: (name: '3DES-CBC', key: util.ByteBuffer) => cipher.Cipher
    createDecipher: (
      name: 'AES-CBC' | '3DES-CBC',
      key: util.ByteBuffer,
    ) => cipher.Decipher & { start: (options: { iv: util.ByteBuffer }) => void }
  }
  export = cipher
}

declare module 'node-forge/lib/rc2.js' {
  import type cipher from 'node-forge/lib/cipher.js'
  import type util from 'node-forge/lib/util.js'

  const rc2: {
    createDecryptionCipher: (
      key: util.ByteBuffer,
      effectiveBits: number,
    ) => cipher.Decipher & { start: (initialVector: util.ByteBuffer) => void }
  }
  export = rc2
}

declare module 'node-forge/lib/aes.js'
declare module 'node-forge/lib/des.js'
