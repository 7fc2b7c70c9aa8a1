import { describe, expect, test } from 'vitest'
import {
  elementsIn,
  fileSpan,
  readCount,
  readElement,
  readObjectIdentifier,
  readOctets,
  readSequence,
} from './der'
import { ber, der, identifier, integer, octets } from '../pkcs12/fixtures/assemble'
import { attempt } from './malformed-input'

const element = (bytes: Uint8Array) => readElement(fileSpan(bytes))
const read = (...bytes: number[]) => attempt(() => element(Uint8Array.from(bytes)))

describe('reading DER and BER', () => {
  test('an element of indefinite length ends where its end-of-contents says', () => {
    const bytes = Uint8Array.of(...ber(0x30, integer(1), ber(0x30, integer(2))), 9, 9)

    const file = element(bytes)

    expect(file.end).toBe(bytes.length - 2)
    expect(readSequence(file).map(({ tag }) => tag)).toEqual([0x02, 0x30])
  })

  test('an OCTET STRING in pieces, and in pieces of pieces, is put together', () => {
    const pieces = der(0x24, octets(Uint8Array.of(1)), ber(0x24, octets(Uint8Array.of(2, 3))))

    expect([...readOctets(element(pieces))]).toEqual([1, 2, 3])
  })

  test.each([
    ['1.2.840.113549.1.12.10.1.2'],
    ['2.16.840.1.101.3.4.1.42'],
    ['0.9.2342'],
    ['2.999.3'],
  ])('the object identifier %s is read', (dotted) => {
    const bytes = dotted === '2.999.3' ? Uint8Array.of(0x88, 0x37, 3) : identifier(dotted)

    expect(readObjectIdentifier(element(der(0x06, bytes)))).toBe(dotted)
  })

  test.each([
    ['a length that needs padding is still right', [0x02, 0x84, 0, 0, 0, 1, 7], 7],
    ['a leading zero keeps a count positive', [0x02, 2, 0, 0x80], 128],
    ['a count beyond 2^53 stays large', [0x02, 9, 1, 0, 0, 0, 0, 0, 0, 0, 0], 2 ** 64],
  ])('%s', (_title, bytes, count) => {
    expect(readCount(element(Uint8Array.from(bytes)))).toBe(count)
  })

  test.each([
    ['zero', [0x02, 1, 0]],
    ['negative', [0x02, 1, 0xff]],
    ['without a digit', [0x02, 0]],
  ])('a count that is %s is malformed', (_title, bytes) => {
    expect(attempt(() => readCount(element(Uint8Array.from(bytes))))).toEqual({
      ok: false,
      kind: 'malformed',
    })
  })

  test.each([
    ['a length of five bytes', [0x30, 0x85, 0, 0, 0, 0, 1, 0]],
    ['a reserved length', [0x30, 0xff, 0, 0]],
    ['an indefinite length on a primitive', [0x04, 0x80, 0, 0]],
    ['a tag of several bytes', [0x1f, 0x81, 0x00, 0]],
    ['an end-of-contents that closes nothing', [0x00, 0x00]],
    ['an end-of-contents with contents', [0x30, 0x80, 0x00, 0x01, 0x00]],
  ])('%s is malformed', (_title, bytes) => {
    expect(read(...bytes)).toEqual({ ok: false, kind: 'malformed' })
  })

  test.each([
    ['before its length', [0x30]],
    ['inside its length', [0x30, 0x82, 1]],
    ['inside its contents', [0x30, 3, 1, 1]],
    ['before its end-of-contents', [0x30, 0x80, 2, 1, 1, 0]],
    ['after promising four gigabytes', [0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 1]],
  ])('an element that ends %s is truncated', (_title, bytes) => {
    expect(read(...bytes)).toEqual({ ok: false, kind: 'truncated' })
  })

  test('an element that is longer than its parent is malformed, even if the file has the bytes', () => {
    const file = element(Uint8Array.of(0x30, 3, 0x04, 5, 1, 2, 3, 4, 5))

    expect(attempt(() => elementsIn(file.contents))).toEqual({ ok: false, kind: 'malformed' })
  })

  test('24 levels are read, a 25th is malformed', () => {
    const nest = (levels: number) =>
      Array.from({ length: levels }).reduce<Uint8Array>((inner) => ber(0x30, inner), integer(1))

    expect(attempt(() => element(nest(23))).ok).toBe(true)
    expect(attempt(() => element(nest(24)))).toEqual({ ok: false, kind: 'malformed' })
  })

  test('a failure that is not the fault of the file is not hidden', () => {
    const fail = () => {
      throw new RangeError('ours')
    }

    expect(() => attempt(fail)).toThrow(RangeError)
  })
})
