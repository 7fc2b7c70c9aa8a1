/** How one part of a PKCS#12 file is encrypted, read from its AlgorithmIdentifier alone. */
import type { AlgorithmIdentifier, Element } from './der'
import { readAlgorithm, readCount, readSequence } from './der'
import { maxCommonIterations } from './hashes'
import { maxPbkdf2Iterations, readPbkdf2 } from './pbkdf2'

export type Cipher = 'tripleDes' | 'rc2' | 'aes' | 'other'

export type EncryptionAlgorithm = {
  readonly cipher: Cipher
  readonly hasTooManyIterations: boolean
}

const pbes2Identifier = '1.2.840.113549.1.5.13'

/** RFC 7292 appendix C; all of them with SHA-1. */
const pkcs12Ciphers: ReadonlyMap<string, Cipher> = new Map([
  ['1.2.840.113549.1.12.1.1', 'other'],
  ['1.2.840.113549.1.12.1.2', 'other'],
  ['1.2.840.113549.1.12.1.3', 'tripleDes'],
  ['1.2.840.113549.1.12.1.4', 'tripleDes'],
  ['1.2.840.113549.1.12.1.5', 'rc2'],
  ['1.2.840.113549.1.12.1.6', 'rc2'],
])

/** The arc of all AES object identifiers (NIST, Computer Security Objects Register). */
const aesArc = '2.16.840.1.101.3.4.1.'

export function readEncryptionAlgorithm(element: Element | undefined): EncryptionAlgorithm {
  const algorithm = readAlgorithm(element)
  if (algorithm.identifier === pbes2Identifier) return readPbes2(algorithm)
  const cipher = pkcs12Ciphers.get(algorithm.identifier)
  return cipher ? readPbes1(algorithm, cipher) : { cipher: 'other', hasTooManyIterations: false }
}

/** pkcs-12PbeParams: salt and iterations (RFC 7292 appendix C). */
function readPbes1({ parameters }: AlgorithmIdentifier, cipher: Cipher): EncryptionAlgorithm {
  const [, iterations] = readSequence(parameters)
  return { cipher, hasTooManyIterations: readCount(iterations) > maxCommonIterations }
}

/**
 * PBES2-params (RFC 8018 appendix A.4). TripleDES and RC2 in this newer frame count as `other`:
 * what the service is known to accept is TripleDES in the form of PKCS#12.
 */
function readPbes2({ parameters }: AlgorithmIdentifier): EncryptionAlgorithm {
  const [derivation, scheme] = readSequence(parameters)
  const pbkdf2 = readPbkdf2(readAlgorithm(derivation))
  return {
    cipher: readAlgorithm(scheme).identifier.startsWith(aesArc) ? 'aes' : 'other',
    hasTooManyIterations: pbkdf2 !== undefined && pbkdf2.iterations > maxPbkdf2Iterations,
  }
}
