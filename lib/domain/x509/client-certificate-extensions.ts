/** The extensions of a client certificate (RFC 5280 section 4.2): for TLS clients, and no CA. */
import { sha1 } from '@noble/hashes/legacy.js'
import {
  boolean,
  explicit,
  namedBits,
  objectIdentifier,
  octetString,
  sequence,
} from '../der/der-writer'
import { fileSpan, readElement, readSequence } from '../der/der'
import { MalformedInput } from '../der/malformed-input'

const identifiers = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  extendedKeyUsage: '2.5.29.37',
  clientAuthentication: '1.3.6.1.5.5.7.3.2',
} as const

/** The numbers of the bits in KeyUsage (RFC 5280 section 4.2.1.3). */
const keyUsage = { digitalSignature: 0, keyEncipherment: 2 } as const

/** The `[3]` of a TBSCertificate over a SubjectPublicKeyInfo in DER. */
export function clientCertificateExtensions(publicKeyInfo: Uint8Array): Uint8Array {
  const { basicConstraints, extendedKeyUsage, subjectKeyIdentifier } = identifiers
  const usage = namedBits(keyUsage.digitalSignature, keyUsage.keyEncipherment)
  const purposes = sequence(objectIdentifier(identifiers.clientAuthentication))
  const list = sequence(
    // No CA: false is the default, and DER leaves defaults out.
    extension(basicConstraints, boolean(true), octetString(sequence())),
    extension(identifiers.keyUsage, boolean(true), octetString(usage)),
    extension(extendedKeyUsage, octetString(purposes)),
    extension(subjectKeyIdentifier, octetString(octetString(keyIdentifier(publicKeyInfo)))),
  )
  return explicit(3, list)
}

const extension = (type: string, ...criticalAndValue: readonly Uint8Array[]): Uint8Array =>
  sequence(objectIdentifier(type), ...criticalAndValue)

/** SHA-1 of the key's BIT STRING without its count of unused bits (RFC 5280 section 4.2.1.2). */
function keyIdentifier(publicKeyInfo: Uint8Array): Uint8Array {
  const [, subjectPublicKey] = readSequence(readElement(fileSpan(publicKeyInfo)))
  if (!subjectPublicKey) throw new MalformedInput()
  const { bytes, start, end } = subjectPublicKey.contents
  return sha1(bytes.subarray(start + 1, end))
}
