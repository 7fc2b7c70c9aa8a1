import { createPrivateKey, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type Server } from 'node:tls'
import forge from 'node-forge'
import { describe, expect, test } from 'vitest'
import type { NewCertificate } from '@/lib/contract/new-certificate'
import { keyWithChain } from '../pkcs12/key-with-chain'
import { writePkcs12 } from '../pkcs12/write-pkcs12'
import { generateClientCertificate, type GeneratedCertificate } from './generate-client-certificate'
import { toPem } from './pem'

const at = (iso: string) => Date.parse(iso) / 1000

const request: NewCertificate = {
  commonName: 'Loyalty lookup',
  keyBits: 2048,
  notBefore: at('2026-01-01T00:00:00Z'),
  notAfter: at('2027-01-01T00:00:00Z'),
}

const keyOf = ({ privateKeyInfo }: GeneratedCertificate) =>
  createPrivateKey({ key: Buffer.from(privateKeyInfo), format: 'der', type: 'pkcs8' })

/** What node-forge reads of it. */
const byForge = ({ certificate }: GeneratedCertificate) =>
  forge.pki.certificateFromPem(toPem(certificate, 'CERTIFICATE'), true, true)

describe('a generated certificate', () => {
  test.each([2048, 3072, 4096] as const)(
    'holds its own RSA key of %i bits, and is signed with it',
    { timeout: 120_000 },
    async (keyBits) => {
      const generated = await generateClientCertificate({ ...request, keyBits })

      const certificate = new X509Certificate(generated.certificate)
      expect(certificate.publicKey.asymmetricKeyType).toBe('rsa')
      expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(keyBits)
      expect(certificate.checkPrivateKey(keyOf(generated))).toBe(true)
      expect(certificate.verify(certificate.publicKey)).toBe(true)
      expect(certificate.fingerprint.replaceAll(':', '')).toBe(generated.thumbprint)
      expect(byForge(generated).signatureOid).toBe(forge.pki.oids.sha256WithRSAEncryption)
      expect(subjectKeyIdentifier(generated)).toBe(
        byForge(generated).generateSubjectKeyIdentifier().toHex(),
      )
    },
  )

  test('is for TLS clients, and no CA', async () => {
    const generated = await generateClientCertificate(request)

    const extension = (name: string) => byForge(generated).getExtension({ name }) ?? null
    expect(new X509Certificate(generated.certificate).ca).toBe(false)
    expect(byForge(generated).version).toBe(2)
    expect(byForge(generated).extensions).toHaveLength(4)
    expect(extension('basicConstraints')).toMatchObject({ critical: true, cA: false })
    expect(extension('extKeyUsage')).toMatchObject({ critical: false, clientAuth: true })
    expect(extension('extKeyUsage')).not.toHaveProperty('serverAuth')
    expect(extension('keyUsage')).toMatchObject({
      critical: true,
      digitalSignature: true,
      keyEncipherment: true,
      nonRepudiation: false,
      dataEncipherment: false,
      keyAgreement: false,
      keyCertSign: false,
      cRLSign: false,
    })
  })

  test.each<[string, Partial<NewCertificate>, string]>([
    ['a name alone', {}, 'CN=Loyalty lookup'],
    [
      'organization and country',
      { organization: 'Contoso, Ltd.', country: 'DE' },
      'C=DE\nO=Contoso, Ltd.\nCN=Loyalty lookup',
    ],
    [
      'letters of other scripts',
      { commonName: 'Prüfung 検索 🔑', organization: 'Śliwka' },
      'O=Śliwka\nCN=Prüfung 検索 🔑',
    ],
    ['as long a name as there may be', { commonName: '🔑'.repeat(64) }, `CN=${'🔑'.repeat(64)}`],
  ])('names %s', async (_title, names, expected) => {
    const generated = await generateClientCertificate({ ...request, ...names })

    const { subject, issuer } = byForge(generated)
    const lines = subject.attributes.map(({ shortName, value }) => `${shortName}=${utf8(value)}`)
    expect(lines.join('\n')).toBe(expected)
    expect(issuer.hash).toBe(subject.hash)
  })

  test.each([
    ['2026-02-28T23:59:59Z', '2027-03-01T00:00:00Z'],
    ['2049-12-31T23:59:58Z', '2049-12-31T23:59:59Z'],
    ['2049-12-31T23:59:59Z', '2050-01-01T00:00:00Z'],
    ['2050-01-01T00:00:00Z', '2059-12-31T23:59:59Z'],
  ])('is valid from %s to %s', async (notBefore, notAfter) => {
    const validity = { notBefore: at(notBefore), notAfter: at(notAfter) }

    const { certificate } = await generateClientCertificate({ ...request, ...validity })

    const { validFrom, validTo } = new X509Certificate(certificate)
    expect({ notBefore: at(validFrom), notAfter: at(validTo) }).toEqual(validity)
  })

  test('has a random serial number, positive and of 20 bytes', async () => {
    const serials = await Promise.all(
      [request, request].map(
        async (one) =>
          new X509Certificate((await generateClientCertificate(one)).certificate).serialNumber,
      ),
    )

    expect(serials[0]).not.toBe(serials[1])
    for (const serial of serials) expect(serial).toMatch(/^[4-7][0-9A-F]{39}$/)
  })

  test('proves who a TLS client is, out of a written file', { timeout: 20_000 }, async () => {
    const now = Math.floor(Date.now() / 1000)
    const validity = { notBefore: now - 60, notAfter: now + 3600 }
    const generated = await generateClientCertificate({ ...request, ...validity })
    const { privateKeyInfo, certificate, thumbprint } = generated
    const file = keyWithChain({ privateKeyInfo, certificate, friendlyName: 'Loyalty lookup' })

    const seen = await presentToServer(await writePkcs12(file, 'Pa$$word'), generated)

    expect(seen).toBe(thumbprint)
  })
})

/** The thumbprint of the client's certificate, as a server sees it that trusts nothing else. */
async function presentToServer(pfx: Uint8Array, trusted: GeneratedCertificate): Promise<string> {
  const identity = { pfx: Buffer.from(pfx), passphrase: 'Pa$$word' }
  const ca = toPem(trusted.certificate, 'CERTIFICATE')
  const server = createServer({ ...identity, ca, requestCert: true, rejectUnauthorized: true })
  const seen = new Promise<string>((resolve, reject) => {
    server.once('tlsClientError', reject)
    server.once('secureConnection', (socket) => {
      resolve(socket.getPeerCertificate().fingerprint.replaceAll(':', ''))
      socket.destroy()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // The server's own certificate is not what is tested here.
  const client = connect({ ...identity, ...portOf(server), rejectUnauthorized: false })
  client.on('error', () => client.destroy())
  return seen.finally(() => server.close())
}

function portOf(server: Server): { host: string; port: number } {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return { host: address.address, port: address.port }
}

const utf8 = (value: unknown) => Buffer.from(String(value), 'binary').toString()

/** The last element of the extension: an OCTET STRING in an OCTET STRING. */
function subjectKeyIdentifier(generated: GeneratedCertificate): string {
  const extension = byForge(generated).extensions.find(
    (candidate: { id?: string }) => candidate.id === forge.pki.oids.subjectKeyIdentifier,
  ) as { value: string } | undefined
  return Buffer.from(extension?.value ?? '', 'binary')
    .subarray(2)
    .toString('hex')
}
