import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import forge from 'node-forge'
import { describe, expect, test } from 'vitest'
import { openPkcs12 } from './open-pkcs12'
import type { Pkcs12Contents } from './contents'
import { keyWithChain } from './key-with-chain'
import { writePkcs12 } from './write-pkcs12'

const { asn1, pki } = forge

const fromForge = (value: forge.asn1.Asn1): Uint8Array =>
  Uint8Array.from(Buffer.from(asn1.toDer(value).getBytes(), 'binary'))

function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const forgeKey = pki.privateKeyFromPem(
    privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
  )
  return {
    forgeKey,
    privateKeyInfo: Uint8Array.from(privateKey.export({ type: 'pkcs8', format: 'der' })),
  }
}

const keys = { issuer: newKey(), leaf: newKey() }

/** A certificate by the issuer's key, made by node-forge. */
function certificateOf(owner: keyof typeof keys): Uint8Array {
  const certificate = pki.createCertificate()
  const { n, e } = keys[owner].forgeKey
  certificate.publicKey = pki.setRsaPublicKey(n, e)
  certificate.serialNumber = '0100'
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000)
  certificate.setSubject([{ name: 'commonName', value: owner }])
  certificate.setIssuer([{ name: 'commonName', value: 'issuer' }])
  certificate.setExtensions([{ name: 'basicConstraints', cA: owner === 'issuer', critical: true }])
  certificate.sign(keys.issuer.forgeKey, forge.md.sha256.create())
  return fromForge(pki.certificateToAsn1(certificate))
}

const [issuer, leaf] = [certificateOf('issuer'), certificateOf('leaf')]
const { privateKeyInfo } = keys.leaf

const contents = keyWithChain({
  privateKeyInfo,
  certificate: leaf,
  chain: [issuer],
  friendlyName: 'Prüfung € 🔑',
})

type Bag = { readonly name: string | null; readonly id: string | null; readonly value: string }

const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('hex')

/** What node-forge finds in a file; throws if it cannot open it. */
function readByForge(file: Uint8Array, password: string): { keys: Bag[]; certificates: Bag[] } {
  const outer = asn1.fromDer(Buffer.from(file).toString('binary'))
  const bags = forge.pkcs12
    .pkcs12FromAsn1(outer, true, password)
    .safeContents.flatMap((safe) => [...safe.safeBags])
  const attributesOf = ({ attributes }: forge.pkcs12.Bag) => {
    const { friendlyName, localKeyId } = attributes as Record<string, string[] | undefined>
    const id = localKeyId?.[0]
    return { name: friendlyName?.[0] ?? null, id: id ? hex(Buffer.from(id, 'binary')) : null }
  }
  const valueOf = (value: forge.asn1.Asn1) => Buffer.from(fromForge(value)).toString('hex')
  return {
    keys: bags.flatMap((bag) =>
      bag.key
        ? {
            ...attributesOf(bag),
            value: valueOf(pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(bag.key))),
          }
        : [],
    ),
    certificates: bags.flatMap((bag) =>
      bag.cert ? { ...attributesOf(bag), value: valueOf(pki.certificateToAsn1(bag.cert)) } : [],
    ),
  }
}

const expectedOf = ({ keys, certificates }: Pkcs12Contents) => ({
  keys: keys.map(({ friendlyName, localKeyId, privateKeyInfo }) => ({
    name: friendlyName,
    id: hex(localKeyId),
    value: hex(privateKeyInfo),
  })),
  certificates: certificates.map(({ friendlyName, localKeyId, der }) => ({
    name: friendlyName,
    id: hex(localKeyId),
    value: hex(der),
  })),
})

describe('a written certificate file', () => {
  test.each([
    ['empty', ''],
    ['ASCII', 'Pa$$word'],
    ['longer than a block', 'x'.repeat(70)],
    ['beyond Latin letters', 'Grüße€ 🔑'],
  ])('is opened by node-forge and OpenSSL if its password is %s', async (_title, password) => {
    const file = await writePkcs12(contents, password)

    expect(readByForge(file, password)).toEqual(expectedOf(contents))
    expect(() =>
      createSecureContext({ pfx: Buffer.from(file), passphrase: password }),
    ).not.toThrow()
    expect(() => readByForge(file, `${password}x`)).toThrow(/password/)
    expect(() =>
      createSecureContext({ pfx: Buffer.from(file), passphrase: `${password}x` }),
    ).toThrow('mac verify failure')
  })

  test('is in the form that the service accepts', async () => {
    const file = await writePkcs12(contents, 'Pa$$word')

    expect(await openPkcs12(file, 'Pa$$word')).toMatchObject({
      ok: true,
      protection: {
        encryption: 'tripleDes',
        algorithms: ['TripleDES-SHA1'],
        mac: 'SHA-1',
        maxIterations: 2000,
      },
      trailingBytes: 0,
    })
    const encryption = Buffer.from('060a2a864886f70d010c0103300e0408', 'hex')
    const iterations = Buffer.from('020207d0', 'hex')
    expect(Buffer.from(file).toString('hex').split(encryption.toString('hex'))).toHaveLength(3)
    expect(Buffer.from(file).toString('hex').split(iterations.toString('hex'))).toHaveLength(4)
  })

  test('has the certificate of the key first, and the others in their order', async () => {
    const other = { der: issuer, friendlyName: 'root', localKeyId: Uint8Array.of(9) }
    const [own] = contents.certificates
    const [, issuerOnly] = contents.certificates
    const given = { keys: contents.keys, certificates: [other, issuerOnly, own] }
    const certificates = given.certificates.filter((certificate) => certificate !== undefined)

    const file = await writePkcs12({ keys: given.keys, certificates }, 'p')

    const names = readByForge(file, 'p').certificates.map(({ name }) => name)
    expect(names).toEqual(['Prüfung € 🔑', 'root', null])
  })

  test('keeps several keys, and what has neither name nor id', async () => {
    const bare = { friendlyName: null, localKeyId: null }
    const given = {
      keys: [keys.issuer, keys.leaf].map((key) => ({
        privateKeyInfo: key.privateKeyInfo,
        ...bare,
      })),
      certificates: [issuer, leaf].map((der) => ({ der, ...bare })),
    }

    expect(readByForge(await writePkcs12(given, 'p'), 'p')).toEqual(expectedOf(given))
  })

  test('differs each time, so that equal passwords do not show', async () => {
    const [one, other] = await Promise.all([writePkcs12(contents, 'p'), writePkcs12(contents, 'p')])

    expect(one).toHaveLength(other.length)
    expect(one).not.toEqual(other)
  })
})

test('a key is tied to its own certificate by an id, its issuers are not', () => {
  const [key] = contents.keys
  const [own, above] = contents.certificates

  expect(
    new X509Certificate(own?.der ?? '').checkPrivateKey(
      createPrivateKey({ key: Buffer.from(privateKeyInfo), format: 'der', type: 'pkcs8' }),
    ),
  ).toBe(true)
  expect(own?.localKeyId).toEqual(key?.localKeyId)
  expect(hex(own?.localKeyId ?? null)).toBe(
    new X509Certificate(leaf).fingerprint.replaceAll(':', '').toLowerCase(),
  )
  expect(above).toEqual({ der: issuer, friendlyName: null, localKeyId: null })
})
