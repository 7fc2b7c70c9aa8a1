import { describe, expect, test } from 'vitest'
import { readWhole } from '../der/der'
import { der, identifier, sequence } from '../pkcs12/fixtures/assemble'
import { readName } from './name'

const utf8 = (text: string) => der(0x0c, new TextEncoder().encode(text))
const latin1 = (tag: number) => (text: string) =>
  der(
    tag,
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
  )
const printable = latin1(0x13)
const teletex = latin1(0x14)
const bmp = (text: string) =>
  der(
    0x1e,
    Uint8Array.from(
      Array.from(text).flatMap((unit) => [unit.charCodeAt(0) >> 8, unit.charCodeAt(0)]),
    ),
  )

const attribute = (value: Uint8Array, type = '2.5.4.3') =>
  sequence(der(0x06, identifier(type)), value)
const part = (...attributes: Uint8Array[]) => der(0x31, ...attributes)
const comparable = (...parts: Uint8Array[]) => readName(readWhole(sequence(...parts))).comparable
const named = (value: Uint8Array) => comparable(part(attribute(value)))

describe('names are equal (RFC 5280 section 7.1)', () => {
  test.each([
    ['in other encodings', printable('Contoso Root CA'), utf8('Contoso Root CA')],
    ['in 16 bits', bmp('Contoso Grüße'), utf8('Contoso Grüße')],
    ['in Latin-1', teletex('Grüße'), utf8('Grüße')],
    ['in other case', printable('CONTOSO Root ca'), utf8('Contoso Root CA')],
    ['in other case beyond ASCII', utf8('GRÜSSE'), utf8('Grüße')],
    ['with more blanks', utf8('  Contoso   Root CA '), utf8('Contoso Root CA')],
    ['composed otherwise', utf8('Gru\u0308ße'), utf8('Grüße')],
    ['with a character that is not seen', utf8('Con\u00adtoso'), utf8('Contoso')],
  ])('%s', (_how, one, other) => {
    expect(named(one)).toBe(named(other))
  })

  test('in another order within one part', () => {
    const [one, other] = [attribute(utf8('a')), attribute(utf8('b'), '2.5.4.11')]

    expect(comparable(part(one, other))).toBe(comparable(part(other, one)))
  })
})

describe('names differ', () => {
  test.each([
    ['by a letter', utf8('Contoso Root CA'), utf8('Contoso Root CB')],
    ['by a blank where there is none', utf8('ContosoRoot'), utf8('Contoso Root')],
    ['by an accent', utf8('Grusse'), utf8('Grüsse')],
    ['where one is no text', der(0x02, Uint8Array.of(5)), utf8('#020105')],
  ])('%s', (_how, one, other) => {
    expect(named(one)).not.toBe(named(other))
  })

  test('by the order of their parts, by their types, and by what looks like a separator', () => {
    const [a, b] = [part(attribute(utf8('a'))), part(attribute(utf8('b')))]

    expect(comparable(a, b)).not.toBe(comparable(b, a))
    expect(comparable(a)).not.toBe(comparable(part(attribute(utf8('a'), '2.5.4.11'))))
    expect(comparable(a, b)).not.toBe(named(utf8('a","2.5.4.3=b')))
    expect(comparable(a, b)).not.toBe(comparable(part(attribute(utf8('a')), attribute(utf8('b')))))
  })
})
