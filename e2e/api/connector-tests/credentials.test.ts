import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { startEmulator, type Emulator } from '@/emulator/emulator'
import { makePfx } from '@/emulator/testing/make-pfx'
import { bombMac, pfx, safeWithBags } from '@/lib/domain/pkcs12/fixtures/assemble'
import { connectorTestRoute, postTest, resultOf, testOf } from '../support/connector-tests'
import { emulatedPortal } from '../support/emulated-portal'
import { basic, pfxWish, uploadOf } from '../support/samples'

let emulator: Emulator

const portal = emulatedPortal(
  async () => {
    emulator = await startEmulator({ port: 0, tlsPort: 0 })
    vi.stubEnv('CONNECTOR_TEST_ALLOW', new URL(emulator.tlsUrl).host)
    return emulator
  },
  ({ caCertificatePem }) => connectorTestRoute({ authorities: caCertificatePem }),
)

const post = (sample: string, authentication: unknown) =>
  postTest(
    { origin: portal.origin, token: portal.world.token },
    testOf(`${emulator.tlsUrl}/samples/${sample}`, { authentication }),
  )

const test = async (sample: string, authentication: unknown) =>
  resultOf(await post(sample, authentication))

const asCertificate = (upload: { pkcs12Value: string; password: string }) => {
  portal.secrets.push(upload.pkcs12Value)
  return { '@odata.type': '#microsoft.graph.pkcs12Certificate', ...upload }
}

const fixture = (name: string) =>
  readFileSync(new URL(`../../../lib/domain/pkcs12/fixtures/${name}`, import.meta.url), 'base64')

describe('Basic', () => {
  it('reaches the endpoint as it was typed', async () => {
    const authentication = { ...basic('sample-password'), username: 'sample' }

    expect((await test('basic', authentication)).response?.status).toBe(200)
  })

  it('that is wrong is the endpoint’s 401', async () => {
    const result = await test('basic', basic('wrong'))

    expect(result).toMatchObject({ outcome: 'answered', response: { status: 401 } })
    expect(result.verdict?.valid).toBe(false)
  })
})

describe('a client certificate', () => {
  it.each(['3des', 'aes256'] as const)('in a file of %s is presented', async (encryption) => {
    const made = makePfx({ ...pfxWish, encryption })
    const result = await test(
      `client-certificate?thumbprint=${made.thumbprint}`,
      asCertificate(uploadOf(made)),
    )

    expect(result).toMatchObject({
      outcome: 'answered',
      response: { status: 200 },
      tls: { asksForCertificate: true },
      verdict: { valid: true },
    })
    expect(result.stages.map(({ name }) => name)).toContain('clientCertificate')
  })

  it('that the endpoint does not know is its 403', async () => {
    const made = makePfx(pfxWish)
    const result = await test(
      `client-certificate?thumbprint=${'A'.repeat(40)}`,
      asCertificate(uploadOf(made)),
    )

    expect(result.response?.status).toBe(403)
  })

  it('that the endpoint does not know and that has expired is told to be so', async () => {
    const upload = { pkcs12Value: fixture('expired.pfx'), password: 'Pa$$word' }
    const target = `client-certificate?thumbprint=${'A'.repeat(40)}`
    const result = await test(target, asCertificate(upload))

    expect(result.verdict?.findings.map(({ rule }) => rule)).toEqual(['expiredCertificateRefused'])
  })

  it.each(['rc2-40.pfx', 'openssl-legacy.pfx', 'like-windows.pfx', 'openssl-3.pfx', 'expired.pfx'])(
    'of the file %s is presented',
    async (name) => {
      const upload = { pkcs12Value: fixture(name), password: 'Pa$$word' }
      const result = await test('client-certificate', asCertificate(upload))

      expect(result.response?.status).toBe(200)
    },
  )

  it.each([
    ['another password', fixture('rsa.pfx'), 'password-canary', 'wrong-password', 'password'],
    ['no key', fixture('certificate-only.pfx'), 'Pa$$word', 'no-private-key', 'pkcs12Value'],
    [
      'a derivation of hours',
      Buffer.from(pfx(safeWithBags(), bombMac(0x7f, 0xff, 0xff, 0xff))).toString('base64'),
      'Pa$$word',
      'too-many-iterations',
      'pkcs12Value',
    ],
  ])('in a file with %s is refused before anybody is called', async (...parts) => {
    const [, pkcs12Value, password, code, property] = parts
    const response = await post('client-certificate', asCertificate({ pkcs12Value, password }))

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: {
        code: 'certificateRefused',
        details: [{ target: `authentication.${property}`, code }],
      },
    })
  })
})
