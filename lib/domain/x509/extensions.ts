/** The extensions of a certificate that say what it may be used for (RFC 5280 section 4.2.1). */
import type { Element } from '../der/der'
import {
  readContents,
  readObjectIdentifier,
  readOctets,
  readSequence,
  readWhole,
  tags,
} from '../der/der'
import { MalformedInput } from '../der/malformed-input'
import { toHex } from './hex'

const identifiers = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
} as const

/** Bit 0 first (RFC 5280 section 4.2.1.3). */
const keyUsageNames = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const

/** RFC 5280 section 4.2.1.12. */
const extendedKeyUsageNames: ReadonlyMap<string, string> = new Map([
  ['2.5.29.37.0', 'anyExtendedKeyUsage'],
  ['1.3.6.1.5.5.7.3.1', 'serverAuth'],
  ['1.3.6.1.5.5.7.3.2', 'clientAuth'],
  ['1.3.6.1.5.5.7.3.3', 'codeSigning'],
  ['1.3.6.1.5.5.7.3.4', 'emailProtection'],
  ['1.3.6.1.5.5.7.3.8', 'timeStamping'],
  ['1.3.6.1.5.5.7.3.9', 'OCSPSigning'],
])

export type Extensions = {
  /** Names of RFC 5280; empty if the extension is absent. */
  readonly keyUsage: readonly string[]
  /** Names of RFC 5280, else object identifiers; empty if the extension is absent. */
  readonly extendedKeyUsage: readonly string[]
  readonly isCa: boolean
  readonly subjectKeyId: string | null
  readonly authorityKeyId: string | null
}

/** `[3] Extensions`, or undefined where a certificate has none. */
export function readExtensions(element: Element | undefined): Extensions {
  const values = new Map(element ? readSequence(element).map(readExtension) : [])
  const read = <Value>(name: keyof typeof identifiers, reader: (value: Element) => Value) => {
    const value = values.get(identifiers[name])
    return value && reader(readWhole(value))
  }
  return {
    keyUsage: read('keyUsage', readKeyUsage) ?? [],
    extendedKeyUsage: read('extendedKeyUsage', readExtendedKeyUsage) ?? [],
    isCa: read('basicConstraints', readIsCa) ?? false,
    subjectKeyId: read('subjectKeyIdentifier', (value) => toHex(readOctets(value))) ?? null,
    authorityKeyId: read('authorityKeyIdentifier', readAuthorityKeyId) ?? null,
  }
}

/** The identifier and the value; a `critical` may stand between them. */
function readExtension(element: Element): [string, Uint8Array] {
  const [identifier, ...rest] = readSequence(element)
  return [readObjectIdentifier(identifier), readOctets(rest.at(-1))]
}

function readKeyUsage(element: Element): string[] {
  const [unused = 8, ...bytes] = readContents(element, tags.bitString)
  if (unused > 7) throw new MalformedInput()
  return keyUsageNames.filter((_, bit) => (bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7)))
}

const readExtendedKeyUsage = (element: Element): string[] =>
  readSequence(element)
    .map(readObjectIdentifier)
    .map((identifier) => extendedKeyUsageNames.get(identifier) ?? identifier)

/** False is the default, which DER leaves out. */
function readIsCa(element: Element): boolean {
  const [first] = readSequence(element)
  return first?.tag === tags.boolean && readContents(first, tags.boolean)[0] !== 0
}

/** Only the `[0] keyIdentifier` in it. */
function readAuthorityKeyId(element: Element): string | null {
  const keyIdTag = 0x80
  const keyId = readSequence(element).find(({ tag }) => tag === keyIdTag)
  return keyId ? toHex(readContents(keyId, keyIdTag)) : null
}
