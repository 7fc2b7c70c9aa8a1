/** Makes a key and a self-signed client certificate for it (RFC 5280), in the browser or in Node. */
import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { NewCertificate } from '@/lib/contract/new-certificate'
import {
  algorithmIdentifier,
  bitString,
  explicit,
  integer,
  nullValue,
  objectIdentifier,
  printableString,
  sequence,
  setOf,
  time,
  utf8String,
} from '../der/der-writer'
import { clientCertificateExtensions } from './client-certificate-extensions'

export type GeneratedCertificate = {
  /** DER. */
  readonly certificate: Uint8Array
  /** A PKCS#8 PrivateKeyInfo in DER, not encrypted. */
  readonly privateKeyInfo: Uint8Array
  /** SHA-1 of the certificate in hexadecimal capitals, as Graph shows it. */
  readonly thumbprint: string
}

/** RFC 8017 appendix A.2.4 and X.520. */
const identifiers = {
  sha256WithRsa: '1.2.840.113549.1.1.11',
  commonName: '2.5.4.3',
  country: '2.5.4.6',
  organization: '2.5.4.10',
} as const

/** The number of version 3 is 2 (RFC 5280 section 4.1.2.1). */
const version3 = 2

/** The longest serial number there may be (RFC 5280 section 4.1.2.2). */
const serialBytes = 20

const signing = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const

/**
 * Takes what `newCertificateSchema` accepted. The key is RSA, the signature SHA-256. Searching for
 * primes takes from a tenth of a second (2048 bits) to several (4096).
 */
export async function generateClientCertificate(
  request: NewCertificate,
): Promise<GeneratedCertificate> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(
    { ...signing, modulusLength: request.keyBits, publicExponent: Uint8Array.of(1, 0, 1) },
    true,
    ['sign', 'verify'],
  )
  const publicKeyInfo = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
  const toBeSigned = Uint8Array.from(tbsCertificate(request, publicKeyInfo))
  const signature = await crypto.subtle.sign(signing, privateKey, toBeSigned)
  const certificate = sequence(
    toBeSigned,
    signatureAlgorithm(),
    bitString(new Uint8Array(signature)),
  )
  return {
    certificate,
    privateKeyInfo: new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey)),
    thumbprint: bytesToHex(sha1(certificate)).toUpperCase(),
  }
}

const signatureAlgorithm = () => algorithmIdentifier(identifiers.sha256WithRsa, nullValue())

/** RFC 5280 section 4.1.2. */
function tbsCertificate(request: NewCertificate, publicKeyInfo: Uint8Array): Uint8Array {
  const name = distinguishedName(request)
  return sequence(
    explicit(0, integer(version3)),
    integer(randomSerial()),
    signatureAlgorithm(),
    name,
    sequence(time(request.notBefore), time(request.notAfter)),
    name,
    publicKeyInfo,
    clientCertificateExtensions(publicKeyInfo),
  )
}

/** Positive and always of full length: the highest bit is 0, the one below it 1. */
function randomSerial(): Uint8Array {
  const serial = crypto.getRandomValues(new Uint8Array(serialBytes))
  return serial.map((byte, index) => (index === 0 ? (byte & 0x3f) | 0x40 : byte))
}

/** From the widest part to the narrowest, as X.500 orders names. */
function distinguishedName({ country, organization, commonName }: NewCertificate): Uint8Array {
  const part = (type: string, value: Uint8Array) => setOf(sequence(objectIdentifier(type), value))
  return sequence(
    ...(country ? [part(identifiers.country, printableString(country))] : []),
    ...(organization ? [part(identifiers.organization, utf8String(organization))] : []),
    part(identifiers.commonName, utf8String(commonName)),
  )
}
