/** SafeContents and the SafeBags in it (RFC 7292 section 4.2). */
import type { Element } from '../der/der'
import {
  readContents,
  readExplicit0,
  readObjectIdentifier,
  readOctets,
  readSequence,
  readSet,
  tags,
} from '../der/der'
import { toDefinite } from '../der/definite'
import { decodeBmpString } from '../x509/strings'
import type { BagAttributes, Pkcs12Certificate, Pkcs12Key } from './contents'
import type { Encrypted } from './encrypted'
import { readEncryptedKey } from './encrypted'

export type EncryptedKey = BagAttributes & { readonly encrypted: Encrypted }

export type Bag =
  | { readonly kind: 'key'; readonly key: Pkcs12Key }
  | { readonly kind: 'encryptedKey'; readonly key: EncryptedKey }
  | { readonly kind: 'certificate'; readonly certificate: Pkcs12Certificate }
  | { readonly kind: 'crl' | 'secret' | 'other' }

type ReadBag = (value: Element, attributes: BagAttributes) => Bag[]

const bagReaders: ReadonlyMap<string, ReadBag> = new Map<string, ReadBag>([
  ['1.2.840.113549.1.12.10.1.1', readKeyBag],
  ['1.2.840.113549.1.12.10.1.2', readShroudedKeyBag],
  ['1.2.840.113549.1.12.10.1.3', readCertificateBag],
  ['1.2.840.113549.1.12.10.1.4', () => [{ kind: 'crl' }]],
  ['1.2.840.113549.1.12.10.1.5', () => [{ kind: 'secret' }]],
  ['1.2.840.113549.1.12.10.1.6', readBags],
])

/** All bags, those inside other bags among them. */
export function readBags(safeContents: Element): Bag[] {
  return readSequence(safeContents).flatMap(readBag)
}

function readBag(element: Element): Bag[] {
  const [type, value, attributes] = readSequence(element)
  const reader = bagReaders.get(readObjectIdentifier(type))
  return reader ? reader(readExplicit0(value), readAttributes(attributes)) : [{ kind: 'other' }]
}

/** Another writer may embed the key, so that it is made the DER which PKCS#8 demands. */
function readKeyBag(value: Element, attributes: BagAttributes): Bag[] {
  return [{ kind: 'key', key: { ...attributes, privateKeyInfo: toDefinite(value) } }]
}

function readShroudedKeyBag(value: Element, attributes: BagAttributes): Bag[] {
  return [{ kind: 'encryptedKey', key: { ...attributes, encrypted: readEncryptedKey(value) } }]
}

const x509CertificateType = '1.2.840.113549.1.9.22.1'

/** CertBag (RFC 7292 section 4.2.3). */
function readCertificateBag(value: Element, attributes: BagAttributes): Bag[] {
  const [type, certificate] = readSequence(value)
  if (readObjectIdentifier(type) !== x509CertificateType) return [{ kind: 'other' }]
  const der = readOctets(readExplicit0(certificate))
  return [{ kind: 'certificate', certificate: { ...attributes, der } }]
}

/** RFC 2985 section 5.5. */
const friendlyNameType = '1.2.840.113549.1.9.20'
const localKeyIdType = '1.2.840.113549.1.9.21'
const bmpStringTag = 0x1e

function readAttributes(element: Element | undefined): BagAttributes {
  const values = new Map(element ? readSet(element).map(readAttribute) : [])
  const name = values.get(friendlyNameType)
  const keyId = values.get(localKeyIdType)
  return {
    friendlyName: name?.tag === bmpStringTag ? textOf(readContents(name, bmpStringTag)) : null,
    localKeyId: keyId?.tag === tags.octetString ? readOctets(keyId) : null,
  }
}

/** The type and the first value. */
function readAttribute(element: Element): [string, Element | undefined] {
  const [type, values] = readSequence(element)
  return [readObjectIdentifier(type), readSet(values)[0]]
}

/** Half a character at the end is left out: a name is no reason to refuse a file. */
const textOf = (bytes: Uint8Array): string => decodeBmpString(bytes.subarray(0, bytes.length & ~1))
