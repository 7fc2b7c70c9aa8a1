/** The cipher of a part of a PKCS#12 file, and the key that opens it. */

export type Cipher =
  | { readonly kind: 'aes'; readonly keyBytes: 16 | 24 | 32 }
  /** A key of 16 bytes has its first half again as its last third. */
  | { readonly kind: 'tripleDes'; readonly keyBytes: 16 | 24 }
  | { readonly kind: 'rc2'; readonly keyBytes: number; readonly effectiveBits: number }
  | { readonly kind: 'rc4'; readonly keyBytes: number }

export type CipherKey = { readonly key: Uint8Array; readonly initialVector: Uint8Array }
