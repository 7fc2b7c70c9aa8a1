import { describe, expect, it } from 'vitest'
import { portalOnUpstream } from '../support/portal-on-upstream'
import { loyalty } from '../support/samples'

const portal = portalOnUpstream()

const connectors = '/api/graph/v1.0/identity/apiConnectors'

describe('an answer of Graph’s', () => {
  it('reaches the browser byte by byte', async () => {
    const bytes = '{ "value" : [ ],\n "extra":1.0, "name":"\\u00e9" }'
    portal.upstream.respond = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json;odata.metadata=minimal;charset=utf-8' })
        .end(bytes)

    const response = await portal.ask(connectors)

    expect(await response.text()).toBe(bytes)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('brings Graph’s references along, and nothing that is not for the browser', async () => {
    portal.upstream.respond = (_, response) => {
      response.writeHead(429, {
        'content-type': 'application/json',
        'request-id': 'graph-request',
        'client-request-id': 'graph-client-request',
        'retry-after': '11',
        'set-cookie': 'session=1',
        'access-control-allow-origin': '*',
        location: 'https://attacker.example',
        server: 'nginx',
        'x-ms-ags-diagnostic': '{}',
      })
      response.end(JSON.stringify({ error: { code: 'TooManyRequests' } }))
    }

    const response = await portal.ask(connectors)

    expect(response.status).toBe(429)
    const names = [...response.headers.keys()].filter((name) => !hopByHop.has(name))
    expect(names.sort()).toEqual([
      'cache-control',
      'client-request-id',
      'content-type',
      'request-id',
      'retry-after',
    ])
    expect(response.headers.get('request-id')).toBe('graph-request')
    expect(response.headers.get('client-request-id')).toBe('graph-client-request')
    expect(response.headers.get('retry-after')).toBe('11')
    expect(portal.log.lines().at(-1)).toMatchObject({
      status: 429,
      graphStatus: 429,
      graphRequestId: 'graph-request',
      code: 'TooManyRequests',
    })
  })

  it('brings Bearer challenges along as they were written, and no others', async () => {
    const claims =
      'Bearer realm="", authorization_uri="https://login.example/authorize", error="insufficient_claims", claims="eyJhIjoxfQ=="'
    portal.upstream.respond = (_, response) => {
      response.writeHead(401, [
        ['content-type', 'application/json'],
        ['www-authenticate', 'Basic realm="intranet"'],
        ['www-authenticate', claims],
        ['www-authenticate', 'Bearer realm="second"'],
      ] as unknown as string[])
      response.end(JSON.stringify({ error: { code: 'InvalidAuthenticationToken' } }))
    }

    const response = await portal.ask(connectors)

    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe(`${claims}, Bearer realm="second"`)
  })

  it('without a body is a success of PATCH, PUT and DELETE', async () => {
    portal.upstream.respond = (_, response) => response.writeHead(204).end()

    const changed = await portal.write('PATCH', `${connectors}/a`, { displayName: 'New' })
    const removed = await portal.ask(`${connectors}/a`, { method: 'DELETE' })

    expect([changed.status, removed.status]).toEqual([204, 204])
    expect([await changed.text(), await removed.text()]).toEqual(['', ''])
    expect(changed.headers.get('content-type')).toBeNull()
  })
})

const hopByHop = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding'])

describe('a request to Graph', () => {
  it('carries six headers and none of the browser’s others', async () => {
    await portal.write('PATCH', `${connectors}/a`, { displayName: 'New' })

    const [received] = portal.upstream.received
    const names = Object.keys(received?.headers ?? {}).filter(
      (name) => !['host', 'connection', 'content-length'].includes(name),
    )
    expect(names.sort()).toEqual([
      'accept',
      'accept-encoding',
      'authorization',
      'client-request-id',
      'content-type',
      'user-agent',
    ])
    expect(received?.headers).toMatchObject({
      authorization: 'Bearer token-canary',
      'accept-encoding': 'identity',
      'client-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    })
  })

  it('keeps the browser’s client-request-id when it is a UUID', async () => {
    const id = 'e2b0f4b0-2f5b-4d1e-9a37-2f3c3f8f4d11'
    await portal.ask(connectors, { headers: { 'client-request-id': id } })
    await portal.ask(connectors, { headers: { 'client-request-id': 'x\tnot-a-uuid' } })

    const [first, second] = portal.upstream.received.map(
      ({ headers }) => headers['client-request-id'],
    )
    expect(first).toBe(id)
    expect(second).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('holds only the properties that the contract knows', async () => {
    await portal.write('POST', connectors, loyalty)

    const creation = portal.upstream.received.find(({ method }) => method === 'POST')
    expect(JSON.parse(creation?.body ?? '')).toEqual(loyalty)
  })

  it('is rebuilt from the options that were understood', async () => {
    const filter = encodeURIComponent("displayName eq 'O''Brien & co'")
    await portal.ask(`${connectors}?%24top=5&$filter=${filter}&$select=id,displayName&$count=true`)

    expect(portal.upstream.received[0]?.path).toBe(
      `/v1.0/identity/apiConnectors?$top=5&$filter=displayName%20eq%20'O''Brien%20%26%20co'&$select=id%2CdisplayName&$count=true`,
    )
  })
})

describe('when the browser has gone', () => {
  /** Resolves once Graph sees its connection closed without having answered. */
  const hangUntilClosed = () =>
    new Promise<void>((resolve) => {
      portal.upstream.respond = (_, response) => response.once('close', resolve)
    })

  it('a read is given up', async () => {
    const closed = hangUntilClosed()
    const gone = new AbortController()
    const answer = portal.ask(connectors, { signal: gone.signal }).catch(() => 'gone')

    await expect.poll(() => portal.upstream.received.length).toBe(1)
    gone.abort()

    expect(await answer).toBe('gone')
    await closed
    await expect.poll(() => portal.log.lines()).toMatchObject([{ callerGone: true }])
  })

  it('a write is seen through, and its outcome logged', async () => {
    const gone = new AbortController()
    const release = new Promise<() => void>((resolve) => {
      portal.upstream.respond = (_, response) => {
        resolve(() => response.writeHead(204).end())
      }
    })
    const answer = portal
      .ask(`${connectors}/a`, { method: 'DELETE', signal: gone.signal })
      .catch(() => 'gone')

    const answerNow = await release
    gone.abort()
    expect(await answer).toBe('gone')
    answerNow()

    await expect
      .poll(() => portal.log.lines())
      .toMatchObject([{ method: 'DELETE', status: 204, graphStatus: 204 }])
  })
})
