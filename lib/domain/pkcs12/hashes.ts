/** The hash functions of PKCS#12 files, with what each may cost and how files and WebCrypto call it. */
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import type { CHash } from '@noble/hashes/utils.js'

export type HashFunction = {
  readonly name: 'MD5' | 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512'
  readonly hash: CHash
  /** WebCrypto has neither MD5 nor SHA-224. */
  readonly webCryptoName?: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'
  /** How many iterations of the PKCS#12 key derivation are worth waiting for. */
  readonly maxPkcs12Iterations: number
  /** The same for PBKDF2. */
  readonly maxPbkdf2Iterations: number
}

/** What NSS and GnuTLS write by default: less than half a second with SHA-1 and SHA-256. */
const maxCommonIterations = 600_000

/** The others are several times slower in JavaScript, and nobody writes them with many iterations. */
const maxRareIterations = 100_000

/** WebCrypto is fast: three times what NSS and GnuTLS write by default. */
const maxWebCryptoIterations = 2_000_000

const inWebCrypto = (name: NonNullable<HashFunction['webCryptoName']>) => ({
  name,
  webCryptoName: name,
  maxPbkdf2Iterations: maxWebCryptoIterations,
})

const common = { maxPkcs12Iterations: maxCommonIterations }
const rare = { maxPkcs12Iterations: maxRareIterations }

export const sha1Function: HashFunction = { hash: sha1, ...inWebCrypto('SHA-1'), ...common }

const functions = {
  md5: { hash: md5, name: 'MD5', ...rare, maxPbkdf2Iterations: maxRareIterations },
  sha1: sha1Function,
  sha224: { hash: sha224, name: 'SHA-224', ...rare, maxPbkdf2Iterations: maxRareIterations },
  sha256: { hash: sha256, ...inWebCrypto('SHA-256'), ...common },
  sha384: { hash: sha384, ...inWebCrypto('SHA-384'), ...rare },
  sha512: { hash: sha512, ...inWebCrypto('SHA-512'), ...rare },
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
