/** The hash functions of PKCS#12 files, with what each may cost and how files and WebCrypto call it. */
import { sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import type { CHash } from '@noble/hashes/utils.js'

export type HashFunction = {
  readonly hash: CHash
  /** WebCrypto has no SHA-224. */
  readonly webCryptoName?: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'
  /** How many rounds of the PKCS#12 key derivation are worth waiting for. */
  readonly maxPkcs12Iterations: number
}

/** What NSS and GnuTLS write by default: about half a second with SHA-1 and SHA-256. */
export const maxCommonIterations = 600_000

/** The others are several times slower in JavaScript, and nobody writes them with many rounds. */
const maxRareIterations = 100_000

const functions = {
  sha1: { hash: sha1, webCryptoName: 'SHA-1', maxPkcs12Iterations: maxCommonIterations },
  sha224: { hash: sha224, maxPkcs12Iterations: maxRareIterations },
  sha256: { hash: sha256, webCryptoName: 'SHA-256', maxPkcs12Iterations: maxCommonIterations },
  sha384: { hash: sha384, webCryptoName: 'SHA-384', maxPkcs12Iterations: maxRareIterations },
  sha512: { hash: sha512, webCryptoName: 'SHA-512', maxPkcs12Iterations: maxRareIterations },
} as const satisfies Record<string, HashFunction>

/** By the object identifier of the digest (RFC 8017 appendix B.1). */
export const hashByDigestIdentifier: ReadonlyMap<string, HashFunction> = new Map<
  string,
  HashFunction
>([
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

/** What PBKDF2 uses when a file does not say (RFC 8018 appendix A.2). */
export const defaultPbkdf2Hash: HashFunction = functions.sha1
