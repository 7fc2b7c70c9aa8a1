/** Writes whose answer is lost: found out by reading, never sent blindly a second time. */
import { beforeEach, describe, expect, it } from 'vitest'
import { startEmulator } from '@/emulator/emulator'
import type { FaultRequest } from '@/emulator/testing/control-client'
import { makePfx } from '@/emulator/testing/make-pfx'
import { emulatedPortal } from '../support/emulated-portal'
import { basic, loyalty, pfxWish, uploadOf } from '../support/samples'

const portal = emulatedPortal(() => startEmulator({ port: 0, tlsPort: 0 }))

const connectors = '/v1.0/identity/apiConnectors'
const flow = '/v1.0/identity/b2xUserFlows/B2X_1_outcome'
const reference = `${flow}/apiConnectorConfiguration/postAttributeCollection/$ref`

type State = {
  readonly connectors: readonly { id: string; displayName: string; targetUrl: string }[]
  readonly flows: readonly { id: string }[]
}
const stateNow = async () => (await portal.world.state()) as State

/** A connector with a certificate, attached to nothing. */
let id = ''
const certificate = makePfx({ ...pfxWish, subject: 'first' })
const next = makePfx({ ...pfxWish, subject: 'next' })
const first = {
  ...loyalty,
  displayName: 'With certificate',
  authenticationConfiguration: {
    '@odata.type': '#microsoft.graph.pkcs12Certificate',
    ...uploadOf(certificate),
  },
}

beforeEach(async () => {
  await portal.world.settings({ connectorLimit: null })
  const created = await portal.world.ask('POST', connectors, first)
  id = ((await created.json()) as { id: string }).id
})

type Fault = Omit<FaultRequest, 'method' | 'path'>

type Write = {
  readonly method: string
  readonly path: () => string
  readonly body?: unknown
  readonly status: number
}

const writesOf: Record<string, Write> = {
  creation: { method: 'POST', path: () => connectors, body: loyalty, status: 201 },
  change: {
    method: 'PATCH',
    path: () => `${connectors}/${id}`,
    body: { displayName: 'Renamed' },
    status: 204,
  },
  'new password': {
    method: 'PATCH',
    path: () => `${connectors}/${id}`,
    body: { authenticationConfiguration: basic() },
    status: 204,
  },
  'new certificate': {
    method: 'PATCH',
    path: () => `${connectors}/${id}`,
    body: {
      authenticationConfiguration: {
        '@odata.type': '#microsoft.graph.pkcs12Certificate',
        ...uploadOf(next),
      },
    },
    status: 204,
  },
  upload: {
    method: 'POST',
    path: () => `${connectors}/${id}/uploadClientCertificate`,
    body: uploadOf(next),
    status: 200,
  },
  deletion: { method: 'DELETE', path: () => `${connectors}/${id}`, status: 204 },
}

const faultsAfter: Fault[] = [
  { kind: 'loseResponse' },
  { kind: 'truncate' },
  { kind: 'status', status: 500, applied: true },
  { kind: 'status', status: 503, applied: true },
  { kind: 'status', status: 504, applied: true },
  { kind: 'html', applied: true },
]
const faultsBefore: Fault[] = [{ kind: 'reset' }, { kind: 'status', status: 503 }, { kind: 'html' }]

const send = ({ method, path, body }: Write) => portal.world.ask(method, path(), body)

/** Fails the next such call; sees the fault as used up when it struck. */
const strike = (write: Write, fault: Fault) =>
  portal.world.faults({
    method: write.method,
    path: new URL(write.path(), 'http://x').pathname.slice(5),
    ...fault,
  })

describe.each(Object.entries(writesOf))('a %s', (name, write) => {
  it.each(faultsAfter)(
    'that happened although Graph failed with %j is told as done',
    async (fault) => {
      await strike(write, fault)
      const sentBefore = (await portal.world.writes()).length

      const response = await send(write)

      expect(response.status).toBe(write.status)
      // A password cannot be read back, so it is set once more: the same value does no harm.
      const sent = (await portal.world.writes()).slice(sentBefore)
      expect(sent).toHaveLength(name === 'new password' ? 2 : 1)
    },
  )
})

describe.each(Object.entries(writesOf).filter(([, { method }]) => method !== 'POST'))(
  'a %s',
  (_, write) => {
    it.each(faultsBefore)('that %j kept from happening is sent again, and done', async (fault) => {
      await strike(write, fault)
      const sentBefore = (await portal.world.writes()).length

      const response = await send(write)

      expect(response.status).toBe(204)
      expect((await portal.world.writes()).slice(sentBefore)).toEqual([write.method, write.method])
    })
  },
)

describe('a creation', () => {
  it('that is recognised is answered as Graph would have answered it', async () => {
    await strike(writesOf['creation'] as Write, { kind: 'loseResponse' })

    const response = await portal.world.ask('POST', connectors, loyalty)

    const created = (await stateNow()).connectors.filter(
      (c) => c.displayName === loyalty.displayName,
    )
    expect(created).toHaveLength(1)
    expect(await response.json()).toMatchObject({
      '@odata.context': expect.stringMatching(/#identity\/apiConnectors\/\$entity$/) as string,
      id: created[0]?.id,
      displayName: loyalty.displayName,
      authenticationConfiguration: { password: '******' },
    })
  })

  it('is told from a connector of the same name and endpoint that was there before', async () => {
    await portal.world.ask('POST', connectors, loyalty)
    const before = new Set((await stateNow()).connectors.map((connector) => connector.id))
    await strike(writesOf['creation'] as Write, { kind: 'loseResponse' })

    const response = await portal.world.ask('POST', connectors, loyalty)

    const { id: created } = (await response.json()) as { id: string }
    expect(response.status).toBe(201)
    expect(before).not.toContain(created)
    expect((await stateNow()).connectors).toHaveLength(before.size + 1)
  })
})

describe.each(['creation', 'upload'])('a %s that did not happen', (name) => {
  it('is outcomeUnknown after several looks, and was sent once', async () => {
    const write = writesOf[name] as Write
    await strike(write, { kind: 'reset' })
    const before = await stateNow()
    const sentBefore = (await portal.world.writes()).length

    const response = await send(write)

    expect(response.status).toBe(504)
    expect(await response.json()).toMatchObject({
      error: { code: 'outcomeUnknown', details: [{ target: 'outcome', code: 'notSeen' }] },
    })
    expect((await stateNow()).connectors).toEqual(before.connectors)
    expect((await portal.world.writes()).slice(sentBefore)).toEqual(['POST'])
  })
})

it('a certificate that the connector had before cannot be told from its second upload', async () => {
  const path = `/identity/apiConnectors/${id}/uploadClientCertificate`
  await portal.world.faults({ method: 'POST', path, kind: 'loseResponse' })

  const response = await portal.world.ask('POST', `/v1.0${path}`, uploadOf(certificate))

  expect(await response.json()).toMatchObject({
    error: { code: 'outcomeUnknown', details: [{ target: 'outcome', code: 'hidden' }] },
  })
})

it('a connector that is gone gets no certificate, and Graph says so itself', async () => {
  await portal.world.ask('DELETE', `${connectors}/${id}`)
  const upload = writesOf['upload'] as Write

  expect((await send(upload)).status).toBe(404)
  expect(await portal.world.writes()).toEqual(['POST', 'DELETE'])
})

it('what Graph refuses for good is its own answer, after one attempt', async () => {
  await strike(writesOf['change'] as Write, { kind: 'status', status: 409 })

  const response = await send(writesOf['change'] as Write)

  expect(response.status).toBe(409)
  expect(await portal.world.writes()).toEqual(['POST', 'PATCH'])
})

it('what Graph puts off with 429 is sent again after the pause', async () => {
  await strike(writesOf['creation'] as Write, {
    kind: 'status',
    status: 429,
    headers: { 'Retry-After': '1' },
  })
  const startedMs = performance.now()

  const response = await portal.world.ask('POST', connectors, loyalty)

  expect(response.status).toBe(201)
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(1000)
  expect(
    (await stateNow()).connectors.filter((c) => c.displayName === 'Loyalty lookup'),
  ).toHaveLength(1)
})

describe('an attachment', () => {
  const attach = async (fault: Fault, body: unknown) => {
    const flowId = (await stateNow()).flows[0]?.id ?? ''
    const path = reference.replace('B2X_1_outcome', flowId)
    await portal.world.faults({ method: 'PUT', path: path.slice(5), ...fault })
    const response = await portal.world.ask('PUT', path, body)
    return {
      status: response.status,
      puts: (await portal.world.writes()).filter((m) => m === 'PUT').length,
    }
  }
  const toThis = () => ({
    '@odata.id': `https://graph.microsoft.com/v1.0/identity/apiConnectors/${id}`,
  })

  it.each([
    [{ kind: 'loseResponse' }, 1],
    [{ kind: 'status', status: 504, applied: true }, 1],
    [{ kind: 'reset' }, 2],
    [{ kind: 'status', status: 503 }, 2],
  ] as const)('after %j is done with %i writes', async (fault, puts) => {
    expect(await attach(fault, toThis())).toEqual({ status: 204, puts })
    expect(JSON.stringify((await stateNow()).flows)).toContain(id)
  })

  it.each([
    [{ kind: 'loseResponse' }, 1],
    [{ kind: 'html' }, 2],
  ] as const)('is taken away after %j with %i writes', async (fault, puts) => {
    expect(await attach(fault, {})).toEqual({ status: 204, puts })
  })
})
