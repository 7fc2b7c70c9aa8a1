/** The sample endpoints as targets of the test console, over TLS as a connector would call them. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createServer, request, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { TLSSocket } from 'node:tls'
import { HttpRequest } from '@azure/functions'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import { makePfx, type PfxWish } from '@/emulator/testing/make-pfx'
import { issueCertificate } from '@/lib/server/connector-tests/testing/certificates'
import { createSignUp } from '@/samples/azure-functions/src/sign-up'
import { readSettings } from '@/samples/connector-endpoint/known-caller'
import { createApp } from '@/samples/express/app'
import { connectorTestRoute, postTest, resultOf, testOf } from '../support/connector-tests'
import { emulatedPortal } from '../support/emulated-portal'
import { basic, pfxWish, uploadOf } from '../support/samples'

const dayMs = 86_400_000

const make = (subject: string, wish: Partial<PfxWish> = {}) =>
  makePfx({ ...pfxWish, subject, ...wish })

const current = make('current')
const next = make('next', { encryption: 'aes256' })
const ended = make('ended', {
  notBefore: new Date(Date.now() - 60 * dayMs),
  notAfter: new Date(Date.now() - dayMs),
})
const stranger = make('stranger')

const password = 'with:colons:canary'

const settings = readSettings({
  CONNECTOR_USERNAME: 'connector',
  CONNECTOR_PASSWORD: password,
  // In the spellings in which people copy them.
  CONNECTOR_THUMBPRINTS: `${current.thumbprint.toLowerCase()}, ${(next.thumbprint.match(/../g) ?? []).join(':')}, ${ended.thumbprint}`,
})

/** Ends TLS and forwards the certificate, over whatever the caller sent, as App Service does. */
function appService(handle: (request: IncomingMessage, response: ServerResponse) => void) {
  const listener: RequestListener = (request, response) => {
    const { socket, headers } = request
    delete headers['x-arr-clientcert']
    const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined
    if (certificate) headers['x-arr-clientcert'] = certificate.raw.toString('base64')
    handle(request, response)
  }
  return listener
}

/** Calls the function as the runtime of Azure Functions does. */
function functionsRuntime(run: ReturnType<typeof createSignUp>): RequestListener {
  return appService((incoming, response) => {
    void buffer(incoming).then(async (bytes) => {
      const { method = '', url = '/', headers } = incoming
      const lines = Object.entries(headers).map(([name, value]) => [name, String(value)] as const)
      const request = new HttpRequest({
        method,
        url: `https://localhost${url}`,
        headers: Object.fromEntries(lines),
        body: { bytes },
      })
      const answer = await run(request)
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer.jsonBody))
    })
  })
}

const behindAppService = createApp({ settings, isBehindAppService: true })

const endpoints: Readonly<Record<string, RequestListener>> = {
  'Express with TLS of its own': createApp({ settings, isBehindAppService: false }),
  'Express behind App Service': appService((request, response) => {
    behindAppService(request, response)
  }),
  'Azure Functions': functionsRuntime(createSignUp(settings)),
}

const authority = issueCertificate({ commonName: 'Public CA', isCa: true })
const identity = issueCertificate({ commonName: 'localhost', issuer: authority })

const servers = new Map<string, Server>()

const portOf = (name: string): number => {
  const { port } = servers.get(name)?.address() as AddressInfo // a server on TCP has no other kind
  return port
}

const portal = emulatedPortal(
  async () => {
    for (const [name, listener] of Object.entries(endpoints)) {
      const options = { cert: identity.certificate, key: identity.privateKey }
      const asking = { requestCert: true, rejectUnauthorized: false }
      const server = createServer({ ...options, ...asking }, listener)
      servers.set(name, server)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    }
    const pairs = [...servers.keys()].map((name) => `localhost:${portOf(name)}`)
    vi.stubEnv('CONNECTOR_TEST_ALLOW', pairs.join())
    return startEmulator({ port: 0, tlsPort: 0 })
  },
  () => connectorTestRoute({ authorities: authority.certificate }),
)

afterAll(() => {
  for (const server of servers.values()) server.close()
})

const basicOf = (username: string, secret: string) => ({ ...basic(secret), username })

const certificateOf = (made: ReturnType<typeof make>) => ({
  '@odata.type': '#microsoft.graph.pkcs12Certificate',
  ...uploadOf(made),
})

describe.each(Object.keys(endpoints))('%s', (name) => {
  const test = async (changes: Readonly<Record<string, unknown>>) =>
    resultOf(
      await postTest(
        { origin: portal.origin, token: portal.world.token },
        testOf(`https://localhost:${portOf(name)}/sign-up`, changes),
      ),
    )

  it.each([
    ['Basic credentials', basicOf('connector', password), 200],
    ['the current certificate', certificateOf(current), 200],
    ['the next certificate', certificateOf(next), 200],
    ['a certificate that has ended', certificateOf(ended), 401],
    ['a certificate of somebody else', certificateOf(stranger), 401],
    ['another password', basicOf('connector', 'with:colons'), 401],
    ['a password that goes on', basicOf('connector', `${password}!`), 401],
    ['another name', basicOf('connecto', `r:${password}`), 401],
  ])('answers %s', async (_, authentication, status) => {
    const result = await test({ authentication })

    expect(result.response?.status).toBe(status)
    expect(result.verdict?.valid).toBe(status === 200)
    expect(result.tls?.asksForCertificate).toBe(true)
  })

  it.each([
    ['Continue', 'postAttributeCollection', { email: 'a@b.example', postalCode: ' 0150 ' }],
    ['ShowBlockPage', 'postFederationSignup', { email: 'kim@BLOCKED.example' }],
    ['ValidationError', 'postAttributeCollection', { email: 'a@b.example', postalCode: 'x' }],
    ['Continue', 'preTokenIssuance', { email: 'kim@blocked.example', step: 'PreTokenIssuance' }],
  ])('answers %s at %s to %j', async (action, step, body) => {
    const authentication = basicOf('connector', password)
    const result = await test({ authentication, step, body, tenantKind: 'b2c' })

    expect(result.verdict).toMatchObject({ action, valid: true })
  })
})

describe('the samples', () => {
  it('do not start without anything to know the connector by', () => {
    expect(() => readSettings({ CONNECTOR_USERNAME: 'a', CONNECTOR_THUMBPRINTS: ' , ' })).toThrow(
      /CONNECTOR_PASSWORD/,
    )
  })

  it('take no certificate from a header on a server with TLS of its own', async () => {
    const port = portOf('Express with TLS of its own')
    const status = await new Promise((resolve, reject) => {
      const raw = Buffer.from(current.certificatePem.replaceAll(/-----.*-----|\s/g, ''), 'base64')
      request(`https://localhost:${port}/sign-up`, {
        method: 'POST',
        agent: false,
        ca: authority.certificate,
        headers: { 'x-arr-clientcert': raw.toString('base64') },
      })
        .once('response', (response) => {
          response.resume()
          resolve(response.statusCode)
        })
        .once('error', reject)
        .end('{}')
    })

    expect(status).toBe(401)
  })

  it('answer 400 to what is not JSON', async () => {
    const request = new HttpRequest({
      method: 'POST',
      url: 'https://localhost/sign-up',
      headers: {
        authorization: `Basic ${Buffer.from(`connector:${password}`).toString('base64')}`,
      },
      body: { string: '{' },
    })

    expect(await createSignUp(settings)(request)).toMatchObject({ status: 400 })
  })

  it.each(['', 'Basic', 'Basic !', 'Bearer abc', `Basic ${'A'.repeat(1000)}`])(
    'let nobody in with %j',
    async (authorization) => {
      const headers = { authorization, 'x-arr-clientcert': 'AAAA' }
      const request = new HttpRequest({ method: 'POST', url: 'https://localhost/', headers })

      expect(await createSignUp(settings)(request)).toMatchObject({ status: 401 })
    },
  )
})
