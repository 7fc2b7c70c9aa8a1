import { pbkdf2Sync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readAlgorithm, readWhole } from '../der/der'
import { MalformedInput } from '../der/malformed-input'
import { algorithm, integer, octets, salt, sequence } from './fixtures/assemble'
import { derivePbkdf2Key, readPbkdf2 } from './pbkdf2'

const parametersOf = (...rest: Uint8Array[]) =>
  readPbkdf2(
    readAlgorithm(
      readWhole(algorithm('1.2.840.113549.1.5.12', sequence(octets(salt), integer(0x10), ...rest))),
    ),
  )

const password = Buffer.from('Pa$$word')

describe('the key that a file asks for', () => {
  test.each([
    ['1.2.840.113549.2.7', 'sha1'],
    ['1.2.840.113549.2.8', 'sha224'],
    ['1.2.840.113549.2.9', 'sha256'],
    ['1.2.840.113549.2.10', 'sha384'],
    ['1.2.840.113549.2.11', 'sha512'],
  ])('with the HMAC %s is that of %s', async (identifier, digest) => {
    const read = parametersOf(algorithm(identifier))

    expect(read).toMatchObject({ iterations: 16, keyBytes: undefined })
    for (const keyBytes of [1, 24, 32, 64]) {
      const hash = read?.hash
      if (!hash) throw new Error('It is not known')
      const key = await derivePbkdf2Key(password, { hash, salt, iterations: 16, keyBytes })
      expect(Buffer.from(key)).toEqual(pbkdf2Sync(password, salt, 16, keyBytes, digest))
    }
  })

  test('with no HMAC named is that of SHA-1', () => {
    expect(parametersOf()?.hash?.name).toBe('SHA-1')
  })

  test('with an HMAC that nobody knows is none', () => {
    expect(parametersOf(algorithm('1.2.3'))?.hash).toBeUndefined()
  })

  test('without a password is that of a password of nothing', async () => {
    const hash = parametersOf()?.hash
    if (!hash) throw new Error('It is not known')

    const key = await derivePbkdf2Key(new Uint8Array(), {
      hash,
      salt,
      iterations: 16,
      keyBytes: 32,
    })

    expect(Buffer.from(key)).toEqual(pbkdf2Sync('', salt, 16, 32, 'sha1'))
  })

  test('has the length that the file names, of at most 64 bytes', () => {
    expect(parametersOf(integer(64))).toMatchObject({ keyBytes: 64 })
    expect(() => parametersOf(integer(65))).toThrow(MalformedInput)
  })
})

test('another derivation is none of these', () => {
  expect(readPbkdf2(readAlgorithm(readWhole(algorithm('1.3.6.1.4.1.11591.4.11'))))).toBeUndefined()
})
