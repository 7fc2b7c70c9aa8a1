import { afterEach, describe, expect, it, vi } from 'vitest'
import { startEmulator, type Emulator } from '@/emulator/emulator'
import { stepSchema } from '@/lib/contract/identifiers'
import { tenantKindSchema } from '@/lib/contract/connector-test'
import { connectorTestRoute, postTest, resultOf, testOf } from '../support/connector-tests'
import { emulatedPortal } from '../support/emulated-portal'
import { basic } from '../support/samples'

let emulator: Emulator

/** Of a call; only tests of the limit itself come near it. */
const limits = { dnsMs: 30_000, tcpMs: 30_000, tlsMs: 30_000, totalMs: 30_000 }

afterEach(() => {
  limits.totalMs = 30_000
})

const portal = emulatedPortal(
  async () => {
    emulator = await startEmulator({ port: 0, tlsPort: 0 })
    vi.stubEnv('CONNECTOR_TEST_ALLOW', new URL(emulator.tlsUrl).host)
    return emulator
  },
  ({ caCertificatePem }) => connectorTestRoute({ authorities: caCertificatePem, limits }),
)

const test = async (sample: string, changes: Readonly<Record<string, unknown>> = {}) =>
  resultOf(
    await postTest(
      { origin: portal.origin, token: portal.world.token },
      testOf(`${emulator.tlsUrl}/samples/${sample}`, changes),
    ),
  )

type Outcome = { readonly status: number; readonly action: string | null; readonly valid: boolean }

const answered = (status: number, action: string | null, valid = true): Outcome => ({
  status,
  action,
  valid,
})

const steps = stepSchema.options
const early = ['postFederationSignup', 'postAttributeCollection']

/** What each sample API is answered with, and at which steps Microsoft takes it. */
const samples: [sample: string, outcome: Outcome, steps?: readonly string[]][] = [
  ['continue', answered(200, 'Continue')],
  ['block', answered(200, 'ShowBlockPage'), early],
  ['validation-error', answered(400, 'ValidationError'), ['postAttributeCollection']],
  ['slow?seconds=0', answered(200, 'Continue')],
  ['by-step', answered(200, 'Continue')],
  ['early-hints', answered(200, 'Continue')],
  ['text-type', answered(200, 'Continue')],
  ['broken', answered(200, null, false)],
  ['html', answered(200, null, false)],
  ['error-500', answered(500, null, false)],
  ['redirect', answered(302, null, false)],
  ['huge', answered(200, null, false)],
  ['endless', answered(200, null, false)],
  ['bomb', answered(200, null, false)],
  ['empty', answered(200, null, false)],
  ['trailing-garbage', answered(200, 'Continue', false)],
  ['latin-1', answered(200, null, false)],
  ['client-certificate', answered(401, null, false)],
]

describe.each(steps)('at %s', (step) => {
  it.each(samples)('%s', async (sample, outcome, validAt = steps) => {
    const result = await test(sample, { step })

    expect(result).toMatchObject({ outcome: 'answered', failure: null })
    expect({
      status: result.response?.status,
      action: result.verdict?.action,
      valid: result.verdict?.valid,
    }).toEqual({ ...outcome, valid: outcome.valid && validAt.includes(step) })
    expect(result.stages.map(({ name }) => name)).toEqual([
      'dns',
      'tcp',
      'tls',
      'waiting',
      'download',
    ])
  })

  it.each([
    ['garbage', 'waiting', 'notHttp'],
    ['large-headers', 'waiting', 'headersTooLarge'],
    ['cut-off', 'download', 'bodyIncomplete'],
  ])('%s fails', async (sample, stage, code) => {
    const result = await test(sample, { step })

    expect(result).toMatchObject({ outcome: 'failed', failure: { stage, code }, verdict: null })
    expect(result.stages.at(-1)).toMatchObject({ name: stage, ok: false })
  })

  it.each(tenantKindSchema.options)('is judged for %s', async (tenantKind) => {
    expect((await test('continue', { step, tenantKind })).verdict?.valid).toBe(true)
  })
})

describe('time', () => {
  it.each([
    ['silent', 'waiting', 'answerTimeout'],
    ['slow', 'waiting', 'answerTimeout'],
    ['drip?ms=50', 'download', 'downloadTimeout'],
  ])('is up for %s, at every step', async (sample, stage, code) => {
    limits.totalMs = 1_500
    const results = await Promise.all(steps.map((step) => test(sample, { step })))

    for (const result of results) {
      expect(result).toMatchObject({ outcome: 'failed', failure: { stage, code }, verdict: null })
      expect(result.stages.at(-1)).toMatchObject({ name: stage, ok: false })
    }
  })
})

describe('the answer', () => {
  it('is shown up to 64 KiB, and read up to 1 MiB', async () => {
    const { response } = await test('huge')

    expect(response).toMatchObject({ isCut: true, byteLength: 1024 * 1024 })
    expect(response?.body.length).toBe(64 * 1024)
  })

  it('that is compressed is left as it is', async () => {
    const { response } = await test('bomb')

    expect(response?.headers).toContainEqual(['content-encoding', 'gzip'])
    expect(response?.body).toBe('')
    expect(response?.byteLength).toBeLessThan(300_000)
  })

  it.each([301, 302, 303, 307, 308])('that redirects with %d is not followed', async (status) => {
    const to = encodeURIComponent(`${emulator.tlsUrl}/samples/continue`)
    const { response } = await test(`redirect-to?status=${status}&to=${to}`)

    expect(response?.status).toBe(status)
  })
})

describe('secrets', () => {
  it('that an endpoint sends back are cut out', async () => {
    const password = 'pass"wörd:canary'
    const authentication = basic(password)
    const credentials = Buffer.from(`${authentication.username}:${password}`).toString('base64')
    const key = 'function-key-canary'
    portal.secrets.push(credentials)
    const response = await postTest(
      { origin: portal.origin, token: portal.world.token },
      testOf(`${emulator.tlsUrl}/samples/echo?code=${key}`, { authentication }),
    )
    const text = await response.clone().text()
    const result = await resultOf(response)

    for (const secret of [password, JSON.stringify(password).slice(1, -1), credentials, key]) {
      expect(text).not.toContain(secret)
    }
    expect(result.request.headers).toContainEqual(['authorization', 'Basic •••'])
    expect(result.request.targetUrl).toContain('code=•••')
    expect(result.response?.headers).toContainEqual(['x-echo-authorization', 'Basic •••'])
    expect(result.verdict?.action).toBe('Continue')
  })

  it('of Microsoft Graph stay here: the endpoint gets Basic credentials, and no token', async () => {
    const { response } = await test('echo')

    expect(response?.body).not.toContain('Bearer')
    expect(response?.body).toContain('Basic •••')
  })
})
