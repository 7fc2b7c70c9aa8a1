/** The public half of a private key. Its secret numbers are not looked at. */
import type { AlgorithmIdentifier } from '../der/der'
import {
  readAlgorithm,
  readBits,
  readCount,
  readExplicit,
  readOctets,
  readSequence,
  readUnsigned,
  readWhole,
  tags,
} from '../der/der'
import { MalformedInput } from '../der/malformed-input'
import type { KeyIdentity } from './public-key'
import { ecIdentity, keyTypes, otherIdentity, rsaIdentity } from './public-key'

/** `[1] publicKey` of OneAsymmetricKey (RFC 5958 section 2), tagged implicitly. */
const publicKeyTag = 0x81

/** `[1] publicKey` of ECPrivateKey (RFC 5915 section 3), tagged explicitly. */
const ecPublicKeyTag = 0xa1

/** A PrivateKeyInfo in DER (RFC 5208 section 5) or a OneAsymmetricKey (RFC 5958 section 2). */
export function readPrivateKey(privateKeyInfo: Uint8Array): KeyIdentity {
  const [version, algorithmElement, keyElement, ...optional] = readSequence(
    readWhole(privateKeyInfo),
  )
  if (version?.tag !== tags.integer) throw new MalformedInput()
  const algorithm = readAlgorithm(algorithmElement)
  const key = readOctets(keyElement)
  const type = keyTypes.get(algorithm.identifier)
  if (type === 'RSA' || type === 'RSA-PSS') return readRsaPrivateKey(algorithm.identifier, key)
  if (type === 'EC') return readEcPrivateKey(algorithm, key)
  const publicKey = optional.find(({ tag }) => tag === publicKeyTag)
  return otherIdentity(algorithm, publicKey ? readBits(publicKey, publicKeyTag) : null)
}

/** RSAPrivateKey (RFC 8017 appendix A.1.2). */
function readRsaPrivateKey(identifier: string, key: Uint8Array): KeyIdentity {
  const [, modulus, exponent, ...secrets] = readSequence(readWhole(key))
  const hasAll = secrets.length >= 6 && secrets.every(({ tag }) => tag === tags.integer)
  if (!hasAll) throw new MalformedInput()
  return rsaIdentity(identifier, readUnsigned(modulus), readUnsigned(exponent))
}

/** ECPrivateKey (RFC 5915 section 3). Java leaves the public key out. */
function readEcPrivateKey(algorithm: AlgorithmIdentifier, key: Uint8Array): KeyIdentity {
  const [version, secret, ...optional] = readSequence(readWhole(key))
  readCount(version)
  readOctets(secret)
  const publicKey = optional.find(({ tag }) => tag === ecPublicKeyTag)
  return ecIdentity(algorithm, publicKey ? readBits(readExplicit(publicKey, ecPublicKeyTag)) : null)
}
