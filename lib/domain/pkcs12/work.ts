/** What deriving a key costs, so that it can be refused before the time is spent. */
import type { HashFunction } from './hashes'

/** NSS and GnuTLS write files of up to 4.2 million rounds by default; more is nobody's default. */
const maxRoundsPerFile = 5_000_000

export type Work = {
  readonly iterations: number
  readonly maxIterations: number
  /** Iterations times the hashes that the key is put together from. */
  readonly rounds: number
}

/** The derivation of PKCS#12 itself, for keys of these lengths. */
export const pkcs12Work = (
  { hash, maxPkcs12Iterations }: HashFunction,
  iterations: number,
  keysBytes: readonly number[],
): Work => ({
  iterations,
  maxIterations: maxPkcs12Iterations,
  rounds: keysBytes.reduce((sum, bytes) => sum + Math.ceil(bytes / hash.outputLen), 0) * iterations,
})

export const pbkdf2Work = (
  { hash, maxPbkdf2Iterations }: HashFunction,
  iterations: number,
  keyBytes: number,
): Work => ({
  iterations,
  maxIterations: maxPbkdf2Iterations,
  rounds: Math.ceil(keyBytes / hash.outputLen) * iterations,
})

/** Whether one derivation, or all of them together, would keep a computer busy. */
export const isTooMuchWork = (works: readonly Work[]): boolean =>
  works.some(({ iterations, maxIterations }) => iterations > maxIterations) ||
  works.reduce((sum, { rounds }) => sum + rounds, 0) > maxRoundsPerFile
