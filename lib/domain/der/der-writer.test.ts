import { describe, expect, test } from 'vitest'
import {
  algorithmIdentifier,
  bitString,
  bmpString,
  boolean,
  explicit,
  implicitOctetString,
  integer,
  namedBits,
  nullValue,
  objectIdentifier,
  octetString,
  printableString,
  sequence,
  setOf,
  time,
  utf8String,
} from './der-writer'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const at = (iso: string) => Date.parse(iso) / 1000
const ascii = (text: string) => Buffer.from(text).toString('hex')

describe('an element in DER', () => {
  test.each([
    ['an empty SEQUENCE', sequence(), '3000'],
    ['a SEQUENCE in its order', sequence(integer(2), nullValue()), '30050201020500'],
    ['TRUE', boolean(true), '0101ff'],
    ['FALSE', boolean(false), '010100'],
    ['OCTET STRING', octetString(Uint8Array.of(1, 2)), '04020102'],
    ['BIT STRING', bitString(Uint8Array.of(0x80, 1)), '0303008001'],
    ['UTF8String', utf8String('ü🔑'), '0c06c3bcf09f9491'],
    ['PrintableString', printableString('DE'), '13024445'],
    ['BMPString', bmpString('A€🔑'), '1e08004120acd83ddd11'],
    ['[3] EXPLICIT', explicit(3, nullValue()), 'a3020500'],
    ['[0] IMPLICIT OCTET STRING', implicitOctetString(0, Uint8Array.of(7)), '800107'],
    [
      'AlgorithmIdentifier',
      algorithmIdentifier('1.3.14.3.2.26', nullValue()),
      '300906052b0e03021a0500',
    ],
  ])('is %s', (_title, written, expected) => {
    expect(hex(written)).toBe(expected)
  })

  test.each([
    [0x7f, '047f'],
    [0x80, '048180'],
    [0xff, '0481ff'],
    [0x100, '04820100'],
    [0xffff, '0482ffff'],
    [0x10000, '0483010000'],
  ])('of %i bytes has the shortest length there is', (length, header) => {
    const written = octetString(new Uint8Array(length).fill(0xee))

    expect(hex(written)).toBe(header + 'ee'.repeat(length))
  })
})

test.each([
  [0, '020100'],
  [1, '020101'],
  [127, '02017f'],
  [128, '02020080'],
  [256, '02020100'],
  [2000, '020207d0'],
  [2 ** 32, '02050100000000'],
  [Uint8Array.of(), '020100'],
  [Uint8Array.of(0, 0, 0), '020100'],
  [Uint8Array.of(0, 0x80), '02020080'],
  [Uint8Array.of(0x7f, 0xff), '02027fff'],
  [Uint8Array.of(0xff, 0), '020300ff00'],
])('the INTEGER of %s is positive and as short as can be', (value, expected) => {
  expect(hex(integer(value))).toBe(expected)
})

test.each([
  ['2.5.4.3', '0603550403'],
  ['1.2.840.113549.1.12.1.3', '060a2a864886f70d010c0103'],
  ['1.3.14.3.2.26', '06052b0e03021a'],
  ['2.999.3', '0603883703'],
  ['1.2.4294967295', '06062a8fffffff7f'],
  ['0.0', '060100'],
])('the OBJECT IDENTIFIER %s', (dotted, expected) => {
  expect(hex(objectIdentifier(dotted))).toBe(expected)
})

test('the elements of a SET OF are sorted by their bytes, whatever the order given', () => {
  const [one, two, text, long] = [
    integer(1),
    integer(2),
    octetString(Uint8Array.of(0)),
    integer(256),
  ]

  for (const given of [
    [one, two, text, long],
    [text, long, two, one],
  ]) {
    expect(hex(setOf(...given))).toBe(['310d', '020101', '020102', '02020100', '040100'].join(''))
  }
})

test.each([
  [[0], '03020780'],
  [[0, 2], '030205a0'],
  [[5, 6], '03020106'],
  [[7], '03020001'],
])('named bits %j leave out the zeros at the end', (numbers, expected) => {
  expect(hex(namedBits(...numbers))).toBe(expected)
})

test.each([
  ['1970-01-01T00:00:00Z', '17', '700101000000Z'],
  ['2026-02-28T23:59:59Z', '17', '260228235959Z'],
  ['2049-12-31T23:59:59Z', '17', '491231235959Z'],
  ['2050-01-01T00:00:00Z', '18', '20500101000000Z'],
  ['9999-12-31T23:59:59Z', '18', '99991231235959Z'],
])('the moment %s is a Time with tag %s', (iso, tag, digits) => {
  const length = digits.length.toString(16).padStart(2, '0')

  expect(hex(time(at(iso)))).toBe(tag + length + ascii(digits))
})
