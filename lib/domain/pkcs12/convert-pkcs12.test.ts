import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import forge from 'node-forge'
import { describe, expect, test } from 'vitest'
import { convertPkcs12, type Conversion } from './convert-pkcs12'
import { inspectPkcs12 } from './inspect-pkcs12'

const { asn1, pki, pkcs12 } = forge

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))

function pfxOf(conversion: Conversion): Buffer {
  if (!conversion.ok) throw new Error(conversion.kind)
  return Buffer.from(conversion.pfx)
}

function thumbprintOf({ cert, asn1: unread }: forge.pkcs12.Bag): string {
  // forge cannot read every kind of certificate, and then leaves it as it is.
  const der = asn1.toDer(cert ? pki.certificateToAsn1(cert) : unread).getBytes()
  return createHash('sha1').update(der, 'binary').digest('hex').toUpperCase()
}

/** Whatever the length of the key: from Node.js 24 on, OpenSSL by itself asks for more than 1,024 bits. */
const openByOpenSsl = (pfx: Buffer, passphrase: string) =>
  createSecureContext({ pfx, passphrase, ciphers: 'DEFAULT@SECLEVEL=0' })

/** Thumbprints of the certificates and the number of keys, as node-forge reads them. */
function readByForge(file: Buffer, password: string) {
  const opened = pkcs12.pkcs12FromAsn1(asn1.fromDer(file.toString('binary')), true, password)
  const bags = opened.safeContents.flatMap(({ safeBags }) => safeBags)
  const ofType = (name: string) => bags.filter(({ type }) => type === pki.oids[name])
  return {
    thumbprints: ofType('certBag').map(thumbprintOf).toSorted(),
    keys: ofType('pkcs8ShroudedKeyBag').length,
  }
}

describe('a converted file', () => {
  test.each([
    ['rsa-1024.pfx', 'Pa$$word', 'AES-256 (PBKDF2-SHA-256)'],
    ['chain.pfx', 'Pa$$word', 'AES-256 (PBKDF2-SHA-256)'],
    ['gnutls.pfx', 'Pa$$word', 'AES-128 (PBKDF2-SHA-256)'],
  ])(
    '%s opens in node-forge and OpenSSL, with the same certificates',
    async (name, password, was) => {
      const before = await inspectPkcs12(fixture(name), password)
      if (!before.ok) throw new Error(before.kind)
      expect(before.protection.algorithms).toContain(was)

      const file = pfxOf(await convertPkcs12(fixture(name), password))

      expect(readByForge(file, password)).toEqual({
        thumbprints: [before.leaf, ...before.chain].map(({ thumbprint }) => thumbprint).toSorted(),
        keys: 1,
      })
      expect(() => openByOpenSsl(file, password)).not.toThrow()
      expect(await inspectPkcs12(file, password)).toMatchObject({
        leaf: before.leaf,
        key: before.key,
        isSelfSigned: before.isSelfSigned,
        protection: { encryption: 'tripleDes', mac: 'SHA-1' },
      })
    },
  )

  test.each([
    ['unicode-password.pfx', 'Grüße€ 🔑'],
    ['empty-password-aes.pfx', ''],
    ['empty-password-rc2.pfx', ''],
    ['rc2-40.pfx', 'Pa$$word'],
    ['not-encrypted.pfx', 'Pa$$word'],
    ['pbes2-triple-des.pfx', 'Pa$$word'],
  ])('%s keeps its password', async (name, password) => {
    const file = pfxOf(await convertPkcs12(fixture(name), password))

    expect(() => openByOpenSsl(file, password)).not.toThrow()
    expect(await inspectPkcs12(file, password)).toMatchObject({
      ok: true,
      protection: { algorithms: ['TripleDES-SHA1'] },
    })
    expect(await inspectPkcs12(file, `${password}x`)).toEqual({ ok: false, kind: 'wrong-password' })
  })

  test('of a file with several keys holds the one that was chosen', async () => {
    const several = await inspectPkcs12(fixture('keytool-several.p12'), 'changeit')
    if (several.ok || several.kind !== 'multiple-keys') throw new Error('not several keys')
    const [, second] = several.candidates
    if (!second) throw new Error('only one key')

    const { thumbprint } = second
    const file = pfxOf(
      await convertPkcs12(fixture('keytool-several.p12'), 'changeit', { thumbprint }),
    )

    expect(await inspectPkcs12(file, 'changeit')).toMatchObject({ leaf: { thumbprint }, chain: [] })
  })
})

test.each([
  ['rsa.pfx', 'wrong', 'wrong-password'],
  ['keytool-several.p12', 'changeit', 'multiple-keys'],
  ['certificate-only.pfx', 'Pa$$word', 'no-private-key'],
  ['cut.pfx', 'Pa$$word', 'truncated'],
])('%s with the password “%s” is not converted: %s', async (name, password, kind) => {
  expect(await convertPkcs12(fixture(name), password)).toEqual({ ok: false, kind })
})
