import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { makePfx, type PfxWish } from '@/emulator/testing/make-pfx'
import { bombMac, pfx, safeWithBags } from '@/lib/domain/pkcs12/fixtures/assemble'
import pkcs12 from '@/lib/messages/en/pkcs12.json'
import { emulatedPortal } from '../support/emulated-portal'
import { loyalty, pfxWish, uploadOf } from '../support/samples'

const portal = emulatedPortal(() => startEmulator({ port: 0, tlsPort: 0 }))

type Upload = ReturnType<typeof uploadOf>

const connectors = '/v1.0/identity/apiConnectors'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function makeUpload(subject = 'loyalty', wish: Partial<PfxWish> = {}) {
  const made = makePfx({ ...pfxWish, subject, ...wish })
  portal.secrets.push(made.base64)
  return { thumbprint: made.thumbprint, upload: uploadOf(made) }
}

const asAuthentication = (upload: Upload) => ({
  '@odata.type': '#microsoft.graph.pkcs12Certificate',
  ...upload,
})

const create = async (body: unknown = loyalty): Promise<{ id: string }> => {
  const response = await portal.world.ask('POST', connectors, body)
  expect(response.status).toBe(201)
  return (await response.json()) as { id: string }
}

describe('a certificate', () => {
  it('is uploaded to a connector that has one, and secrets arrive unchanged', async () => {
    const first = makeUpload('first')
    const second = makeUpload('second')
    const { id } = await create({
      ...loyalty,
      authenticationConfiguration: asAuthentication(first.upload),
    })

    const response = await portal.world.ask(
      'POST',
      `${connectors}/${id}/uploadClientCertificate`,
      second.upload,
    )

    expect(response.status).toBe(200)
    const body = (await response.json()) as {
      authenticationConfiguration: { certificateList: { thumbprint: string }[] }
    }
    const thumbprints = body.authenticationConfiguration.certificateList.map((c) => c.thumbprint)
    expect(thumbprints.sort()).toEqual([first.thumbprint, second.thumbprint].sort())
    expect(JSON.stringify(await portal.world.state())).toContain(sha256(second.upload.pkcs12Value))
    expect(JSON.stringify(await portal.world.state())).toContain(sha256('pfx-password-canary'))
  })

  it('replaces a password when it is written over it', async () => {
    const { id } = await create()
    const { upload, thumbprint } = makeUpload()

    const response = await portal.world.ask('PATCH', `${connectors}/${id}`, {
      authenticationConfiguration: {
        '@odata.type': 'microsoft.graph.pkcs12Certificate',
        ...upload,
      },
    })

    expect(response.status).toBe(204)
    const read = await portal.world.ask('GET', `${connectors}/${id}`)
    expect(await read.json()).toMatchObject({
      authenticationConfiguration: { certificateList: [{ thumbprint }] },
    })
  })

  it('that Graph refuses comes back with Graph’s own reason', async () => {
    const { upload } = makeUpload()
    const { id } = await create({
      ...loyalty,
      authenticationConfiguration: asAuthentication(upload),
    })
    const aes = makeUpload('aes', { encryption: 'aes256' })

    const response = await portal.world.ask(
      'POST',
      `${connectors}/${id}/uploadClientCertificate`,
      aes.upload,
    )

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { code: 'AADB2C90213' } })
  })

  it.each([
    ['not base64 at all', '***', 'certificateNotBase64'],
    ['empty', '', 'certificateRequired'],
    ['larger than 128 KB', 'A'.repeat(180_000), 'certificateTooLarge'],
  ])('that is %s never reaches Graph', async (_, pkcs12Value, code) => {
    const response = await portal.world.ask('POST', `${connectors}/a/uploadClientCertificate`, {
      pkcs12Value,
      password: '',
    })

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: { code: 'invalidRequest', details: [{ target: 'pkcs12Value', code }] },
    })
    expect(await portal.world.requests()).toEqual([])
  })

  it.each(['expired', 'wrong-password'] as const)(
    'that is refused as %s never reaches Graph, whatever carries it, nor the log or the answer',
    async (fault) => {
      const made = { expired: makeUpload('old', ended), 'wrong-password': makeUpload() }[fault]
      const upload = { ...made.upload, ...(fault === 'expired' ? {} : { password: 'no-canary' }) }
      const within = { authenticationConfiguration: asAuthentication(upload) }

      for (const [method, path, body, prefix] of [
        ['POST', `${connectors}/a/uploadClientCertificate`, upload, ''],
        ['POST', connectors, { ...loyalty, ...within }, 'authenticationConfiguration.'],
        ['PATCH', `${connectors}/a`, within, 'authenticationConfiguration.'],
      ] as const) {
        const response = await portal.world.ask(method, path, body)

        const text = await response.text()
        expect(response.status).toBe(400)
        expect(JSON.parse(text)).toMatchObject({
          error: {
            code: 'certificateRefused',
            details: [
              { target: prefix + targetOf[fault], code: fault, message: sentenceOf[fault] },
            ],
          },
        })
        expect(text).not.toContain('canary')
        expect(text).not.toContain(upload.pkcs12Value)
      }
      expect(await portal.world.writes()).toEqual([])
    },
  )

  it.each([
    ['that is a PEM file', () => Buffer.from('-----BEGIN CERTIFICATE-----'), 'pem'],
    ['without a key', () => makePfx({ ...pfxWish, withoutKey: true }).pfx, 'no-private-key'],
    [
      'with another one’s certificate',
      () => makePfx({ ...pfxWish, withForeignCertificate: true }).pfx,
      'key-certificate-mismatch',
    ],
    [
      'that would be computed for hours',
      () => pfx(safeWithBags(), bombMac(0x7f, 0xff, 0xff, 0xff)),
      'too-many-iterations',
    ],
  ])('%s never reaches Graph', async (_, make, code) => {
    const upload = uploadOf({ base64: Buffer.from(make()).toString('base64') })

    const response = await portal.world.ask(
      'POST',
      `${connectors}/a/uploadClientCertificate`,
      upload,
    )

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: { code: 'certificateRefused', details: [{ target: 'pkcs12Value', code }] },
    })
    expect(await portal.world.writes()).toEqual([])
  })
})

const ended = { notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') }
const targetOf = { expired: 'pkcs12Value', 'wrong-password': 'password' }
const sentenceOf = { expired: pkcs12.expired, 'wrong-password': pkcs12.wrongPassword }
