import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { maxPkcs12Bytes } from '@/lib/contract/limits'
import {
  algorithm,
  bag,
  ber,
  berPfx,
  bombMac,
  certificateBag,
  contentInfo,
  encryptedKeyBag,
  encryptedPart,
  integer,
  octets,
  pbkdf2Algorithm,
  pbmac1,
  pfx,
  safeWithBags,
  safeWithKey,
  salt,
  sequence,
  sha1Mac,
} from './fixtures/assemble'
import { openPkcs12 } from './open-pkcs12'

const password = 'Pa$$word'

const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))

const pbes1 = (...iterations: number[]) =>
  algorithm('1.2.840.113549.1.12.1.3', sequence(octets(salt), integer(...iterations)))
const pbes2 = (...iterations: number[]) =>
  algorithm(
    '1.2.840.113549.1.5.13',
    sequence(
      pbkdf2Algorithm(iterations),
      algorithm('2.16.840.1.101.3.4.1.42', octets(new Uint8Array(16))),
    ),
  )

const safe = safeWithBags()
const tenMillion = [0x00, 0x98, 0x96, 0x80]
const sixHundredThousand = [0x09, 0x27, 0xc0]
const twoTo31 = [0x7f, 0xff, 0xff, 0xff]
const twoTo40 = [1, 0, 0, 0, 0, 0]

describe('a file made to keep a computer busy', () => {
  test.each([
    ['2^31 iterations of the MAC', pfx(safe, bombMac(...twoTo31))],
    ['2^40 iterations of the MAC', pfx(safe, bombMac(...twoTo40))],
    ['a count of 1,000 bytes', pfx(safe, bombMac(...new Array<number>(1000).fill(1)))],
    ['ten million iterations of the MAC', pfx(safe, bombMac(...tenMillion))],
    ['ten million iterations of PBMAC1', pfx(safe, pbmac1(safe, '', { iterations: tenMillion }))],
    ['2^31 iterations for its key', pfx(safeWithKey(pbes1(...twoTo31)))],
    ['2^31 iterations of PBKDF2 for its key', pfx(safeWithKey(pbes2(...twoTo31)))],
  ])('is refused at once for %s', async (_title, bytes) => {
    const opened = await openPkcs12(bytes, password)

    expect(opened).toEqual({ ok: false, kind: 'too-many-iterations' })
  })

  test.each([
    ['2^31 iterations', encryptedKeyBag(pbes1(...twoTo31))],
    ['2^31 iterations of PBKDF2', encryptedKeyBag(pbes2(...twoTo31))],
    ['iterations that are each allowed', encryptedKeyBag(pbes1(...sixHundredThousand)), 6],
  ])('is refused when an encrypted part hides %s', async (_title, hidden, count = 1) => {
    const bags = Array.from({ length: count }, () => hidden)
    const hiding = sequence(encryptedPart(password, ...bags))

    const opened = await openPkcs12(pfx(hiding, sha1Mac(hiding, password)), password)

    expect(opened).toEqual({ ok: false, kind: 'too-many-iterations' })
  })

  test('is refused when its parts ask for more together than any file does', async () => {
    const keys = (count: number) =>
      safeWithBags(
        ...Array.from({ length: count }, () => encryptedKeyBag(pbes1(...sixHundredThousand))),
      )

    expect(await openPkcs12(pfx(keys(6)), password)).toEqual({
      ok: false,
      kind: 'too-many-iterations',
    })
  })

  test.each([
    ['65 bags', safeWithBags(...times(65, bag(5, octets(salt))))],
    ['21 certificates', safeWithBags(...times(21, certificateBag(octets(salt))))],
    ['65 parts', sequence(...times(65, contentInfo(octets(sequence()))))],
    ['65 encrypted bags', sequence(encryptedPart(password, ...times(65, bag(5, octets(salt)))))],
  ])('is refused for %s', async (_title, content) => {
    const opened = await openPkcs12(pfx(content, sha1Mac(content, password)), password)

    expect(opened).toEqual({ ok: false, kind: 'too-many-entries' })
  })

  test('opens with 64 bags, among them 20 certificates', async () => {
    const content = safeWithBags(
      ...times(44, bag(4, octets(salt))),
      ...times(20, certificateBag(octets(salt))),
    )

    const opened = await openPkcs12(pfx(content, sha1Mac(content, password)), password)

    expect(opened).toMatchObject({ ok: true, ignored: { crls: 44 } })
  })

  const digestMac = (digest: string, codeBytes: number) =>
    sequence(
      sequence(algorithm(digest), octets(new Uint8Array(codeBytes))),
      octets(salt),
      integer(...sixHundredThousand),
    )

  test.each([
    ['SHA-512', '2.16.840.1.101.3.4.2.3', 64, 'too-many-iterations'],
    ['SHA-256', '2.16.840.1.101.3.4.2.1', 32, 'wrong-password'],
  ])('is judged by what its digest costs: 600,000 of %s', async (...given) => {
    const [, digest, codeBytes, kind] = given
    const opened = await openPkcs12(pfx(safe, digestMac(digest, codeBytes)), password)

    expect(opened).toEqual({ ok: false, kind })
  })

  test('is judged by all forms of the password that have to be tried', async () => {
    const sha224Mac = digestMac('2.16.840.1.101.3.4.2.4', 28)
    const keys = safeWithBags(...times(2, encryptedKeyBag(pbes1(...sixHundredThousand))))
    const bytes = pfx(keys, sha224Mac)

    expect(await openPkcs12(bytes, 'Mötley')).toEqual({ ok: false, kind: 'too-many-iterations' })
    expect(await openPkcs12(bytes, 'Motley')).toEqual({ ok: false, kind: 'wrong-password' })
  })

  const nested = (levels: number, wrap: (inner: Uint8Array) => Uint8Array) =>
    Array.from({ length: levels }).reduce<Uint8Array>(wrap, new Uint8Array())
  const pieces = nested(30_000, (inner) => ber(0x24, inner))
  const safeInPieces = nested(20, (inner) =>
    ber(0x24, inner.length > 0 ? inner : emptyElements(30_000)),
  )
  const nestedBags = nested(40, (inner) => bag(6, sequence(inner)))

  test.each([
    ['30,000 levels', ber(0x30, integer(3), contentInfo(pieces))],
    ['bags in bags in bags', pfx(safeWithBags(nestedBags))],
    ['opening tags only', Uint8Array.of(0x30, 0x80, 2, 1, 3, ...nestingTags(60_000))],
    ['60,000 empty elements', ber(0x30, integer(3), emptyElements(60_000))],
    ['30,000 pieces in 20 levels', sequence(integer(3), contentInfo(safeInPieces))],
  ])('is refused at once for %s', async (_title, bytes) => {
    expect((await openPkcs12(bytes, password)).ok).toBe(false)

    expect(bytes.length).toBeLessThanOrEqual(maxPkcs12Bytes)
  })
})

const times = (count: number, bytes: Uint8Array) => Array.from({ length: count }, () => bytes)

function emptyElements(count: number): Uint8Array {
  return Uint8Array.from({ length: count * 2 }, (_, index) => (index % 2 === 0 ? 0x04 : 0))
}

function nestingTags(levels: number): number[] {
  return Array.from({ length: levels }).flatMap(() => [0x30, 0x80])
}

describe('a file made to pass with any password', () => {
  const [codeless, short] = [0, 4].map((codeBytes) =>
    sequence(sequence(algorithm('1.3.14.3.2.26'), octets(new Uint8Array(codeBytes))), octets(salt)),
  )

  test.each([
    ['a MAC of no bytes', codeless],
    ['a MAC of four bytes', short],
    ['PBMAC1 with a key of 19 bytes', pbmac1(safe, password, { keyBytes: 19 })],
    ['PBMAC1 with a key of 65 bytes', pbmac1(safe, password, { keyBytes: 65 })],
    ['no iteration at all', bombMac(0)],
    ['less than no iteration', bombMac(0xff)],
  ])('is malformed for %s', async (_title, mac = new Uint8Array()) => {
    const opened = await openPkcs12(pfx(safe, mac), password)

    expect(opened).toEqual({ ok: false, kind: 'malformed' })
  })

  test('passes with a PBMAC1 key of 20 bytes, which is enough', async () => {
    const bytes = pfx(safe, pbmac1(safe, password, { keyBytes: 20 }))

    expect(await openPkcs12(bytes, password)).toMatchObject({ ok: true })
  })
})

describe('a damaged file', () => {
  test.each([
    ['of definite length', fixture('triple-des.pfx')],
    ['of indefinite length', berPfx(safe, sha1Mac(safe, password))],
  ])('%s that was cut anywhere is called truncated', async (_title, bytes) => {
    for (let length = 1; length < bytes.length; length += 1) {
      const opened = await openPkcs12(bytes.subarray(0, length), password)

      expect(opened, `after ${length} bytes`).toEqual({ ok: false, kind: 'truncated' })
    }
  })
})
