import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Pkcs12Certificate, Pkcs12Contents, Pkcs12Key } from './contents'
import { selectIdentity } from './identity'
import { openPkcs12 } from './open-pkcs12'

async function contentsOf(name: string, password = 'Pa$$word'): Promise<Pkcs12Contents> {
  const bytes = Uint8Array.from(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))
  const opened = await openPkcs12(bytes, password)
  if (!opened.ok) throw new Error(opened.kind)
  return opened.contents
}

const thumbprint = ({ der }: Pkcs12Certificate) =>
  createHash('sha1').update(der).digest('hex').toUpperCase()

const one = await contentsOf('triple-des.pfx')
const other = await contentsOf('rsa.pfx')
const several = await contentsOf('keytool-several.p12', 'changeit')
const renewed = await contentsOf('two-certificates.pfx')
const withoutIds = <Entry extends Pkcs12Key | Pkcs12Certificate>(entries: readonly Entry[]) =>
  entries.map((entry) => ({ ...entry, localKeyId: null }))

const [oneCertificate] = one.certificates
const [otherCertificate] = other.certificates
if (!oneCertificate || !otherCertificate) throw new Error('The fixtures hold no certificates.')

const leafOf = (contents: Pkcs12Contents, wanted?: string) => {
  const selection = selectIdentity(contents, wanted)
  return selection.ok ? thumbprint(selection.identity.leaf.entry) : selection.kind
}

describe('which key and certificate of a file are meant', () => {
  test('the certificate is found among others by its public key, whatever the order', () => {
    for (const certificates of [
      [oneCertificate, otherCertificate],
      [otherCertificate, oneCertificate],
    ]) {
      expect(leafOf({ keys: one.keys, certificates })).toBe(thumbprint(oneCertificate))
    }
  })

  test.each([
    ['no key', { keys: [], certificates: one.certificates }, 'no-private-key'],
    ['nothing', { keys: [], certificates: [] }, 'no-private-key'],
    ['no certificate', { keys: one.keys, certificates: [] }, 'no-certificate'],
    [
      'the certificate of another key',
      { keys: one.keys, certificates: other.certificates },
      'key-certificate-mismatch',
    ],
    [
      'two keys and the certificate of a third',
      { keys: [...one.keys, ...one.keys], certificates: other.certificates },
      'key-certificate-mismatch',
    ],
    [
      'two keys and one certificate',
      { keys: [...one.keys, ...other.keys], certificates: one.certificates },
      'multiple-keys',
    ],
    [
      'one key twice',
      { keys: [...one.keys, ...one.keys], certificates: one.certificates },
      'multiple-keys',
    ],
    [
      'a certificate that is none',
      { keys: one.keys, certificates: [{ ...oneCertificate, der: Uint8Array.of(0x30, 0) }] },
      'malformed',
    ],
    [
      'a key that is none',
      {
        keys: one.keys.map((key) => ({ ...key, privateKeyInfo: Uint8Array.of(0x30, 0) })),
        certificates: one.certificates,
      },
      'malformed',
    ],
  ])('a file with %s is refused', (_title, contents: Pkcs12Contents, kind) => {
    expect(leafOf(contents)).toBe(kind)
  })

  test('an identifier that ties them does not make a pair of what is none', () => {
    const localKeyId = Uint8Array.of(1)
    const keys = one.keys.map((key) => ({ ...key, localKeyId }))
    const certificates = other.certificates.map((entry) => ({ ...entry, localKeyId }))

    expect(leafOf({ keys, certificates })).toBe('key-certificate-mismatch')
  })

  test('of several keys the thumbprint chooses one', () => {
    const contents = {
      keys: [...one.keys, ...other.keys],
      certificates: [oneCertificate, otherCertificate],
    }
    const selection = selectIdentity(contents)

    expect(selection).toMatchObject({ ok: false, kind: 'multiple-keys' })
    expect(
      selection.ok || selection.kind !== 'multiple-keys'
        ? []
        : selection.candidates.map(({ certificate }) => certificate.facts.thumbprint),
    ).toEqual([thumbprint(oneCertificate), thumbprint(otherCertificate)])
    for (const certificate of [oneCertificate, otherCertificate]) {
      expect(leafOf(contents, thumbprint(certificate))).toBe(thumbprint(certificate))
    }
    expect(leafOf(contents, 'none of them')).toBe('multiple-keys')
  })

  test('of two certificates for one key the one that the file ties to it is meant', () => {
    const tied = renewed.certificates.find(({ localKeyId }) => localKeyId !== null)

    expect(leafOf(renewed)).toBe(tied && thumbprint(tied))
  })

  test('of two certificates for one key the other can be chosen', () => {
    const untied = renewed.certificates.find(({ localKeyId }) => localKeyId === null)

    expect(untied && leafOf(renewed, thumbprint(untied))).toBe(untied && thumbprint(untied))
    expect(leafOf(renewed, 'neither')).toBe('key-certificate-mismatch')
  })

  test('the other certificates are left, each once', () => {
    const contents = {
      keys: one.keys,
      certificates: [oneCertificate, otherCertificate, otherCertificate, oneCertificate],
    }
    const selection = selectIdentity(contents)

    expect(selection.ok && selection.identity.rest.map(({ entry }) => entry.der)).toEqual([
      otherCertificate.der,
    ])
  })

  test('a certificate of somebody else that cannot be read is left aside', () => {
    const damaged = { ...otherCertificate, der: otherCertificate.der.slice(0, -1) }
    const selection = selectIdentity({ keys: one.keys, certificates: [damaged, oneCertificate] })

    expect(selection.ok && thumbprint(selection.identity.leaf.entry)).toBe(
      thumbprint(oneCertificate),
    )
    expect(selection).toMatchObject({
      identity: { rest: [], unreadable: [{ entry: damaged, subject: null }] },
    })
  })

  test('Java’s keys do not say their public half, so only the identifiers tie them', () => {
    const [first] = several.keys
    const selection = selectIdentity({
      keys: first ? [first] : [],
      certificates: several.certificates,
    })

    expect(selection).toMatchObject({ ok: true, identity: { isMatchVerified: false } })
    expect(selection.ok && selection.identity.leaf.entry.localKeyId).toEqual(first?.localKeyId)
  })

  test('without identifiers such a key may go with any certificate of its kind, but of no other', () => {
    const keys = withoutIds(several.keys.slice(0, 1))

    const alike = selectIdentity({ keys, certificates: withoutIds(several.certificates) })

    expect(alike).toMatchObject({ ok: true, identity: { isMatchVerified: false } })
    expect(leafOf({ keys, certificates: [otherCertificate] })).toBe('key-certificate-mismatch')
  })
})
