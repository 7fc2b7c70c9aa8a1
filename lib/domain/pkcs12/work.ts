/** The cost of deriving a key, so that it can be refused before the time is spent. */
import type { HashFunction } from './hashes'
import type { Password } from './password-key'

/**
 * In microseconds of the machine that the costs of the hash functions were measured on. Files that NSS
 * and GnuTLS write by default take up to 1,300,000 with one form of the password, and OpenSSL's with
 * `-iter 1000000` 1,700,000; more is nobody's default.
 */
export const maxCostPerFile = 2_800_000

export type Work = {
  readonly iterations: number
  /** Which forms of a password it may have to be done for. */
  readonly forms: keyof Password
  /** For one form, in microseconds as above. */
  readonly cost: number
}

/** The derivation of PKCS#12 itself, for keys of these lengths. */
export function pkcs12Work(
  { hash, pkcs12Cost }: HashFunction,
  iterations: number,
  keysBytes: readonly number[],
): Work {
  const blocks = keysBytes.reduce((sum, bytes) => sum + Math.ceil(bytes / hash.outputLen), 0)
  return { iterations, forms: 'forms', cost: blocks * iterations * pkcs12Cost }
}

export function pbkdf2Work(
  { hash, pbkdf2Cost }: HashFunction,
  iterations: number,
  keyBytes: number,
): Work {
  const blocks = Math.ceil(keyBytes / hash.outputLen)
  return { iterations, forms: 'pbkdf2Forms', cost: blocks * iterations * pbkdf2Cost }
}

/** Whether all of it together, each form of the password tried, would keep a computer busy. */
export const isTooMuchWork = (works: readonly Work[], password: Password): boolean =>
  works.reduce((sum, { cost, forms }) => sum + cost * password[forms].length, 0) > maxCostPerFile
