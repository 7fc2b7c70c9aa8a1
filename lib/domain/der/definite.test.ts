import { describe, expect, test } from 'vitest'
import { ber, der, integer, octets } from '../pkcs12/fixtures/assemble'
import { toDefinite } from './definite'
import { readWhole } from './der'

const definite = (bytes: Uint8Array) => toDefinite(readWhole(bytes))

describe('making DER of BER', () => {
  test('indefinite and overlong lengths become definite and short', () => {
    const overlong = Uint8Array.of(0x02, 0x83, 0, 0, 1, 7)

    expect(definite(ber(0x30, ber(0xa0, overlong), integer(1)))).toEqual(
      der(0x30, der(0xa0, integer(7)), integer(1)),
    )
  })

  test('an OCTET STRING in pieces becomes one', () => {
    const pieces = ber(0x24, octets(Uint8Array.of(1)), ber(0x24, octets(Uint8Array.of(2, 3))))

    expect(definite(pieces)).toEqual(octets(Uint8Array.of(1, 2, 3)))
  })

  test.each([0, 0x7f, 0x80, 0xff, 0x100, 5000])('%i bytes of DER stay as they are', (length) => {
    const bytes = der(0x30, octets(new Uint8Array(length)))

    expect(definite(bytes)).toEqual(bytes)
  })
})
