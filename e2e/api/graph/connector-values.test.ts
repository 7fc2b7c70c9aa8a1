import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { emulatedPortal } from '../support/emulated-portal'
import { basic, loyalty } from '../support/samples'

const portal = emulatedPortal(() => startEmulator({ port: 0, tlsPort: 0 }))

const connectors = '/v1.0/identity/apiConnectors'

describe('a body', () => {
  it.each<[string, unknown, { target: string; code: string }]>([
    [
      'without a name',
      { ...loyalty, displayName: ' ' },
      { target: 'displayName', code: 'displayNameRequired' },
    ],
    [
      'with a number for a name',
      { ...loyalty, displayName: 7 },
      { target: 'displayName', code: 'invalidValue' },
    ],
    [
      'with an http address',
      { ...loyalty, targetUrl: 'http://api.example.com/' },
      { target: 'targetUrl', code: 'targetUrlHttps' },
    ],
    ['with an id', { ...loyalty, id: 'mine' }, { target: 'id', code: 'unknownProperty' }],
    [
      'with the mask for a password',
      { ...loyalty, authenticationConfiguration: basic('******') },
      { target: 'authenticationConfiguration.password', code: 'passwordMask' },
    ],
    [
      'with a property too many inside',
      { ...loyalty, authenticationConfiguration: { ...basic(), apiKey: 'canary' } },
      { target: 'authenticationConfiguration.apiKey', code: 'unknownProperty' },
    ],
    [
      'with the type that Graph only shows',
      {
        ...loyalty,
        authenticationConfiguration: {
          '@odata.type': '#microsoft.graph.clientCertificateAuthentication',
        },
      },
      { target: 'authenticationConfiguration.@odata.type', code: 'authenticationTypeInvalid' },
    ],
  ])('%s is refused with the property’s name', async (_, body, detail) => {
    const response = await portal.world.ask('POST', connectors, body)

    expect(response.status).toBe(400)
    const { error } = (await response.json()) as {
      error: { code: string; details: Record<string, unknown>[] }
    }
    expect(error.code).toBe('invalidRequest')
    expect(error.details).toContainEqual({ ...detail, message: expect.any(String) as string })
    expect(await portal.world.requests()).toEqual([])
  })

  it('that changes nothing is refused', async () => {
    const response = await portal.world.ask('PATCH', `${connectors}/a`, {})

    expect(await response.json()).toMatchObject({
      error: { details: [{ code: 'nothingToChange' }] },
    })
  })

  it('cannot smuggle a prototype in', async () => {
    const text = JSON.stringify(loyalty).replace('{', '{"__proto__":{"admin":true},')
    const response = await fetch(`${portal.origin}/api/graph${connectors}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${portal.world.token}`,
        'content-type': 'application/json',
      },
      body: text,
    })

    expect(response.status).toBe(400)
    expect(await portal.world.requests()).toEqual([])
  })
})

describe('ids', () => {
  it.each([
    '..',
    '.',
    '%2e%2e%2f',
    '..%2f..%2fusers',
    '%252e%252e',
    '%252f',
    'a%2fb',
    'a%5cb',
    'a%00',
    'a%0d%0aHost:x',
    'a%3Fx=1',
    'a%23x',
    'a b',
    'a%20b',
    "a'b",
    'a(b)',
    'a;b',
    'a:b',
    'a@b',
    'ä',
    '%E2%80%AE',
    'a'.repeat(129),
  ])('such as %s never reach Graph', async (id) => {
    const response = await rawGet(`/api/graph${connectors}/${id}`)

    expect([400, 404]).toContain(response.status)
    expect(await portal.world.requests()).toEqual([])
  })

  it.each(['RestApi_f6e8e73d', 'a.b-c_D', 'a'.repeat(128)])('such as %s do', async (id) => {
    const response = await portal.world.ask('GET', `${connectors}/${id}`)

    expect(response.status).toBe(404)
    expect(await portal.world.requests()).toMatchObject([
      { path: expect.stringContaining(id) as string },
    ])
  })

  /** `fetch` would tidy the path up before it is sent. */
  function rawGet(path: string): Promise<{ status: number }> {
    return new Promise((resolve, reject) => {
      request(portal.origin, {
        path: encodeURI(decodeURI(path.replaceAll('%', '%25'))).replaceAll('%25', '%'),
        headers: { authorization: `Bearer ${portal.world.token}` },
      })
        .once('response', (response) => {
          response.resume()
          resolve({ status: response.statusCode ?? 0 })
        })
        .once('error', reject)
        .end()
    })
  }
})
