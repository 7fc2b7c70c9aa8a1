/**
 * Writes a PKCS#12 file (RFC 7292) in the one form that the service is known to accept: TripleDES
 * for key and certificates, SHA-1 for the MAC. Newer forms are stronger, but it may not read them.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import {
  algorithmIdentifier,
  bmpString,
  explicit,
  implicitOctetString,
  integer,
  nullValue,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
} from '../der/der-writer'
import type { Pkcs12Certificate, Pkcs12Contents, Pkcs12Key } from './contents'
import { derivePkcs12Key, keyPurpose, passwordOf } from './password-key'
import { contentTypes, pfxVersion } from './pfx'
import { encryptTripleDes } from './triple-des'

/**
 * What Windows writes, so what the service is used to. More would hardly help: each guess costs an
 * attacker a few SHA-1, so the password itself has to be long (see `randomPassword`).
 */
const iterations = 2000

/** RFC 8018 section 4.1 asks for eight at least. */
const saltBytes = 8

/** RFC 7292 appendix C and section 4.2, RFC 2985 section 5.5, RFC 8017 appendix B.1. */
const identifiers = {
  pbeWithSha1And3KeyTripleDesCbc: '1.2.840.113549.1.12.1.3',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
  sha1: '1.3.14.3.2.26',
} as const

/**
 * Keys and certificates in a new file under a password, which may be empty or hold any character.
 * The certificates that share their localKeyId with a key come first, all others keep their order.
 */
export async function writePkcs12(contents: Pkcs12Contents, password: string): Promise<Uint8Array> {
  // Everybody reads this form; only an empty password has another one.
  const [form = new Uint8Array()] = passwordOf(password).forms
  const keyBags = await Promise.all(contents.keys.map((key) => keyBag(key, form)))
  const certificateBags = leafFirst(contents).map(certificateBag)
  const authenticatedSafe = sequence(
    contentInfo(contentTypes.data, octetString(sequence(...keyBags))),
    contentInfo(
      contentTypes.encryptedData,
      await encryptedData(sequence(...certificateBags), form),
    ),
  )
  return sequence(
    integer(pfxVersion),
    contentInfo(contentTypes.data, octetString(authenticatedSafe)),
    macData(authenticatedSafe, form),
  )
}

function leafFirst({ keys, certificates }: Pkcs12Contents): Pkcs12Certificate[] {
  const keyIds = keys.map(({ localKeyId }) => localKeyId && bytesToHex(localKeyId))
  const rank = ({ localKeyId }: Pkcs12Certificate) =>
    localKeyId && keyIds.includes(bytesToHex(localKeyId)) ? 0 : 1
  return certificates.toSorted((one, other) => rank(one) - rank(other))
}

/** RFC 2315 section 7. */
const contentInfo = (type: string, content: Uint8Array): Uint8Array =>
  sequence(objectIdentifier(type), explicit(0, content))

/** PKCS8ShroudedKeyBag: an EncryptedPrivateKeyInfo (RFC 7292 section 4.2.2, RFC 5208 section 6). */
async function keyBag(key: Pkcs12Key, password: Uint8Array): Promise<Uint8Array> {
  const { algorithm, encrypted } = await encrypt(key.privateKeyInfo, password)
  return safeBag(identifiers.shroudedKeyBag, sequence(algorithm, octetString(encrypted)), key)
}

/** CertBag (RFC 7292 section 4.2.3). */
function certificateBag(certificate: Pkcs12Certificate): Uint8Array {
  const type = objectIdentifier(identifiers.x509Certificate)
  const value = sequence(type, explicit(0, octetString(certificate.der)))
  return safeBag(identifiers.certificateBag, value, certificate)
}

type Attributes = Pick<Pkcs12Certificate, 'friendlyName' | 'localKeyId'>

function safeBag(type: string, value: Uint8Array, attributes: Attributes): Uint8Array {
  const written = bagAttributes(attributes)
  const optional = written.length > 0 ? [setOf(...written)] : []
  return sequence(objectIdentifier(type), explicit(0, value), ...optional)
}

function bagAttributes({ friendlyName, localKeyId }: Attributes): Uint8Array[] {
  const attribute = (type: string, value: Uint8Array) =>
    sequence(objectIdentifier(type), setOf(value))
  return [
    ...(localKeyId ? [attribute(identifiers.localKeyId, octetString(localKeyId))] : []),
    ...(friendlyName ? [attribute(identifiers.friendlyName, bmpString(friendlyName))] : []),
  ]
}

/** EncryptedData of version 0 with its EncryptedContentInfo (RFC 2315 sections 13 and 10.1). */
async function encryptedData(plain: Uint8Array, password: Uint8Array): Promise<Uint8Array> {
  const { algorithm, encrypted } = await encrypt(plain, password)
  const type = objectIdentifier(contentTypes.data)
  return sequence(integer(0), sequence(type, algorithm, implicitOctetString(0, encrypted)))
}

/** With a salt of its own for each part, so that no two parts share a key. */
async function encrypt(plain: Uint8Array, password: Uint8Array) {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes))
  const derive = (purpose: 1 | 2, keyBytes: number) =>
    derivePkcs12Key({ hash: sha1, purpose, password, salt, iterations, keyBytes })
  const key = derive(keyPurpose.encryption, 24)
  const iv = derive(keyPurpose.initialVector, 8)
  return {
    algorithm: algorithmIdentifier(
      identifiers.pbeWithSha1And3KeyTripleDesCbc,
      sequence(octetString(salt), integer(iterations)),
    ),
    encrypted: await encryptTripleDes(key, iv, plain),
  }
}

/** MacData over the contents of the AuthenticatedSafe's OCTET STRING (RFC 7292 section 4). */
function macData(authenticatedSafe: Uint8Array, password: Uint8Array): Uint8Array {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes))
  const purpose = keyPurpose.integrity
  const keyBytes = sha1.outputLen
  const key = derivePkcs12Key({ hash: sha1, purpose, password, salt, iterations, keyBytes })
  const code = hmac(sha1, key, authenticatedSafe)
  return sequence(
    sequence(algorithmIdentifier(identifiers.sha1, nullValue()), octetString(code)),
    octetString(salt),
    integer(iterations),
  )
}
