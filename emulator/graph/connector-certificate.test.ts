import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import { makePfx, type MadePfx } from '../testing/make-pfx'
import { certificateConnector, openTenant, textAt, valueAt, type Tenant } from '../testing/tenant'

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

describe('a file is refused', () => {
  const refused = async (pkcs12Value: string, filePassword = password) => {
    const tenant = await openTenant(emulator, 'pfx-refused')
    const body = certificateConnector(pkcs12Value, filePassword)
    const { status, body: answer } = await tenant.graph(connectors, { method: 'POST', body })
    return { status, code: valueAt(answer, 'error', 'code') }
  }

  test('with a wrong password', async () => {
    const { base64 } = makePfx({ password })
    expect(await refused(base64, 'wrong')).toEqual({ status: 400, code: 'AADB2C90213' })
  })

  test('if it is encrypted with AES, as if its password were wrong', async () => {
    const { base64 } = makePfx({ password, encryption: 'aes256' })
    expect(await refused(base64)).toEqual({ status: 400, code: 'AADB2C90213' })
  })

  test.each([
    ['not base64', 'not base64!'],
    ['something else', Buffer.from('<!doctype html>').toString('base64')],
    ['cut off', makePfx({ password }).base64.slice(0, 400)],
  ])('if it is %s', async (_name, value) => {
    expect(await refused(value)).toEqual({ status: 400, code: 'AADB2C90215' })
  })

  test.each([
    ['it has no private key', { withoutKey: true }],
    ['its certificate belongs to another key', { withForeignCertificate: true }],
    ['it has no certificate', { withoutCertificate: true }],
  ])('if %s', async (_name, wish) => {
    const { base64 } = makePfx({ password, ...wish })
    expect(await refused(base64)).toEqual({ status: 400, code: 'AADB2C90179' })
  })
})

describe('settings for files', () => {
  test('AES can be accepted', async () => {
    const tenant = await openTenant(emulator, 'pfx-aes')
    await tenant.control('/settings', { method: 'PATCH', body: { aesPfx: 'accept' } })
    const pfx = makePfx({ password, encryption: 'aes256' })
    expect(await shown(tenant, await create(tenant, pfx))).toEqual([`*${pfx.thumbprint}`])
  })

  test('a certificate that has run out is accepted and never active, or refused', async () => {
    const tenant = await openTenant(emulator, 'pfx-expired')
    const pfx = makePfx({ password, notBefore: dayFromNow(-30), notAfter: dayFromNow(-1) })
    expect(await shown(tenant, await create(tenant, pfx))).toEqual([pfx.thumbprint])
    await tenant.control('/settings', { method: 'PATCH', body: { expiredPfx: 'reject' } })
    const body = certificateConnector(pfx.base64, password)
    const answer = await tenant.graph(connectors, { method: 'POST', body })
    expect(valueAt(answer.body, 'error', 'code')).toBe('AADB2C90214')
  })
})
