import { request, type RequestOptions } from 'node:https'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseJson } from '../basics/checks'
import { startEmulator, type Emulator } from '../emulator'
import { makePfx } from '../testing/make-pfx'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

/** Headers are ours. */
type CallOptions = Omit<RequestOptions, 'headers'>

type Answered = { status: number | undefined; type: string | undefined; body: string }

const usualBody = '{"email":"kim@fabrikam.example","step":"PostAttributeCollection"}'

/** Calls a sample API as a connector would, trusting the emulator's authority only. */
function call(path: string, options: CallOptions = {}, body = usualBody): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const url = `${emulator.tlsUrl}/samples/${path}`
    const settings = {
      method: 'POST',
      ca: emulator.caCertificatePem,
      agent: false,
      headers: { 'content-type': 'application/json' },
      ...options,
    }
    const sent = request(url, settings, (response) => {
      text(response).then(
        (body) =>
          resolve({ status: response.statusCode, type: response.headers['content-type'], body }),
        reject,
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('the answers of the runtime contract', () => {
  test.each([
    ['continue', 200, { version: '1.0.0', action: 'Continue' }],
    ['block', 200, { version: '1.0.0', action: 'ShowBlockPage' }],
    ['validation-error', 400, { version: '1.0.0', status: 400, action: 'ValidationError' }],
    ['null-claims', 200, { action: 'Continue', postalCode: null }],
    ['wrong-version', 200, { version: 1, action: 'Continue' }],
    ['error-500', 500, { error: 'It broke.' }],
    ['slow?seconds=0', 200, { action: 'Continue' }],
  ])('%s', async (path, status, body) => {
    const answer = await call(path)
    expect(answer.status).toBe(status)
    expect(answer.type).toContain('application/json')
    expect(parseJson(answer.body)).toMatchObject(body)
  })

  test('broken is not JSON, html is a page, huge is millions of characters', async () => {
    expect(parseJson((await call('broken')).body)).toBeUndefined()
    expect((await call('html')).type).toBe('text/html; charset=utf-8')
    expect((await call('huge')).body.length).toBeGreaterThan(5_000_000)
  })

  test('redirect leads elsewhere, and an unknown one is 404', async () => {
    expect((await call('redirect')).status).toBe(302)
    expect((await call('nothing')).status).toBe(404)
  })
})

describe('an answer for each step', () => {
  const askStep = (claims: unknown) => call('by-step', {}, JSON.stringify(claims))

  test.each([
    [{ step: 'PostFederationSignup' }, 200, { action: 'Continue', jobTitle: 'Buyer' }],
    [{ step: 'PostAttributeCollection', postalCode: ' 0150 ' }, 200, { postalCode: '0150' }],
    [{ step: 'PostAttributeCollection' }, 400, { action: 'ValidationError', status: 400 }],
    [{ step: 'PreTokenIssuance' }, 200, { extension_LoyaltyTier: 'gold' }],
    [{ email: 'kim@fabrikam.example' }, 200, { action: 'Continue' }],
    ['no object', 200, { action: 'Continue' }],
  ])('%j', async (claims, status, body) => {
    const answer = await askStep(claims)
    expect(answer.status).toBe(status)
    expect(parseJson(answer.body)).toMatchObject(body)
  })
})

describe('what nobody should answer', () => {
  test.each(['garbage', 'hang-up', 'cut-off', 'large-headers'])('%s is an error', async (path) => {
    await expect(call(path)).rejects.toThrow()
  })

  test('a bomb is small on the wire', async () => {
    expect((await call('bomb')).body.length).toBeLessThan(300_000)
  })

  test('echo tells everything', async () => {
    const answer = await call('echo', { auth: 'kim:secret' })
    expect(parseJson(answer.body)).toMatchObject({ credentials: 'kim:secret' })
  })

  test('a redirect leads where the query says', async () => {
    expect((await call('redirect-to?to=https://x.example/&status=307')).status).toBe(307)
  })
})

describe('basic', () => {
  test('lets in whoever knows the password', async () => {
    expect((await call('basic', { auth: 'sample:sample-password' })).status).toBe(200)
  })

  test.each([undefined, 'sample:wrong'])('refuses %s', async (auth) => {
    expect((await call('basic', { auth: auth ?? null })).status).toBe(401)
  })
})

describe('client-certificate', () => {
  const { certificatePem, privateKeyPem, thumbprint } = makePfx({ password: '' })
  const client = { cert: certificatePem, key: privateKeyPem }

  test('lets in whoever presents a certificate, and nobody else', async () => {
    expect((await call('client-certificate', client)).status).toBe(200)
    expect((await call('client-certificate')).status).toBe(401)
  })

  test('lets in only the thumbprints that the query lists', async () => {
    const other = 'A'.repeat(40)
    const both = `thumbprint=${other}&thumbprint=${thumbprint.toLowerCase()}`
    expect((await call(`client-certificate?${both}`, client)).status).toBe(200)
    expect((await call(`client-certificate?thumbprint=${other}`, client)).status).toBe(403)
  })

  test('takes the PFX itself, as a connector does', async () => {
    const { pfx } = makePfx({ password: 'secret' })
    const options = { pfx: Buffer.from(pfx), passphrase: 'secret' }
    expect((await call('client-certificate', options)).status).toBe(200)
  })
})

describe('TLS', () => {
  test('nobody trusts the authority who was not given it', async () => {
    await expect(call('continue', { ca: [] })).rejects.toThrow(/certificate/)
  })

  test('the certificate is good for the names of this machine', async () => {
    const { port } = new URL(emulator.tlsUrl)
    expect((await call('continue', { host: '127.0.0.1', port, servername: '' })).status).toBe(200)
  })

  test('1.2 is spoken, older versions are not', async () => {
    const answer = await call('continue', { maxVersion: 'TLSv1.2' })
    expect(answer.status).toBe(200)
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const
    await expect(call('continue', old)).rejects.toThrow()
  })
})
