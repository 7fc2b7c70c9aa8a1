import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import forge from 'node-forge'
import { describe, expect, test } from 'vitest'
import { checkPkcs12 } from './check-pkcs12'
import {
  algorithm,
  berPfx,
  contentInfo,
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

const fixturePassword = 'Pa$$word'

const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const forgeKey = forge.pki.privateKeyFromPem(
  privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
)

/** A file as node-forge writes it. */
function forgePfx(password: string, cipher: '3des' | 'aes256'): Uint8Array {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.setRsaPublicKey(forgeKey.n, forgeKey.e)
  certificate.sign(forgeKey, forge.md.sha256.create())
  const options = { count: 3, algorithm: cipher }
  const file = forge.pkcs12.toPkcs12Asn1(forgeKey, [certificate], password, options)
  return new Uint8Array(Buffer.from(forge.asn1.toDer(file).toHex(), 'hex'))
}

const tripleDes = algorithm('1.2.840.113549.1.12.1.3', sequence(octets(salt), integer(9)))

describe('the password of a certificate file', () => {
  test.each([
    ['ASCII', 'Pa$$word'],
    ['empty', ''],
    ['beyond Latin letters', 'Grüße€ 🔑'],
  ])('is right for files of node-forge if it is %s', async (_title, password) => {
    for (const [cipher, encryption] of [
      ['3des', 'tripleDes'],
      ['aes256', 'aes'],
    ] as const) {
      const bytes = forgePfx(password, cipher)

      const check = await checkPkcs12(bytes, password)

      const expected = { ok: true, isVerified: true, encryption, trailingBytes: 0, upload: bytes }
      expect(check).toEqual(expected)
    }
  })

  test.each([
    ['openssl-3.pfx', fixturePassword, 'aes'],
    ['openssl-legacy.pfx', fixturePassword, 'rc2'],
    ['triple-des.pfx', fixturePassword, 'tripleDes'],
    ['sha224-mac.pfx', fixturePassword, 'aes'],
    ['sha384-mac.pfx', fixturePassword, 'aes'],
    ['sha512-mac.pfx', fixturePassword, 'aes'],
    ['not-encrypted.pfx', fixturePassword, 'none'],
    ['empty-password.pfx', '', 'tripleDes'],
    ['unicode-password.pfx', 'Grüße€ 🔑', 'aes'],
    ['keytool.p12', 'changeit', 'aes'],
  ])('is right for %s and wrong with one letter more', async (name, password, encryption) => {
    const bytes = fixture(name)

    expect(await checkPkcs12(bytes, password)).toMatchObject({ isVerified: true, encryption })
    expect(await checkPkcs12(bytes, `${password}x`)).toEqual({ ok: false, kind: 'wrong-password' })
  })

  test.each(['', ' Pa$$word', 'pa$$word', 'Pa$$word\0', 'Pa$$wor'])(
    'is not nearly right: %j',
    async (password) => {
      const check = await checkPkcs12(fixture('triple-des.pfx'), password)

      expect(check).toEqual({ ok: false, kind: 'wrong-password' })
    },
  )

  test('may be missing altogether, which is not the same as empty', async () => {
    const safe = safeWithKey(tripleDes)

    expect(await checkPkcs12(pfx(safe, sha1Mac(safe, undefined)), '')).toMatchObject({
      isVerified: true,
    })
  })

  test('is checked by PBMAC1 too', async () => {
    const safe = safeWithKey(tripleDes)
    const bytes = pfx(safe, pbmac1(safe, 'Grüße€'))

    expect(await checkPkcs12(bytes, 'Grüße€')).toMatchObject({ isVerified: true })
    expect(await checkPkcs12(bytes, 'Grusse€')).toEqual({ ok: false, kind: 'wrong-password' })
  })

  test('may be empty with PBMAC1', async () => {
    const safe = safeWithKey(tripleDes)

    expect(await checkPkcs12(pfx(safe, pbmac1(safe, '')), '')).toMatchObject({ isVerified: true })
  })

  test('is not known of a file without a MAC', async () => {
    const expected = { ok: true, isVerified: false, encryption: 'aes' }

    expect(await checkPkcs12(fixture('no-mac.pfx'), fixturePassword)).toMatchObject(expected)
    expect(await checkPkcs12(fixture('no-mac.pfx'), 'wrong')).toMatchObject(expected)
  })

  test('does not fit once a byte of the contents was changed', async () => {
    const bytes = fixture('not-encrypted.pfx')
    bytes[400] = (bytes[400] ?? 0) ^ 1

    const check = await checkPkcs12(bytes, fixturePassword)

    expect(check).toEqual({ ok: false, kind: 'wrong-password' })
  })
})

describe('a certificate file', () => {
  test('may come in pieces of indefinite length', async () => {
    const safe = safeWithKey(tripleDes)
    const bytes = berPfx(safe, sha1Mac(safe, 'Pa$$word'))

    const check = await checkPkcs12(bytes, 'Pa$$word')

    expect(check).toMatchObject({ isVerified: true, encryption: 'tripleDes', trailingBytes: 0 })
  })

  test.each([
    ['a line break', [13, 10]],
    ['zeros', [0, 0, 0]],
  ])('is sent on without %s behind it', async (_title, trailing) => {
    const bytes = fixture('triple-des.pfx')

    const check = await checkPkcs12(Uint8Array.of(...bytes, ...trailing), fixturePassword)

    expect(check).toMatchObject({ isVerified: true, trailingBytes: trailing.length, upload: bytes })
  })

  test('is read where it lies in a larger buffer', async () => {
    const bytes = fixture('triple-des.pfx')
    const buffer = Uint8Array.of(1, 2, 3, ...bytes, 4)

    const check = await checkPkcs12(buffer.subarray(3, -1), fixturePassword)

    expect(check).toMatchObject({ isVerified: true, upload: bytes })
  })

  test.each([
    ['a certificate', fixture('certificate.cer'), 'der-certificate'],
    ['nothing', new Uint8Array(), 'empty'],
    ['a MAC with MD5', fixture('md5-mac.pfx'), 'unsupported-algorithm'],
    [
      'a signature in place of a MAC',
      sequence(integer(3), contentInfo(sequence(), '1.2.840.113549.1.7.2')),
      'unsupported-algorithm',
    ],
    ['another version', sequence(integer(2), fixture('triple-des.pfx').subarray(7)), 'malformed'],
    ['no contents', sequence(integer(3), sequence()), 'malformed'],
  ])('with %s is refused', async (_title, bytes, kind) => {
    expect(await checkPkcs12(bytes, fixturePassword)).toEqual({ ok: false, kind })
  })

  test('has its password nowhere in the answer', async () => {
    const check = await checkPkcs12(fixture('triple-des.pfx'), 'hunter2-secret')

    expect(JSON.stringify(check)).not.toContain('hunter2')
  })
})

describe('the encryption of a certificate file', () => {
  const pbes2 = (scheme: string) =>
    algorithm('1.2.840.113549.1.5.13', sequence(pbkdf2Algorithm([9]), algorithm(scheme)))
  const pbes1 = (last: number) =>
    algorithm(`1.2.840.113549.1.12.1.${last}`, sequence(octets(salt), integer(9)))

  test.each([
    ['tripleDes for the form that the service accepts', pbes1(3), 'tripleDes'],
    ['tripleDes with two keys as well', pbes1(4), 'tripleDes'],
    ['rc2 with 128 bits', pbes1(5), 'rc2'],
    ['rc2 with 40 bits', pbes1(6), 'rc2'],
    ['other for RC4', pbes1(1), 'other'],
    ['aes with 128 bits', pbes2('2.16.840.1.101.3.4.1.2'), 'aes'],
    ['aes with 256 bits', pbes2('2.16.840.1.101.3.4.1.42'), 'aes'],
    ['other for TripleDES in the frame of AES', pbes2('1.2.840.113549.3.7'), 'other'],
    ['other for what is not known', algorithm('1.2.3.4'), 'other'],
  ])('is %s', async (_title, encryption, expected) => {
    expect(await checkPkcs12(pfx(safeWithKey(encryption)), '')).toMatchObject({
      encryption: expected,
    })
  })

  test('is aes as soon as one of its parts is', async () => {
    const part = (scheme: Uint8Array) =>
      contentInfo(sequence(integer(0), sequence(sequence(), scheme)), '1.2.840.113549.1.7.6')
    const safe = sequence(part(pbes1(3)), part(pbes2('2.16.840.1.101.3.4.1.2')), part(pbes1(6)))

    expect(await checkPkcs12(pfx(safe), '')).toMatchObject({ encryption: 'aes' })
  })

  test('is none without encrypted parts', async () => {
    expect(await checkPkcs12(pfx(safeWithBags()), '')).toMatchObject({ encryption: 'none' })
  })
})
