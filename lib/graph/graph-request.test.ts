import { createServer } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from './basics/caller'
import { sendToGraph, type GraphRequest } from './graph-request'
import { close, listen, startUpstream, type Upstream } from './testing/upstream'

let upstream: Upstream

beforeAll(async () => {
  upstream = await startUpstream()
})

beforeEach(() => {
  upstream.received.length = 0
})

afterAll(() => upstream.stop())

const read: GraphRequest = { method: 'GET', path: '/v1.0/identity/apiConnectors' }
const write: GraphRequest = { ...read, method: 'POST', body: {} }

const callerOf = (graphRoot: string, gone = new AbortController().signal): Caller => ({
  token: 'token',
  clientRequestId: 'e2b0f4b0-2f5b-4d1e-9a37-2f3c3f8f4d11',
  gone,
  patienceMs: 0,
  graphRoot,
  noteAnswer: () => undefined,
})

const patient = { headersMs: 5_000, bodyMs: 5_000 }

const outcomeOf = async (
  caller: Caller,
  request: GraphRequest,
  limits: { headersMs: number; bodyMs: number; deadline?: AbortSignal },
) => {
  const deadline = limits.deadline ?? AbortSignal.timeout(10_000)
  const answer = await sendToGraph(caller, request, {
    ...limits,
    deadline,
    endsAtMs: Infinity,
  }).catch((error: unknown) => error)
  return (answer as { code?: string; status?: number }).code ?? 'answered'
}

describe('when no connection can be made', () => {
  it.each([
    ['nothing listens there', 'http://localhost:1'],
    ['the name does not exist', 'http://graph.invalid'],
    ['the other side speaks no TLS', 'TLS'],
  ])('because %s, read and write are upstreamUnreachable: nothing was sent', async (_, root) => {
    const graphRoot = root === 'TLS' ? upstream.url.replace('http:', 'https:') : root

    expect(await outcomeOf(callerOf(graphRoot), read, patient)).toBe('upstreamUnreachable')
    expect(await outcomeOf(callerOf(graphRoot), write, patient)).toBe('upstreamUnreachable')
    expect(upstream.received).toEqual([])
  })

  it('because the other side hangs up on the handshake, it is the same', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.destroy()))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0

    expect(await outcomeOf(callerOf(`https://localhost:${port ?? 0}`), write, patient)).toBe(
      'upstreamUnreachable',
    )
    server.close()
  })
})

describe('when Graph takes too long', () => {
  const hang = () => undefined
  const dripBody: Upstream['respond'] = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const timer = setInterval(() => response.write(' '), 20)
    response.once('close', () => clearInterval(timer))
  }

  const stopInBody: Upstream['respond'] = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{')
  }

  it.each([
    { what: 'sends no headers', respond: hang, limits: { ...patient, headersMs: 100 } },
    { what: 'stops in the body', respond: stopInBody, limits: { ...patient, bodyMs: 100 } },
    { what: 'never ends its body', respond: dripBody, limits: patient },
    { what: 'outlasts the whole budget', respond: hang, limits: patient },
  ])(
    'and $what, a read is upstreamTimeout and a write outcomeUnknown',
    async ({ respond, limits }) => {
      upstream.respond = respond
      const withDeadline = () => ({ ...limits, deadline: AbortSignal.timeout(400) })

      expect(await outcomeOf(callerOf(upstream.url), read, withDeadline())).toBe('upstreamTimeout')
      expect(await outcomeOf(callerOf(upstream.url), write, withDeadline())).toBe('outcomeUnknown')
      expect(upstream.received).toHaveLength(2)
    },
  )
})

describe('the portal’s one pool', () => {
  it('is shared by all requests to an origin', async () => {
    const { connectionsTo } = await import('./graph-connection')

    expect(connectionsTo(upstream.url)).toBe(connectionsTo(upstream.url))
  })

  it('serves on after the server has closed idle connections', async () => {
    const { createServer: createHttpServer } = await import('node:http')
    const server = createHttpServer((_, response) => response.end('{}'))
    const url = await listen(server)

    expect(await outcomeOf(callerOf(url), read, patient)).toBe('answered')
    server.closeIdleConnections()
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await outcomeOf(callerOf(url), read, patient)).toBe('answered')
    await close(server)
  })
})
