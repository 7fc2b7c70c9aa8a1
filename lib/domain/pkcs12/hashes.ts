/** The hash functions of PKCS#12 files, with what each may cost and how files and WebCrypto call it. */
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import type { CHash } from '@noble/hashes/utils.js'

export type HashFunction = {
  readonly name: 'MD5' | 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512'
  readonly hash: CHash
  /** WebCrypto has neither MD5 nor SHA-224. */
  readonly webCryptoName?: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'
  /**
   * What one iteration of the PKCS#12 key derivation costs, in microseconds as they were measured on a
   * small server. It is our own code, without a pause.
   */
  readonly pkcs12Cost: number
  /** The same for PBKDF2, which WebCrypto does where it can. */
  readonly pbkdf2Cost: number
}

export const sha1Function: HashFunction = {
  name: 'SHA-1',
  webCryptoName: 'SHA-1',
  hash: sha1,
  pkcs12Cost: 0.3,
  pbkdf2Cost: 0.4,
}

const functions = {
  md5: { name: 'MD5', hash: md5, pkcs12Cost: 1.7, pbkdf2Cost: 3.8 },
  sha1: sha1Function,
  sha224: { name: 'SHA-224', hash: sha224, pkcs12Cost: 1.5, pbkdf2Cost: 3 },
  sha256: {
    name: 'SHA-256',
    webCryptoName: 'SHA-256',
    hash: sha256,
    pkcs12Cost: 1.1,
    pbkdf2Cost: 0.3,
  },
  sha384: {
    name: 'SHA-384',
    webCryptoName: 'SHA-384',
    hash: sha384,
    pkcs12Cost: 4.5,
    pbkdf2Cost: 1.2,
  },
  sha512: {
    name: 'SHA-512',
    webCryptoName: 'SHA-512',
    hash: sha512,
    pkcs12Cost: 5.6,
    pbkdf2Cost: 1.3,
  },
} as const satisfies Record<string, HashFunction>

/** By the object identifier of the digest (RFC 8017 appendix B.1). MD5 is in some very old files. */
export const hashByDigestIdentifier: ReadonlyMap<string, HashFunction> = new Map<
  string,
  HashFunction
>([
  ['1.2.840.113549.2.5', functions.md5],
  ['1.3.14.3.2.26', functions.sha1],
  ['2.16.840.1.101.3.4.2.4', functions.sha224],
  ['2.16.840.1.101.3.4.2.1', functions.sha256],
  ['2.16.840.1.101.3.4.2.2', functions.sha384],
  ['2.16.840.1.101.3.4.2.3', functions.sha512],
])

/** By the object identifier of its HMAC (RFC 8018 appendix B.1). */
export const hashByHmacIdentifier: ReadonlyMap<string, HashFunction> = new Map<
  string,
  HashFunction
>([
  ['1.2.840.113549.2.7', functions.sha1],
  ['1.2.840.113549.2.8', functions.sha224],
  ['1.2.840.113549.2.9', functions.sha256],
  ['1.2.840.113549.2.10', functions.sha384],
  ['1.2.840.113549.2.11', functions.sha512],
])
