import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inspectPkcs12 } from './inspect-pkcs12'
import { openPkcs12 } from './open-pkcs12'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const inspect = (name: string, password = 'Pa$$word') => inspectPkcs12(fixture(name), password)

/** Whether these bytes occur anywhere in what would be posted from a worker. */
function holds(value: unknown, secret: Uint8Array): boolean {
  const texts = [Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64')]
  const bytes = JSON.stringify(value, (_, part: unknown) =>
    part instanceof Uint8Array ? Buffer.from(part).toString('hex') : part,
  )
  return texts.some((text) => bytes.toLowerCase().includes(text.toLowerCase()))
}

describe('what is in a certificate file', () => {
  test('is told in full for a file as Microsoft wants it', async () => {
    expect(await inspect('rsa.pfx')).toMatchObject({
      ok: true,
      leaf: {
        subject: 'CN=api.contoso.example',
        commonName: 'api.contoso.example',
        notBefore: Date.UTC(2020, 0, 2, 3, 4, 5) / 1000,
        notAfter: Date.UTC(2120, 0, 2, 3, 4, 5) / 1000,
        key: { type: 'RSA', bits: 2048 },
        keyUsage: [],
        extendedKeyUsage: ['clientAuth'],
        hasClientAuth: true,
        isCa: false,
      },
      chain: [],
      unrelatedCertificates: 0,
      isSelfSigned: true,
      isSelfSignedVerified: true,
      key: { type: 'RSA', bits: 2048 },
      isMatchVerified: true,
      protection: {
        encryption: 'tripleDes',
        algorithms: ['TripleDES-SHA1'],
        mac: 'SHA-1',
        maxIterations: 2048,
      },
      ignored: { secrets: 0, crls: 0, others: 0 },
      trailingBytes: 0,
    })
  })

  test('has the issuers of the leaf in their order, and strangers behind them', async () => {
    const inspection = await inspect('chain.pfx')

    expect(inspection.ok && inspection.leaf.commonName).toBe('leaf')
    expect(inspection.ok && inspection.chain.map(({ commonName }) => commonName)).toEqual([
      'middle',
      'root',
      'stranger',
    ])
    expect(inspection).toMatchObject({ unrelatedCertificates: 1, isSelfSigned: false })
  })

  test.each([
    ['rsa-sha1.pfx', true],
    ['rsa-sha384.pfx', true],
    ['rsa-sha512.pfx', true],
    ['p-384.pfx', true],
    ['ed25519.pfx', true],
    ['rsa-pss.pfx', false],
    ['secp256k1.pfx', false],
  ])('says whether the signature of %s was checked', async (name, isSelfSignedVerified) => {
    expect(await inspect(name)).toMatchObject({ isSelfSigned: true, isSelfSignedVerified })
  })

  test('offers the certificates of a file with several keys, and reads the chosen one', async () => {
    const bytes = fixture('keytool-several.p12')
    const inspection = await inspectPkcs12(bytes, 'changeit')

    if (inspection.ok || inspection.kind !== 'multiple-keys') throw new Error('Not several keys')
    expect(inspection.candidates.map(({ commonName }) => commonName).toSorted()).toEqual([
      'one',
      'two',
    ])
    expect(inspection.candidates.map(({ friendlyName }) => friendlyName).toSorted()).toEqual([
      'one',
      'two',
    ])
    for (const { thumbprint } of inspection.candidates) {
      const chosen = await inspectPkcs12(bytes, 'changeit', { thumbprint })
      expect(chosen).toMatchObject({ ok: true, leaf: { thumbprint } })
    }
  })

  test('can be posted from a worker', async () => {
    for (const name of ['chain.pfx', 'cut.pfx']) {
      const inspection = await inspect(name)

      expect(structuredClone(inspection)).toEqual(inspection)
    }
  })

  test.each(['not-encrypted.pfx', 'rsa.pfx', 'chain.pfx'])(
    'holds neither the private key of %s nor its password',
    async (name) => {
      const opened = await openPkcs12(fixture(name), 'Pa$$word')
      const inspection = await inspect(name)

      const key = opened.ok ? opened.contents.keys[0]?.privateKeyInfo : undefined
      expect(holds(opened, key ?? new Uint8Array())).toBe(true)
      expect(holds(inspection, key?.subarray(-16) ?? new Uint8Array())).toBe(false)
      expect(JSON.stringify(inspection)).not.toContain('Pa$$word')
    },
  )
})
