import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import forge from 'node-forge'
import { describe, expect, test } from 'vitest'
import { fileEncryption } from './testing/file-encryption'
import {
  algorithm,
  berPfx,
  contentInfo,
  der,
  encryptedPart,
  integer,
  keyBag,
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

const fixturePassword = 'Pa$$word'

const fixture = (name: string): Uint8Array =>
  Uint8Array.from(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))

async function contentsOf(name: string) {
  const opened = await openPkcs12(fixture(name), fixturePassword)
  if (!opened.ok) throw new Error(opened.kind)
  return opened.contents
}

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

const emptySafe = safeWithBags()

describe('the password of a certificate file', () => {
  // node-forge's AES takes a password beyond Latin letters in a form of its own.
  test.each([
    ['3des', 'Pa$$word', 'tripleDes'],
    ['aes256', 'Pa$$word', 'aes'],
    ['3des', '', 'tripleDes'],
    ['aes256', '', 'aes'],
    ['3des', 'Grüße€ 🔑', 'tripleDes'],
  ] as const)(
    'is right for %s of node-forge if it is “%s”',
    async (cipher, password, encryption) => {
      const bytes = forgePfx(password, cipher)

      const opened = await openPkcs12(bytes, password)

      const protection = { encryption, mac: 'SHA-1', maxIterations: 3 }
      expect(opened).toMatchObject({ ok: true, protection, trailingBytes: 0, upload: bytes })
    },
  )

  test.each([
    ['openssl-3.pfx', fixturePassword, 'aes'],
    ['openssl-legacy.pfx', fixturePassword, 'rc2'],
    ['triple-des.pfx', fixturePassword, 'tripleDes'],
    ['md5-mac.pfx', fixturePassword, 'aes'],
    ['sha224-mac.pfx', fixturePassword, 'aes'],
    ['sha384-mac.pfx', fixturePassword, 'aes'],
    ['sha512-mac.pfx', fixturePassword, 'aes'],
    ['not-encrypted.pfx', fixturePassword, 'none'],
    ['empty-password.pfx', '', 'tripleDes'],
    ['unicode-password.pfx', 'Grüße€ 🔑', 'aes'],
    ['keytool.p12', 'changeit', 'aes'],
  ])('is right for %s and wrong with one letter more', async (name, password, encryption) => {
    const bytes = fixture(name)

    expect(await openPkcs12(bytes, password)).toMatchObject({
      ok: true,
      protection: { encryption },
    })
    expect(await openPkcs12(bytes, `${password}x`)).toEqual({ ok: false, kind: 'wrong-password' })
  })

  test.each(['', ' Pa$$word', 'pa$$word', 'Pa$$word\0', 'Pa$$wor'])(
    'is not nearly right: %j',
    async (password) => {
      const opened = await openPkcs12(fixture('triple-des.pfx'), password)

      expect(opened).toEqual({ ok: false, kind: 'wrong-password' })
    },
  )

  test('may be missing altogether, which is not the same as empty', async () => {
    expect(await openPkcs12(pfx(emptySafe, sha1Mac(emptySafe, undefined)), '')).toMatchObject({
      ok: true,
    })
  })

  test('is checked by PBMAC1 too', async () => {
    const bytes = pfx(emptySafe, pbmac1(emptySafe, 'Grüße€'))

    expect(await openPkcs12(bytes, 'Grüße€')).toMatchObject({ ok: true })
    expect(await openPkcs12(bytes, 'Grusse€')).toEqual({ ok: false, kind: 'wrong-password' })
  })

  test('may be empty with PBMAC1', async () => {
    expect(await openPkcs12(pfx(emptySafe, pbmac1(emptySafe, '')), '')).toMatchObject({ ok: true })
  })

  test('is known without a MAC by what it decrypts', async () => {
    const bytes = fixture('no-mac.pfx')

    expect(await openPkcs12(bytes, fixturePassword)).toMatchObject({ protection: { mac: null } })
    expect(await openPkcs12(bytes, 'wrong')).toEqual({ ok: false, kind: 'wrong-password' })
  })

  test('does not fit once a byte of the contents was changed', async () => {
    const bytes = fixture('not-encrypted.pfx')
    bytes[400] = (bytes[400] ?? 0) ^ 1

    const opened = await openPkcs12(bytes, fixturePassword)

    expect(opened).toEqual({ ok: false, kind: 'wrong-password' })
  })
})

describe('a password beyond ASCII', () => {
  const asOpenssl10 = Buffer.from('Mötley', 'utf8').toString('latin1')

  // node-forge gives PBKDF2 the units of a text as bytes, which for these letters is Latin-1.
  test('opens a file whose writer gave it to PBKDF2 as Latin-1', async () => {
    const bytes = forgePfx('Mötley', 'aes256')

    expect(await openPkcs12(bytes, 'Mötley')).toMatchObject({ ok: true })
    expect(await openPkcs12(bytes, 'Motley')).toEqual({ ok: false, kind: 'wrong-password' })
  })

  test('opens a file for which OpenSSL 1.0 took its bytes for letters', async () => {
    const bytes = forgePfx(asOpenssl10, '3des')

    expect(await openPkcs12(bytes, 'Mötley')).toMatchObject({ ok: true })
  })
})

describe('a part with another password', () => {
  const other = encryptedPart('other', keyBag(der(0x30)))
  const safe = sequence(other)

  test('is not called a wrong password where the MAC has proved the one for the file', async () => {
    const bytes = pfx(safe, sha1Mac(safe, 'Pa$$word'))

    expect(await openPkcs12(bytes, 'Pa$$word')).toEqual({ ok: false, kind: 'other-password' })
    expect(await openPkcs12(bytes, 'other')).toEqual({ ok: false, kind: 'wrong-password' })
  })

  test('is a wrong password where nothing proves another', async () => {
    expect(await openPkcs12(pfx(safe), 'Pa$$word')).toEqual({ ok: false, kind: 'wrong-password' })
  })
})

describe('a certificate file', () => {
  test('may come in pieces of indefinite length', async () => {
    const bytes = berPfx(emptySafe, sha1Mac(emptySafe, 'Pa$$word'))

    const opened = await openPkcs12(bytes, 'Pa$$word')

    expect(opened).toMatchObject({ ok: true, trailingBytes: 0 })
  })

  test.each([
    ['a line break', [13, 10]],
    ['zeros', [0, 0, 0]],
  ])('is sent on without %s behind it', async (_title, trailing) => {
    const bytes = fixture('triple-des.pfx')

    const opened = await openPkcs12(Uint8Array.of(...bytes, ...trailing), fixturePassword)

    expect(opened).toMatchObject({ ok: true, trailingBytes: trailing.length, upload: bytes })
  })

  test('is read where it lies in a larger buffer', async () => {
    const bytes = fixture('triple-des.pfx')
    const buffer = Uint8Array.of(1, 2, 3, ...bytes, 4)

    const opened = await openPkcs12(buffer.subarray(3, -1), fixturePassword)

    expect(opened).toMatchObject({ ok: true, upload: bytes })
  })

  test.each([
    ['a certificate', fixture('certificate.cer'), 'der-certificate'],
    ['nothing', new Uint8Array(), 'empty'],
    ['a MAC with SHA-3', fixture('sha3-mac.pfx'), 'unsupported-algorithm'],
    [
      'a signature in place of a MAC',
      sequence(integer(3), contentInfo(sequence(), '1.2.840.113549.1.7.2')),
      'unsupported-algorithm',
    ],
    ['another version', sequence(integer(2), fixture('triple-des.pfx').subarray(7)), 'malformed'],
    ['no contents', sequence(integer(3), sequence()), 'malformed'],
  ])('with %s is refused', async (_title, bytes, kind) => {
    expect(await openPkcs12(bytes, fixturePassword)).toEqual({ ok: false, kind })
  })

  test('gives its private key as DER, and what ties it to its certificate', async () => {
    const { keys, certificates } = await contentsOf('triple-des.pfx')

    const key = createPrivateKey({
      key: Buffer.from(keys[0]?.privateKeyInfo ?? []),
      format: 'der',
      type: 'pkcs8',
    })
    expect(certificates.map(({ der }) => der)).toEqual([fixture('certificate.cer')])
    expect(new X509Certificate(fixture('certificate.cer')).checkPrivateKey(key)).toBe(true)
    expect(keys[0]?.localKeyId).toHaveLength(20)
    expect(certificates[0]?.localKeyId).toEqual(keys[0]?.localKeyId)
  })

  test('gives its private key as DER even if the file has it as BER', async () => {
    const plain = privateKey.export({ type: 'pkcs8', format: 'der' })
    const [head, ...rest] = [plain.subarray(0, 4), plain.subarray(4)]
    expect(head).toEqual(Buffer.of(0x30, 0x82, ...head.subarray(2)))
    const indefinite = Buffer.concat([Buffer.of(0x30, 0x80), ...rest, Buffer.of(0, 0)])
    const safe = safeWithBags(keyBag(indefinite))

    const opened = await openPkcs12(pfx(safe, sha1Mac(safe, 'x')), 'x')

    expect(opened).toMatchObject({ ok: true })
    expect(opened.ok && opened.contents.keys[0]?.privateKeyInfo).toEqual(new Uint8Array(plain))
  })

  test('gives the friendly name as it was given', async () => {
    const opened = await openPkcs12(fixture('keytool.p12'), 'changeit')

    expect(opened.ok && opened.contents.keys[0]?.friendlyName).toBe('fixture')
  })

  test('has bags of other kinds counted', async () => {
    const opened = await openPkcs12(fixture('keytool-secret.p12'), 'changeit')

    expect(opened).toMatchObject({ ok: true, ignored: { secrets: 1, crls: 0, others: 0 } })
  })
})

describe('the encryption of a certificate file', () => {
  const pbes2 = (scheme: string, vectorBytes = 16) =>
    algorithm(
      '1.2.840.113549.1.5.13',
      sequence(pbkdf2Algorithm([9]), algorithm(scheme, octets(new Uint8Array(vectorBytes)))),
    )
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
    ['other for TripleDES in the frame of AES', pbes2('1.2.840.113549.3.7', 8), 'other'],
    ['other for what is not known', algorithm('1.2.3.4'), 'other'],
  ])('is %s', (_title, encryption, expected) => {
    expect(fileEncryption(pfx(safeWithKey(encryption)))).toBe(expected)
  })

  test('is aes as soon as one of its parts is', () => {
    const ciphertext = der(0x80, new Uint8Array(16))
    const part = (scheme: Uint8Array) =>
      contentInfo(
        sequence(integer(0), sequence(sequence(), scheme, ciphertext)),
        '1.2.840.113549.1.7.6',
      )
    const safe = sequence(part(pbes1(3)), part(pbes2('2.16.840.1.101.3.4.1.2')), part(pbes1(6)))

    expect(fileEncryption(pfx(safe))).toBe('aes')
  })

  test('is none without encrypted parts', () => {
    expect(fileEncryption(pfx(emptySafe))).toBe('none')
  })
})
