/** X.509 certificates (RFC 5280 section 4.1), as far as a client certificate is judged by them. */
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { AlgorithmIdentifier, Element } from '../der/der'
import {
  encodingOf,
  readAlgorithm,
  readBits,
  readContents,
  readExplicit,
  readSequence,
  readWhole,
  tags,
} from '../der/der'
import { MalformedInput } from '../der/malformed-input'
import type { Extensions } from './extensions'
import { readExtensions } from './extensions'
import { toHex } from './hex'
import type { DistinguishedName } from './name'
import { readName } from './name'
import type { KeyFacts, KeyIdentity } from './public-key'
import { readPublicKey } from './public-key'
import { readTime } from './time'

/** The facts of a certificate that a person wants to know. */
export type CertificateFacts = {
  /** RFC 4514, as are all names here. */
  readonly subject: string
  readonly issuer: string
  readonly commonName: string | null
  /** Upper-case hexadecimal. */
  readonly serialNumber: string
  /** SHA-1 of the certificate as it is in the file, upper-case hexadecimal: Graph's thumbprint. */
  readonly thumbprint: string
  /** The same with SHA-256. */
  readonly sha256: string
  /** Epoch seconds, as in Graph. */
  readonly notBefore: number
  /** Epoch seconds; the last second in which the certificate is valid. */
  readonly notAfter: number
  /** Whether both are written as RFC 5280 wants; some servers refuse what is not. */
  readonly hasStandardDates: boolean
  readonly key: KeyFacts
  /** Names of RFC 5280; empty if the certificate does not say. */
  readonly keyUsage: readonly string[]
  /** Names of RFC 5280, else object identifiers; empty if the certificate does not say. */
  readonly extendedKeyUsage: readonly string[]
  /** Whether TLS clients may use it: it says so, or it says nothing. */
  readonly hasClientAuth: boolean
  readonly isCa: boolean
}

/** A certificate with what ties it to its key and to other certificates. */
export type Certificate = {
  readonly facts: CertificateFacts
  readonly subject: DistinguishedName
  readonly issuer: DistinguishedName
  readonly publicKey: KeyIdentity
  readonly subjectKeyId: string | null
  readonly authorityKeyId: string | null
  /** SubjectPublicKeyInfo in DER. */
  readonly publicKeyInfo: Uint8Array
  readonly signature: Signature
}

export type Signature = {
  readonly algorithm: AlgorithmIdentifier
  /** The signed part: TBSCertificate in DER. */
  readonly signed: Uint8Array
  readonly value: Uint8Array
}

/** Tags of the parts that may be missing: version and extensions. */
const versionTag = tags.context0
const extensionsTag = 0xa3

/** Throws MalformedInput for what is no certificate from its first byte to its last. */
export function readCertificate(der: Uint8Array): Certificate {
  const { signed, algorithm, value, parts } = readSigned(der)
  const [serial, , issuer, validity, subject, publicKey, ...optional] = parts
  if (!publicKey) throw new MalformedInput()
  const extensions = optional.find(({ tag }) => tag === extensionsTag)
  return describe(der, {
    serial,
    validity,
    subject: readName(subject),
    issuer: readName(issuer),
    publicKey: readPublicKey(publicKey),
    publicKeyInfo: encodingOf(publicKey),
    extensions: readExtensions(extensions && readExplicit(extensions, extensionsTag)),
    signature: {
      algorithm: readAlgorithm(algorithm),
      signed: encodingOf(signed),
      value: readBits(value),
    },
  })
}

/** Whose certificate it is, also where the rest cannot be read. Throws MalformedInput otherwise. */
export const readSubject = (der: Uint8Array): DistinguishedName =>
  readName(readSigned(der).parts[4])

/** Graph's thumbprint of a certificate in DER: its SHA-1 in upper-case hexadecimal. */
export const thumbprintOf = (der: Uint8Array): string => toHex(sha1(der))

/** The parts of what is signed, without the version that may stand before them. */
function readSigned(der: Uint8Array) {
  const [signed, algorithm, value] = readSequence(readWhole(der))
  if (!signed) throw new MalformedInput()
  const parts = readSequence(signed)
  return {
    signed,
    algorithm,
    value,
    parts: parts[0]?.tag === versionTag ? parts.slice(1) : parts,
  }
}

type Parts = Omit<Certificate, 'facts' | 'subjectKeyId' | 'authorityKeyId'> & {
  readonly serial: Element | undefined
  readonly validity: Element | undefined
  readonly extensions: Extensions
}

function describe(der: Uint8Array, parts: Parts): Certificate {
  const { serial, validity, extensions, ...rest } = parts
  const { subjectKeyId, authorityKeyId, ...uses } = extensions
  const [start, end] = readSequence(validity)
  const [notBefore, notAfter] = [readTime(start), readTime(end)]
  const facts: CertificateFacts = {
    subject: rest.subject.text,
    issuer: rest.issuer.text,
    commonName: rest.subject.commonName,
    serialNumber: readSerialNumber(serial),
    thumbprint: thumbprintOf(der),
    sha256: toHex(sha256(der)),
    notBefore: notBefore.seconds,
    notAfter: notAfter.seconds,
    hasStandardDates: notBefore.isStandard && notAfter.isStandard,
    key: rest.publicKey.facts,
    ...uses,
    hasClientAuth: allowsClientAuth(uses.extendedKeyUsage),
  }
  return { ...rest, facts, subjectKeyId, authorityKeyId }
}

/** The zero that keeps a number positive is not shown, nowhere. */
function readSerialNumber(element: Element | undefined): string {
  const digits = readContents(element, tags.integer)
  if (digits.length === 0) throw new MalformedInput()
  return toHex(digits[0] === 0 && digits.length > 1 ? digits.subarray(1) : digits)
}

const allowsClientAuth = (uses: readonly string[]): boolean =>
  uses.length === 0 || uses.includes('clientAuth') || uses.includes('anyExtendedKeyUsage')
