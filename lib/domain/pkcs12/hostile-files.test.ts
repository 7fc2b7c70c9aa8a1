import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { maxPkcs12Bytes } from '@/lib/contract/limits'
import { checkPkcs12 } from './check-pkcs12'
import {
  algorithm,
  ber,
  berPfx,
  bombMac,
  contentInfo,
  der,
  identifier,
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

const password = 'Pa$$word'

const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))

const pbes1 = (...iterations: number[]) =>
  algorithm('1.2.840.113549.1.12.1.3', sequence(octets(salt), integer(...iterations)))
const pbes2 = (...iterations: number[]) =>
  algorithm(
    '1.2.840.113549.1.5.13',
    sequence(pbkdf2Algorithm(iterations), algorithm('2.16.840.1.101.3.4.1.42')),
  )

const safe = safeWithKey(pbes1(9))
const million = [0x0f, 0x42, 0x40]
const threeMillion = [0x2d, 0xc6, 0xc0]
const twoTo31 = [0x7f, 0xff, 0xff, 0xff]
const twoTo40 = [1, 0, 0, 0, 0, 0]

describe('a file made to keep a computer busy', () => {
  test.each([
    ['2^31 iterations of the MAC', pfx(safe, bombMac(...twoTo31))],
    ['2^40 iterations of the MAC', pfx(safe, bombMac(...twoTo40))],
    ['a count of 1,000 bytes', pfx(safe, bombMac(...new Array<number>(1000).fill(1)))],
    ['a million iterations of the MAC', pfx(safe, bombMac(...million))],
    [
      'three million iterations of PBMAC1',
      pfx(safe, pbmac1(safe, '', { iterations: threeMillion })),
    ],
    ['2^31 iterations for its key', pfx(safeWithKey(pbes1(...twoTo31)))],
    ['2^31 iterations of PBKDF2 for its key', pfx(safeWithKey(pbes2(...twoTo31)))],
  ])('is refused at once for %s', async (_title, bytes) => {
    const check = await checkPkcs12(bytes, password)

    expect(check).toEqual({ ok: false, kind: 'too-many-iterations' })
  })

  test('is refused for iterations that are honest with SHA-256 but slow with SHA-512', async () => {
    const mac = (digest: string, codeBytes: number) =>
      sequence(
        sequence(algorithm(digest), octets(new Uint8Array(codeBytes))),
        octets(salt),
        integer(0x01, 0x86, 0xa1),
      )

    const sha512 = await checkPkcs12(pfx(safe, mac('2.16.840.1.101.3.4.2.3', 64)), password)
    const sha256 = await checkPkcs12(pfx(safe, mac('2.16.840.1.101.3.4.2.1', 32)), password)

    expect(sha512).toEqual({ ok: false, kind: 'too-many-iterations' })
    expect(sha256).toEqual({ ok: false, kind: 'wrong-password' })
  })

  const nested = (levels: number, wrap: (inner: Uint8Array) => Uint8Array) =>
    Array.from({ length: levels }).reduce<Uint8Array>(wrap, new Uint8Array())
  const pieces = nested(30_000, (inner) => ber(0x24, inner))
  const safeInPieces = nested(20, (inner) =>
    ber(0x24, inner.length > 0 ? inner : emptyElements(30_000)),
  )
  const bag = nested(40, (inner) =>
    sequence(der(0x06, identifier('1.2.840.113549.1.12.10.1.6')), der(0xa0, sequence(inner))),
  )

  test.each([
    ['30,000 levels', ber(0x30, integer(3), contentInfo(pieces))],
    ['bags in bags in bags', pfx(safeWithBags(bag))],
    ['opening tags only', Uint8Array.of(0x30, 0x80, 2, 1, 3, ...nestingTags(60_000))],
    ['60,000 empty elements', ber(0x30, integer(3), emptyElements(60_000))],
    ['30,000 pieces in 20 levels', sequence(integer(3), contentInfo(safeInPieces))],
  ])('is refused at once for %s', async (_title, bytes) => {
    expect((await checkPkcs12(bytes, password)).ok).toBe(false)

    expect(bytes.length).toBeLessThanOrEqual(maxPkcs12Bytes)
  })
})

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
    const check = await checkPkcs12(pfx(safe, mac), password)

    expect(check).toEqual({ ok: false, kind: 'malformed' })
  })

  test('passes with a PBMAC1 key of 20 bytes, which is enough', async () => {
    const bytes = pfx(safe, pbmac1(safe, password, { keyBytes: 20 }))

    expect(await checkPkcs12(bytes, password)).toMatchObject({ isVerified: true })
  })
})

describe('a damaged file', () => {
  test.each([
    ['of definite length', fixture('triple-des.pfx')],
    ['of indefinite length', berPfx(safe, sha1Mac(safe, password))],
  ])('%s that was cut anywhere is called truncated', async (_title, bytes) => {
    for (let length = 1; length < bytes.length; length += 1) {
      const check = await checkPkcs12(bytes.subarray(0, length), password)

      expect(check, `after ${length} bytes`).toEqual({ ok: false, kind: 'truncated' })
    }
  })

  test('never passes with changed contents, throws or hangs in 20,000 mutations', async () => {
    const random = seededRandom(20_261_121)
    for (const { bytes, contents } of originals) {
      expect(await checkPkcs12(bytes, password)).toMatchObject({ isVerified: true })
      for (let round = 0; round < 5000; round += 1) {
        const mutant = mutate(bytes, random)
        const check = await checkPkcs12(mutant, password)
        const isForged =
          check.ok && check.isVerified && !Buffer.from(mutant).includes(Buffer.from(contents))
        expect(isForged, Buffer.from(mutant).toString('hex')).toBe(false)
      }
    }
  })
})

/** The contents of a real file: behind the 30 bytes of five headers, of which the last has the length. */
const realFile = Buffer.from(fixture('not-encrypted.pfx'))
const realSafe = realFile.subarray(30, 30 + realFile.readUInt16BE(28))

const originals: { bytes: Uint8Array; contents: Uint8Array }[] = [
  { bytes: pfx(safe, sha1Mac(safe, password)), contents: safe },
  { bytes: berPfx(safe, sha1Mac(safe, password)), contents: safe.subarray(0, safe.length / 2) },
  { bytes: pfx(safe, pbmac1(safe, password)), contents: safe },
  { bytes: pfx(realSafe, sha1Mac(realSafe, password)), contents: realSafe },
]

/** Mulberry32: the same numbers from 0 to 1 in each run. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), state | 1)
    const again = mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61))
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32
  }
}

/** One to three changes: a bit flipped, a byte with a meaning put in, or bytes left out or repeated. */
function mutate(original: Uint8Array, random: () => number): Uint8Array {
  const bytes = [...original]
  const telling = [0x00, 0x01, 0x02, 0x04, 0x06, 0x24, 0x30, 0x7f, 0x80, 0x82, 0x84, 0xa0, 0xff]
  const below = (limit: number) => Math.floor(random() * limit)
  for (let changes = 1 + below(3); changes > 0; changes -= 1) {
    const position = below(bytes.length)
    const actions = [
      () => bytes.splice(position, 1, (bytes[position] ?? 0) ^ (1 << below(8))),
      () => bytes.splice(position, 1, telling[below(telling.length)] ?? 0),
      () => bytes.splice(position, 1 + below(4)),
      () => bytes.splice(position, 0, ...bytes.slice(position, position + below(9))),
    ]
    actions[below(actions.length)]?.()
  }
  return Uint8Array.from(bytes)
}
