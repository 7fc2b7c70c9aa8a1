/** Whether a certificate was signed with its own key, proven by its signature where possible. */
import type { AlgorithmIdentifier } from '../der/der'
import { readSequence, readUnsigned, readWhole } from '../der/der'
import { attempt, MalformedInput } from '../der/malformed-input'
import type { Certificate, Signature } from './certificate'
import { isSelfIssued } from './chain'

export type SelfSigned = {
  readonly isSelfSigned: boolean
  /** False if only the names were compared: the signature is of a kind that cannot be checked here. */
  readonly isVerified: boolean
}

type HashName = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512'

type SignatureAlgorithm =
  | { readonly name: 'RSASSA-PKCS1-v1_5' | 'ECDSA'; readonly hash: HashName }
  | { readonly name: 'Ed25519' }

/** RFC 8017 appendix A.2.4, RFC 5758 section 3.2, RFC 8410 section 3. */
const signatureAlgorithms: ReadonlyMap<string, SignatureAlgorithm> = new Map<
  string,
  SignatureAlgorithm
>([
  ['1.2.840.113549.1.1.5', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-1' }],
  ['1.2.840.113549.1.1.11', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }],
  ['1.2.840.113549.1.1.12', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' }],
  ['1.2.840.113549.1.1.13', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' }],
  ['1.2.840.10045.4.1', { name: 'ECDSA', hash: 'SHA-1' }],
  ['1.2.840.10045.4.3.2', { name: 'ECDSA', hash: 'SHA-256' }],
  ['1.2.840.10045.4.3.3', { name: 'ECDSA', hash: 'SHA-384' }],
  ['1.2.840.10045.4.3.4', { name: 'ECDSA', hash: 'SHA-512' }],
  ['1.3.101.112', { name: 'Ed25519' }],
])

/** The bytes of one coordinate on the curves that WebCrypto knows. */
const coordinateBytes: ReadonlyMap<string | undefined, number> = new Map([
  ['P-256', 32],
  ['P-384', 48],
  ['P-521', 66],
])

/** A longer RSA key would take seconds. */
const maxRsaBits = 16_384

/** Never throws. */
export async function selfSignedState(certificate: Certificate): Promise<SelfSigned> {
  if (!isSelfIssued(certificate)) return { isSelfSigned: false, isVerified: true }
  const isValid = await verify(certificate)
  return { isSelfSigned: isValid ?? true, isVerified: isValid !== undefined }
}

/** Undefined where this runtime cannot tell. */
async function verify({ signature, publicKeyInfo, publicKey }: Certificate) {
  const { bits, curve } = publicKey.facts
  const algorithm = algorithmOf(signature.algorithm)
  if (!algorithm || (bits ?? 0) > maxRsaBits) return undefined
  const value = attempt(() => signatureValue(signature, algorithm, curve))
  if (!value.ok) return false
  return (
    value.value &&
    verifyWith({ ...algorithm, namedCurve: curve ?? '' }, publicKeyInfo, {
      ...signature,
      value: value.value,
    })
  )
}

function verifyWith(
  algorithm: SignatureAlgorithm & { readonly namedCurve: string },
  publicKeyInfo: Uint8Array,
  { signed, value }: Signature,
): Promise<boolean | undefined> {
  return crypto.subtle
    .importKey('spki', copy(publicKeyInfo), algorithm, false, ['verify'])
    .then((key) => crypto.subtle.verify(algorithm, key, copy(value), copy(signed)))
    .catch((error: unknown) => {
      // Curves and key encodings that this browser does not know, or a key of another kind.
      if (error instanceof DOMException) return undefined
      throw error
    })
}

/** WebCrypto's types refuse memory that may be shared. */
const copy = (bytes: Uint8Array) => Uint8Array.from(bytes)

const algorithmOf = ({ identifier }: AlgorithmIdentifier) => signatureAlgorithms.get(identifier)

/** WebCrypto wants the two numbers of ECDSA side by side, not as DER (RFC 3279 section 2.2.3). */
function signatureValue(
  { value }: Signature,
  { name }: SignatureAlgorithm,
  curve: string | undefined,
): Uint8Array | undefined {
  if (name !== 'ECDSA') return value
  const bytes = coordinateBytes.get(curve)
  if (bytes === undefined) return undefined
  const numbers = new Uint8Array(bytes * 2)
  readSequence(readWhole(value)).forEach((element, index) => {
    const number = readUnsigned(element)
    if (index > 1 || number.length > bytes) throw new MalformedInput()
    numbers.set(number, (index + 1) * bytes - number.length)
  })
  return numbers
}
