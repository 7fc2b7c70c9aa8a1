import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256Hex } from '../basics/checks'
import { startEmulator, type Emulator } from '../emulator'
import { makePfx, type MadePfx } from '../testing/make-pfx'
import {
  basicConnector,
  certificateConnector,
  openTenant,
  textAt,
  valueAt,
  type Tenant,
} from '../testing/tenant'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

const connectors = '/v1.0/identity/apiConnectors'
const password = 'pfx-password'
const daySeconds = 86_400

function dayFromNow(days: number): Date {
  return new Date(Date.now() + days * daySeconds * 1000)
}

async function create(tenant: Tenant, { base64 }: MadePfx): Promise<string> {
  const body = certificateConnector(base64, password)
  return textAt((await tenant.graph(connectors, { method: 'POST', body })).body, 'id')
}

function upload(tenant: Tenant, id: string, body: unknown) {
  return tenant.graph(`${connectors}/${id}/uploadClientCertificate`, { method: 'POST', body })
}

/** Thumbprints in the order shown, the active one marked. */
async function shown(tenant: Tenant, id: string): Promise<string[]> {
  const { body } = await tenant.graph(`${connectors}/${id}`)
  const list = valueAt(body, 'authenticationConfiguration', 'certificateList')
  const certificates: unknown[] = Array.isArray(list) ? list : []
  return certificates.map((certificate) => {
    const mark = valueAt(certificate, 'isActive') === true ? '*' : ''
    return mark + textAt(certificate, 'thumbprint')
  })
}

describe('a certificate', () => {
  test('goes in as PKCS#12 and comes out as a thumbprint and two dates', async () => {
    const tenant = await openTenant(emulator, 'pfx-create')
    const pfx = makePfx({ password })
    const body = certificateConnector(pfx.base64, password)
    const created = await tenant.graph(connectors, { method: 'POST', body })
    expect(created.status).toBe(201)
    expect(valueAt(created.body, 'authenticationConfiguration')).toEqual({
      '@odata.type': '#microsoft.graph.clientCertificateAuthentication',
      certificateList: [
        {
          thumbprint: pfx.thumbprint,
          notAfter: pfx.notAfter,
          notBefore: pfx.notBefore,
          isActive: true,
        },
      ],
    })
    expect(JSON.stringify(created.body)).not.toContain('pkcs12Value')
  })

  test('leaves only hashes of the file and its password behind', async () => {
    const tenant = await openTenant(emulator, 'pfx-state')
    const pfx = makePfx({ password })
    await create(tenant, pfx)
    const { body } = await tenant.control('/state')
    const stored = valueAt(
      body,
      'connectors',
      0,
      'authenticationConfiguration',
      'certificateList',
      0,
    )
    expect(stored).toMatchObject({
      thumbprint: pfx.thumbprint,
      pkcs12ValueSha256: sha256Hex(pfx.base64),
      passwordSha256: sha256Hex(password),
    })
    expect(JSON.stringify(body)).not.toContain(password)
  })

  test('may have a file with an empty password, which must be said', async () => {
    const tenant = await openTenant(emulator, 'pfx-empty-password')
    const pfx = makePfx({ password: '' })
    const body = certificateConnector(pfx.base64, '')
    expect((await tenant.graph(connectors, { method: 'POST', body })).status).toBe(201)
    const id = textAt((await tenant.graph(connectors)).body, 'value', 0, 'id')
    const unsaid = await upload(tenant, id, { pkcs12Value: pfx.base64 })
    expect(valueAt(unsaid.body, 'error', 'code')).toBe('AADB2C90186')
  })

  test('is the one of the private key, wherever the issuer stands in the file', async () => {
    const tenant = await openTenant(emulator, 'pfx-chain')
    for (const chain of ['leaf-first', 'issuer-first'] as const) {
      const pfx = makePfx({ password, chain })
      expect(await shown(tenant, await create(tenant, pfx))).toEqual([`*${pfx.thumbprint}`])
    }
  })
})

describe('an upload', () => {
  test('adds a certificate, and the last upload of the valid ones is active', async () => {
    const tenant = await openTenant(emulator, 'upload')
    const [first, second] = [makePfx({ password }), makePfx({ password })]
    const id = await create(tenant, first)
    const answer = await upload(tenant, id, { pkcs12Value: second.base64, password })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#identity/apiConnectors/$entity',
      id,
      displayName: 'Loyalty lookup',
    })
    expect(await shown(tenant, id)).toEqual([first.thumbprint, `*${second.thumbprint}`])
  })

  test('of the old file again rolls back', async () => {
    const tenant = await openTenant(emulator, 'upload-again')
    const [first, second] = [makePfx({ password }), makePfx({ password })]
    const id = await create(tenant, first)
    await upload(tenant, id, { pkcs12Value: second.base64, password })
    await upload(tenant, id, { pkcs12Value: first.base64, password })
    expect((await shown(tenant, id)).at(-1)).toBe(`*${first.thumbprint}`)
  })

  test('of the same certificate is refused by setting', async () => {
    const tenant = await openTenant(emulator, 'upload-duplicate')
    await tenant.control('/settings', { method: 'PATCH', body: { duplicateThumbprint: 'reject' } })
    const pfx = makePfx({ password })
    const id = await create(tenant, pfx)
    const answer = await upload(tenant, id, { pkcs12Value: pfx.base64, password })
    expect(answer.status).toBe(400)
    expect(valueAt(answer.body, 'error', 'code')).toBe('AADB2C90180')
  })

  test('to a connector with Basic authentication is refused, or converts it by setting', async () => {
    const tenant = await openTenant(emulator, 'upload-basic')
    const pfx = makePfx({ password })
    const created = await tenant.graph(connectors, { method: 'POST', body: basicConnector() })
    const id = textAt(created.body, 'id')
    const body = { pkcs12Value: pfx.base64, password }
    expect((await upload(tenant, id, body)).status).toBe(400)
    await tenant.control('/settings', { method: 'PATCH', body: { uploadOnBasic: 'convert' } })
    expect((await upload(tenant, id, body)).status).toBe(200)
    expect(await shown(tenant, id)).toEqual([`*${pfx.thumbprint}`])
  })

  test('may be spelled in lower case or with its namespace', async () => {
    const tenant = await openTenant(emulator, 'upload-spelling')
    const pfx = makePfx({ password })
    const id = await create(tenant, pfx)
    const body = { pkcs12Value: pfx.base64, password }
    for (const action of ['uploadclientcertificate', 'microsoft.graph.uploadClientCertificate']) {
      const path = `/v1.0/identity/apiconnectors/${id}/${action}`
      expect((await tenant.graph(path, { method: 'POST', body })).status).toBe(200)
    }
  })

  test('does not take the type that a create needs', async () => {
    const tenant = await openTenant(emulator, 'upload-type')
    const pfx = makePfx({ password })
    const id = await create(tenant, pfx)
    const { authenticationConfiguration } = certificateConnector(pfx.base64, password)
    const answer = await upload(tenant, id, authenticationConfiguration)
    expect(valueAt(answer.body, 'error', 'code')).toBe('RequestBodyRead')
  })
})

describe('an update', () => {
  const patch = (tenant: Tenant, id: string, authenticationConfiguration: unknown) =>
    tenant.graph(`${connectors}/${id}`, { method: 'PATCH', body: { authenticationConfiguration } })

  test('with a certificate overwrites all certificates there were', async () => {
    const tenant = await openTenant(emulator, 'overwrite')
    const [first, second, third] = [1, 2, 3].map(() => makePfx({ password }))
    if (!first || !second || !third) throw new Error('Three files were made.')
    const id = await create(tenant, first)
    await upload(tenant, id, { pkcs12Value: second.base64, password })
    const { authenticationConfiguration } = certificateConnector(third.base64, password)
    expect((await patch(tenant, id, authenticationConfiguration)).status).toBe(204)
    expect(await shown(tenant, id)).toEqual([`*${third.thumbprint}`])
  })

  test('switches from Basic to a certificate and back', async () => {
    const tenant = await openTenant(emulator, 'switch')
    const pfx = makePfx({ password })
    const created = await tenant.graph(connectors, { method: 'POST', body: basicConnector() })
    const id = textAt(created.body, 'id')
    await patch(tenant, id, certificateConnector(pfx.base64, password).authenticationConfiguration)
    expect(await shown(tenant, id)).toEqual([`*${pfx.thumbprint}`])
    await patch(tenant, id, basicConnector().authenticationConfiguration)
    const { body } = await tenant.graph(`${connectors}/${id}`)
    expect(valueAt(body, 'authenticationConfiguration', 'username')).toBe('svc-connector')
  })

  test('of the name leaves the certificates alone', async () => {
    const tenant = await openTenant(emulator, 'rename')
    const pfx = makePfx({ password })
    const id = await create(tenant, pfx)
    await tenant.graph(`${connectors}/${id}`, { method: 'PATCH', body: { displayName: 'New' } })
    expect(await shown(tenant, id)).toEqual([`*${pfx.thumbprint}`])
  })

  test('with a file that is refused changes nothing', async () => {
    const tenant = await openTenant(emulator, 'overwrite-refused')
    const pfx = makePfx({ password })
    const id = await create(tenant, pfx)
    const body = certificateConnector(pfx.base64, 'wrong').authenticationConfiguration
    expect((await patch(tenant, id, body)).status).toBe(400)
    expect(await shown(tenant, id)).toEqual([`*${pfx.thumbprint}`])
  })
})

describe('activity follows the clock', () => {
  test('a staged certificate takes over by itself, and none is active once all have run out', async () => {
    const tenant = await openTenant(emulator, 'clock')
    const now = makePfx({ password, notBefore: dayFromNow(-10), notAfter: dayFromNow(40) })
    const staged = makePfx({ password, notBefore: dayFromNow(30), notAfter: dayFromNow(400) })
    const id = await create(tenant, now)
    await upload(tenant, id, { pkcs12Value: staged.base64, password })
    const at = async (days: number) => {
      const body = { now: Math.floor(dayFromNow(days).getTime() / 1000) }
      await tenant.control('/clock', { method: 'POST', body })
      return shown(tenant, id)
    }
    expect(await shown(tenant, id)).toEqual([`*${now.thumbprint}`, staged.thumbprint])
    expect(await at(35)).toEqual([now.thumbprint, `*${staged.thumbprint}`])
    expect(await at(500)).toEqual([now.thumbprint, staged.thumbprint])
    expect(await at(-20)).toEqual([now.thumbprint, staged.thumbprint])
    await tenant.control('/clock', { method: 'POST', body: { now: null } })
    expect(await shown(tenant, id)).toEqual([`*${now.thumbprint}`, staged.thumbprint])
  })

  test('a moved clock does not make a token run out', async () => {
    const tenant = await openTenant(emulator, 'clock-token')
    await tenant.control('/clock', { method: 'POST', body: { now: 4_000_000_000 } })
    expect((await tenant.graph(connectors)).status).toBe(200)
    await tenant.control('/clock', { method: 'DELETE' })
  })

  test('the order of the list is not to be relied on', async () => {
    const tenant = await openTenant(emulator, 'order')
    const [first, second] = [makePfx({ password }), makePfx({ password })]
    const id = await create(tenant, first)
    await upload(tenant, id, { pkcs12Value: second.base64, password })
    await tenant.control('/settings', {
      method: 'PATCH',
      body: { certificateOrder: 'newest-first' },
    })
    expect(await shown(tenant, id)).toEqual([`*${second.thumbprint}`, first.thumbprint])
  })
})
