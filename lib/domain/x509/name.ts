/** Distinguished names (RFC 5280 section 4.1.2.4) as text (RFC 4514). */
import type { Element } from '../der/der'
import { encodingOf, readObjectIdentifier, readSequence, readSet } from '../der/der'
import { MalformedInput } from '../der/malformed-input'
import { toHex } from './hex'
import { decodeString } from './strings'

/** The table of RFC 4514 section 3, and the names that people know for other common types. */
const typeNames: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.4', 'SN'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.12', 'title'],
  ['2.5.4.42', 'GN'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['1.2.840.113549.1.9.1', 'emailAddress'],
])

const commonNameIdentifier = '2.5.4.3'

export type DistinguishedName = {
  /** RFC 4514: the most specific part first. Empty for an empty name. */
  readonly text: string
  /** The last common name, which is the most specific one; null if there is none. */
  readonly commonName: string | null
  /** The same text for names that RFC 5280 section 7.1 calls equal, whatever their encodings. */
  readonly comparable: string
}

type Attribute = { readonly type: string; readonly value: Element }

export function readName(element: Element | undefined): DistinguishedName {
  const relativeNames = readSequence(element).map(readRelativeName)
  const commonName = relativeNames.flat().findLast(({ type }) => type === commonNameIdentifier)
  return {
    text: relativeNames.toReversed().map(relativeNameText).join(','),
    commonName: commonName ? (decodeString(commonName.value) ?? null) : null,
    comparable: JSON.stringify(relativeNames.map(comparableAttributes)),
  }
}

function readRelativeName(element: Element): Attribute[] {
  const attributes = readSet(element).map(readAttribute)
  if (attributes.length === 0) throw new MalformedInput()
  return attributes
}

function readAttribute(element: Element): Attribute {
  const [type, value] = readSequence(element)
  if (!value) throw new MalformedInput()
  return { type: readObjectIdentifier(type), value }
}

/** From the end as well, as OpenSSL does it; the order has no meaning here. */
const relativeNameText = (attributes: readonly Attribute[]): string =>
  attributes.toReversed().map(attributeText).join('+')

function attributeText({ type, value }: Attribute): string {
  const name = typeNames.get(type)
  const text = name === undefined ? undefined : decodeString(value)
  return `${name ?? type}=${text === undefined ? `#${hexOf(value)}` : escape(text)}`
}

/** The order within one part has no meaning. */
const comparableAttributes = (attributes: readonly Attribute[]): string[] =>
  attributes.map(({ type, value }) => `${type}=${comparableValue(value)}`).toSorted()

function comparableValue(value: Element): string {
  const text = decodeString(value)
  return text === undefined ? `#${hexOf(value)}` : `"${prepare(text)}`
}

/** Case, compatible characters, what is not seen and blanks make no difference (RFC 4518 section 2). */
const prepare = (text: string): string =>
  text
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .trim()

/** A value that is no known text is written as its encoding (RFC 4514 section 2.4). */
const hexOf = (value: Element) => toHex(encodingOf(value))

/** RFC 4514 section 2.4; control characters too, so that a name stays in its line. */
function escape(text: string): string {
  return text
    .replaceAll(/["+,;<>\\]|^[ #]|(?<!^) $/g, '\\$&')
    .replaceAll(/[\u0000-\u001f\u007f]/g, controlText)
}

const controlText = (character: string): string =>
  `\\${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
