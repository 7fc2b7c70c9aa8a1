/** Public keys (RFC 5280 section 4.1.2.7, RFC 3279, RFC 5480, RFC 8410). */
import type { AlgorithmIdentifier, Element } from '../der/der'
import {
  readAlgorithm,
  readBits,
  readObjectIdentifier,
  readSequence,
  readUnsigned,
  readWhole,
  tags,
} from '../der/der'
import { MalformedInput } from '../der/malformed-input'
import { toHex } from './hex'

export type KeyType = 'RSA' | 'RSA-PSS' | 'EC' | 'Ed25519' | 'Ed448' | 'DSA' | 'unknown'

/** The facts of a key that a person wants to know. */
export type KeyFacts = {
  readonly type: KeyType
  /** Of the modulus or the field; null where that says nothing. */
  readonly bits: number | null
  /** For EC: the usual name such as P-256, else the object identifier. */
  readonly curve?: string
}

/** The identity of a key, which it shares with its other half: equal identities mean a pair. */
export type KeyIdentity = {
  readonly facts: KeyFacts
  /** The algorithm's object identifier, with the curve where there is one. */
  readonly algorithm: string
  /** The public numbers as text to compare; null where they are not known. */
  readonly numbers: string | null
}

export const keyTypes: ReadonlyMap<string, KeyType> = new Map([
  ['1.2.840.113549.1.1.1', 'RSA'],
  ['1.2.840.113549.1.1.10', 'RSA-PSS'],
  ['1.2.840.10045.2.1', 'EC'],
  ['1.3.101.112', 'Ed25519'],
  ['1.3.101.113', 'Ed448'],
  ['1.2.840.10040.4.1', 'DSA'],
])

/** SEC 2 and RFC 5639. */
const curves: ReadonlyMap<string, { readonly name: string; readonly bits: number }> = new Map([
  ['1.2.840.10045.3.1.7', { name: 'P-256', bits: 256 }],
  ['1.3.132.0.34', { name: 'P-384', bits: 384 }],
  ['1.3.132.0.35', { name: 'P-521', bits: 521 }],
  ['1.3.132.0.10', { name: 'secp256k1', bits: 256 }],
  ['1.3.36.3.3.2.8.1.1.7', { name: 'brainpoolP256r1', bits: 256 }],
  ['1.3.36.3.3.2.8.1.1.11', { name: 'brainpoolP384r1', bits: 384 }],
  ['1.3.36.3.3.2.8.1.1.13', { name: 'brainpoolP512r1', bits: 512 }],
])

/** SubjectPublicKeyInfo. */
export function readPublicKey(element: Element | undefined): KeyIdentity {
  const [algorithmElement, bitsElement] = readSequence(element)
  const algorithm = readAlgorithm(algorithmElement)
  const bits = readBits(bitsElement)
  const type = keyTypes.get(algorithm.identifier) ?? 'unknown'
  if (type === 'RSA' || type === 'RSA-PSS') return readRsaKey(algorithm.identifier, bits)
  if (type === 'EC') return ecIdentity(algorithm, bits)
  return otherIdentity(algorithm, bits)
}

/** RSAPublicKey (RFC 8017 appendix A.1.1). */
function readRsaKey(identifier: string, bits: Uint8Array): KeyIdentity {
  const [modulus, exponent] = readSequence(readWhole(bits))
  return rsaIdentity(identifier, readUnsigned(modulus), readUnsigned(exponent))
}

export function rsaIdentity(
  identifier: string,
  modulus: Uint8Array,
  exponent: Uint8Array,
): KeyIdentity {
  const type = keyTypes.get(identifier) ?? 'unknown'
  if (modulus.length === 0 || exponent.length === 0) throw new MalformedInput()
  return {
    facts: { type, bits: bitLength(modulus) },
    algorithm: identifier,
    numbers: `${toHex(modulus)}/${toHex(exponent)}`,
  }
}

/** `point` is null for a private key that does not carry it. */
export function ecIdentity(
  { identifier, parameters }: AlgorithmIdentifier,
  point: Uint8Array | null,
): KeyIdentity {
  // A curve may also be spelt out in numbers; then it has no name (RFC 3279 section 2.3.5).
  const isNamed = parameters?.tag === tags.objectIdentifier
  const curve = isNamed ? readObjectIdentifier(parameters) : undefined
  return {
    facts: { type: 'EC', ...curveFacts(curve) },
    algorithm: `${identifier} ${curve ?? 'unnamed curve'}`,
    numbers: point && toHex(compressed(point)),
  }
}

function curveFacts(identifier: string | undefined): Omit<KeyFacts, 'type'> {
  if (identifier === undefined) return { bits: null }
  const known = curves.get(identifier)
  return known ? { bits: known.bits, curve: known.name } : { bits: null, curve: identifier }
}

/** One point has two encodings (SEC 1 section 2.3.3); the shorter one has x and whether y is odd. */
function compressed(point: Uint8Array): Uint8Array {
  const [form] = point
  if (form === 2 || form === 3) return point
  if (form !== 4 || point.length % 2 === 0) throw new MalformedInput()
  const isOdd = (point.at(-1) ?? 0) & 1
  return Uint8Array.of(2 + isOdd, ...point.subarray(1, (point.length + 1) / 2))
}

/** For DSA the bits of p, if the certificate does not inherit it (RFC 3279 section 2.3.2). */
export function otherIdentity(
  { identifier, parameters }: AlgorithmIdentifier,
  bits: Uint8Array | null,
): KeyIdentity {
  const type = keyTypes.get(identifier) ?? 'unknown'
  const hasPrime = type === 'DSA' && parameters?.tag === tags.sequence
  const [prime] = hasPrime ? readSequence(parameters) : []
  return {
    facts: { type, bits: prime ? bitLength(readUnsigned(prime)) : null },
    algorithm: identifier,
    numbers: bits && toHex(bits),
  }
}

const bitLength = (number: Uint8Array): number =>
  number.length === 0 ? 0 : number.length * 8 - (Math.clz32(number[0] ?? 0) - 24)
