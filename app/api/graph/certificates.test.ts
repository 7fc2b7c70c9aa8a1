import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { makePfx } from '@/emulator/testing/make-pfx'
import { emulatedPortal } from '../_testing/emulated-portal'
import { loyalty, pfxWish, uploadOf } from '../_testing/samples'

const portal = emulatedPortal(() => startEmulator({ port: 0, tlsPort: 0 }))

const connectors = '/v1.0/identity/apiConnectors'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function makeUpload(subject = 'loyalty') {
  const made = makePfx({ ...pfxWish, subject })
  portal.secrets.push(made.base64)
  return { thumbprint: made.thumbprint, upload: uploadOf(made) }
}

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
      authenticationConfiguration: {
        '@odata.type': '#microsoft.graph.pkcs12Certificate',
        ...first.upload,
      },
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
      authenticationConfiguration: {
        '@odata.type': '#microsoft.graph.pkcs12Certificate',
        ...upload,
      },
    })

    const response = await portal.world.ask('POST', `${connectors}/${id}/uploadClientCertificate`, {
      ...upload,
      password: 'wrong-canary',
    })

    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ error: { code: 'AADB2C90213' } })
  })

  it.each([
    ['not base64 at all', '***', 'certificateNotBase64'],
    [
      'a PEM file',
      Buffer.from('-----BEGIN CERTIFICATE-----').toString('base64'),
      'certificateNotPkcs12',
    ],
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

  it('is checked inside a connector too', async () => {
    const pkcs12Value = Buffer.from('hello').toString('base64')
    const response = await portal.world.ask('POST', connectors, {
      ...loyalty,
      authenticationConfiguration: {
        '@odata.type': '#microsoft.graph.pkcs12Certificate',
        pkcs12Value,
        password: '',
      },
    })

    expect(await response.json()).toMatchObject({
      error: {
        details: [
          { target: 'authenticationConfiguration.pkcs12Value', code: 'certificateNotPkcs12' },
        ],
      },
    })
  })
})
