/** How one part of a PKCS#12 file is encrypted, read from its AlgorithmIdentifier. */
import type { AlgorithmIdentifier, Element } from '../der/der'
import { readAlgorithm, readCount, readOctets, readSequence, tags } from '../der/der'
import { MalformedInput } from '../der/malformed-input'
import type { Cipher } from './cipher'
import { vectorBytes } from './ciphers'
import type { HashFunction } from './hashes'
import { sha1Function } from './hashes'
import { readPbkdf2 } from './pbkdf2'
import type { Work } from './work'
import { pbkdf2Work, pkcs12Work } from './work'

/** The family, as far as it decides whether the service accepts a file. */
export type CipherFamily = 'tripleDes' | 'rc2' | 'aes' | 'other'

/** Where the key comes from, and the initial vector with it. */
export type Derivation =
  | { readonly kind: 'pkcs12'; readonly salt: Uint8Array; readonly iterations: number }
  | {
      readonly kind: 'pbkdf2'
      readonly hash: HashFunction
      readonly salt: Uint8Array
      readonly iterations: number
      readonly initialVector: Uint8Array
    }

export type EncryptionAlgorithm = {
  readonly family: CipherFamily
  /** As people write it: `TripleDES-SHA1`, `AES-256 (PBKDF2-SHA-256)`. */
  readonly name: string
  /** Null if the file names something that is not known here. */
  readonly scheme: { readonly cipher: Cipher; readonly derivation: Derivation } | null
}

const pbes2Identifier = '1.2.840.113549.1.5.13'

type Pbes1 = { readonly family: CipherFamily; readonly name: string; readonly cipher: Cipher }

/** RFC 7292 appendix C; all of them with SHA-1. */
const pbes1Schemes: ReadonlyMap<string, Pbes1> = new Map<string, Pbes1>([
  [
    '1.2.840.113549.1.12.1.1',
    { family: 'other', name: 'RC4-128', cipher: { kind: 'rc4', keyBytes: 16 } },
  ],
  [
    '1.2.840.113549.1.12.1.2',
    { family: 'other', name: 'RC4-40', cipher: { kind: 'rc4', keyBytes: 5 } },
  ],
  [
    '1.2.840.113549.1.12.1.3',
    { family: 'tripleDes', name: 'TripleDES-SHA1', cipher: { kind: 'tripleDes', keyBytes: 24 } },
  ],
  [
    '1.2.840.113549.1.12.1.4',
    {
      family: 'tripleDes',
      name: 'TripleDES-SHA1 with two keys',
      cipher: { kind: 'tripleDes', keyBytes: 16 },
    },
  ],
  [
    '1.2.840.113549.1.12.1.5',
    { family: 'rc2', name: 'RC2-128', cipher: { kind: 'rc2', keyBytes: 16, effectiveBits: 128 } },
  ],
  [
    '1.2.840.113549.1.12.1.6',
    { family: 'rc2', name: 'RC2-40', cipher: { kind: 'rc2', keyBytes: 5, effectiveBits: 40 } },
  ],
])

type Pbes2Scheme = {
  readonly cipher: Cipher
  readonly name: string
  readonly initialVector: Uint8Array
}

type ReadScheme = (parameters: Element | undefined, keyBytes: number | undefined) => Pbes2Scheme

/** RFC 8018 appendix B.2, RFC 3565. */
const pbes2Schemes: ReadonlyMap<string, ReadScheme> = new Map([
  ['2.16.840.1.101.3.4.1.2', cbcScheme({ kind: 'aes', keyBytes: 16 }, 'AES-128')],
  ['2.16.840.1.101.3.4.1.22', cbcScheme({ kind: 'aes', keyBytes: 24 }, 'AES-192')],
  ['2.16.840.1.101.3.4.1.42', cbcScheme({ kind: 'aes', keyBytes: 32 }, 'AES-256')],
  ['1.2.840.113549.3.7', cbcScheme({ kind: 'tripleDes', keyBytes: 24 }, 'TripleDES')],
  ['1.2.840.113549.3.2', readRc2Scheme],
])

/** The arc of all AES object identifiers (NIST, Computer Security Objects Register). */
const aesArc = '2.16.840.1.101.3.4.1.'

/** Throws MalformedInput for parameters that contradict the algorithm. */
export function readEncryptionAlgorithm(element: Element | undefined): EncryptionAlgorithm {
  const algorithm = readAlgorithm(element)
  if (algorithm.identifier === pbes2Identifier) return readPbes2(algorithm)
  const pbes1 = pbes1Schemes.get(algorithm.identifier)
  if (pbes1) return readPbes1(algorithm, pbes1)
  return { family: 'other', name: algorithm.identifier, scheme: null }
}

/** pkcs-12PbeParams: salt and iterations (RFC 7292 appendix C). */
function readPbes1({ parameters }: AlgorithmIdentifier, pbes1: Pbes1): EncryptionAlgorithm {
  const { family, name, cipher } = pbes1
  const [salt, iterations] = readSequence(parameters)
  const derivation: Derivation = {
    kind: 'pkcs12',
    salt: readOctets(salt),
    iterations: readCount(iterations),
  }
  return { family, name, scheme: { cipher, derivation } }
}

/**
 * PBES2-params (RFC 8018 appendix A.4). TripleDES and RC2 in this newer frame count as `other`:
 * what the service is known to accept is TripleDES in the form of PKCS#12.
 */
function readPbes2({ parameters }: AlgorithmIdentifier): EncryptionAlgorithm {
  const [derivationElement, schemeElement] = readSequence(parameters)
  const pbkdf2 = readPbkdf2(readAlgorithm(derivationElement))
  const { identifier, parameters: schemeParameters } = readAlgorithm(schemeElement)
  const family = identifier.startsWith(aesArc) ? 'aes' : 'other'
  const readScheme = pbes2Schemes.get(identifier)
  if (!pbkdf2?.hash || !readScheme) return { family, name: identifier, scheme: null }
  const { hash, salt, iterations, keyBytes } = pbkdf2
  const { cipher, name, initialVector } = readScheme(schemeParameters, keyBytes)
  if (keyBytes !== undefined && keyBytes !== cipher.keyBytes) throw new MalformedInput()
  return {
    family,
    name: `${name} (PBKDF2-${hash.name})`,
    scheme: { cipher, derivation: { kind: 'pbkdf2', hash, salt, iterations, initialVector } },
  }
}

function cbcScheme(cipher: Cipher, name: string): ReadScheme {
  return (parameters) => ({
    cipher,
    name,
    initialVector: readInitialVector(parameters, vectorBytes(cipher)),
  })
}

/** RC2-CBC-Parameter (RFC 8018 appendix B.2.3): how many bits of the key count is written in code. */
function readRc2Scheme(parameters: Element | undefined, keyBytes = 16): Pbes2Scheme {
  const values = readSequence(parameters)
  const [version, initialVector] = values.length > 1 ? values : [undefined, ...values]
  const effectiveBits = version ? rc2EffectiveBits(readCount(version)) : 32
  const cipher: Cipher = { kind: 'rc2', keyBytes, effectiveBits }
  const name = `RC2-${effectiveBits}`
  return { cipher, name, initialVector: readInitialVector(initialVector, vectorBytes(cipher)) }
}

function rc2EffectiveBits(version: number): number {
  const bits = new Map([
    [160, 40],
    [120, 64],
    [58, 128],
  ]).get(version)
  if (bits !== undefined) return bits
  if (version < 256 || version > 1024) throw new MalformedInput()
  return version
}

function readInitialVector(element: Element | undefined, bytes: number): Uint8Array {
  if (element?.tag !== tags.octetString) throw new MalformedInput()
  const initialVector = readOctets(element)
  if (initialVector.length !== bytes) throw new MalformedInput()
  return initialVector
}

/** The cost of the keys of these algorithms; none for those that are not known here. */
export const encryptionWork = (algorithms: readonly EncryptionAlgorithm[]): Work[] =>
  algorithms.flatMap(({ scheme }) => (scheme ? [workOf(scheme)] : []))

function workOf({ cipher, derivation }: NonNullable<EncryptionAlgorithm['scheme']>): Work {
  const { iterations } = derivation
  if (derivation.kind === 'pbkdf2') return pbkdf2Work(derivation.hash, iterations, cipher.keyBytes)
  return pkcs12Work(sha1Function, iterations, [cipher.keyBytes, vectorBytes(cipher)])
}
