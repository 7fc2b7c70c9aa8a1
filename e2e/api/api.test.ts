import { request as httpRequest } from 'node:http'
import { describe, expect, it } from 'vitest'
import { portalOnUpstream } from './support/portal-on-upstream'
import { routeModules } from './support/route-server'

const portal = portalOnUpstream()

const connectors = '/api/graph/v1.0/identity/apiConnectors'

const ask = (path: string, init: RequestInit = {}) => fetch(portal.origin + path, init)

const signedIn = (headers: Record<string, string> = {}) => ({
  headers: { authorization: 'Bearer token', ...headers },
})

const problemOf = async (response: Response) => {
  const body = (await response.json()) as { error: Record<string, unknown> }
  return body.error
}

describe('every problem', () => {
  it('is written as Graph writes one, with references for the support line', async () => {
    const clientRequestId = 'e2b0f4b0-2f5b-4d1e-9a37-2f3c3f8f4d11'
    const response = await ask(connectors, { headers: { 'client-request-id': clientRequestId } })

    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    const requestId = response.headers.get('request-id')
    expect(await response.json()).toEqual({
      error: {
        code: 'unauthenticated',
        message: expect.any(String) as string,
        innerError: {
          'request-id': requestId,
          'client-request-id': clientRequestId,
          date: expect.any(String) as string,
        },
      },
    })
    expect(portal.log.lines()).toMatchObject([
      { status: 401, code: 'unauthenticated', requestId, clientRequestId },
    ])
  })
})

describe('a token', () => {
  it.each([
    ['is missing', undefined],
    ['is empty', 'Bearer '],
    ['is of another scheme', 'Basic dXNlcjpwYXNz'],
    ['comes twice', 'Bearer a, Bearer b'],
    ['holds a blank', 'Bearer a b'],
    ['holds a quote', 'Bearer "a"'],
  ])('that %s is 401 and Graph is not asked', async (_, authorization) => {
    const response = await ask(connectors, authorization ? { headers: { authorization } } : {})

    expect([response.status, (await problemOf(response))['code']]).toEqual([401, 'unauthenticated'])
    expect(portal.upstream.received).toEqual([])
  })

  it('of more than 16 KB is 431 with a name of its own', async () => {
    const authorization = `Bearer ${'a'.repeat(16 * 1024 + 1)}`
    const response = await ask(connectors, { headers: { authorization } })

    expect([response.status, (await problemOf(response))['code']]).toEqual([431, 'tokenTooLarge'])
    expect(portal.upstream.received).toEqual([])
  })

  it('of 16 KB is passed on as it is', async () => {
    const authorization = `Bearer ${'a'.repeat(16 * 1024)}`
    await ask(connectors, { headers: { authorization } })

    expect(portal.upstream.received[0]?.headers.authorization).toBe(authorization)
  })
})

describe('another site', () => {
  // Node's fetch does not let a program set these headers, which is the point of them.
  const askWith = (headers: Record<string, string>) =>
    new Promise<{ status: number; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
      httpRequest(portal.origin + connectors, {
        headers: { authorization: 'Bearer token', ...headers },
      })
        .once('response', (response) => {
          response.resume()
          resolve({ status: response.statusCode ?? 0, headers: response.headers })
        })
        .once('error', reject)
        .end()
    })

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://attacker.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://attacker.example' },
  ])('that shows itself by %j is refused, without a word on CORS', async (headers) => {
    const response = await askWith(headers)

    expect(response.status).toBe(403)
    expect(Object.keys(response.headers).filter((name) => name.includes('allow'))).toEqual([])
    expect(portal.upstream.received).toEqual([])
  })

  it('is told from the portal’s own pages and from programs', async () => {
    const own = await askWith({ 'sec-fetch-site': 'same-origin', origin: portal.origin })
    const program = await askWith({})

    expect([own.status, program.status]).toEqual([200, 200])
  })
})

describe('methods', () => {
  const allowed: Record<string, string> = {
    '/api/connector-tests': 'OPTIONS, POST',
    '/api/health': 'GET, HEAD, OPTIONS',
    '/api/ready': 'GET, HEAD, OPTIONS',
    '/api/graph/[version]/auditLogs/directoryAudits': 'GET, HEAD, OPTIONS',
    '/api/graph/[version]/organization': 'GET, HEAD, OPTIONS',
    '/api/graph/[version]/identity/apiConnectors': 'GET, HEAD, OPTIONS, POST',
    '/api/graph/[version]/identity/apiConnectors/[id]': 'DELETE, GET, HEAD, OPTIONS, PATCH',
    '/api/graph/[version]/identity/apiConnectors/[id]/uploadClientCertificate': 'OPTIONS, POST',
    '/api/graph/[version]/identity/b2xUserFlows': 'GET, HEAD, OPTIONS',
    '/api/graph/[version]/identity/b2xUserFlows/[flowId]/apiConnectorConfiguration':
      'GET, HEAD, OPTIONS',
    '/api/graph/[version]/identity/b2xUserFlows/[flowId]/apiConnectorConfiguration/[step]/$ref':
      'OPTIONS, PUT',
    '/api/graph/[version]/identity/b2cUserFlows': 'GET, HEAD, OPTIONS',
    '/api/graph/[version]/identity/b2cUserFlows/[flowId]/apiConnectorConfiguration':
      'GET, HEAD, OPTIONS',
    '/api/graph/[version]/identity/b2cUserFlows/[flowId]/apiConnectorConfiguration/[step]/$ref':
      'OPTIONS, PUT',
  }

  it.each(Object.keys(routeModules))(
    'of %s are those of the contract; others are 405',
    async (route) => {
      const path = route
        .replace('[version]', 'beta')
        .replace('[step]', 'preTokenIssuance')
        .replaceAll(/\[\w+\]/g, 'a')
      const allow = allowed[route] ?? ''
      const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
        (method) => !allow.split(', ').includes(method),
      )

      const options = await ask(path, { method: 'OPTIONS' })
      expect([options.status, options.headers.get('allow')]).toEqual([204, allow])
      expect([...options.headers.keys()].join()).not.toContain('access-control')
      for (const method of others) {
        const response = await ask(path, { method, ...signedIn() })
        expect([response.status, response.headers.get('allow')]).toEqual([405, allow])
        expect((await problemOf(response))['code']).toBe('methodNotAllowed')
      }
      expect(portal.upstream.received).toEqual([])
    },
  )

  it('without a known address are 404, whatever they are', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const response = await ask('/api/graph/v1.0/me', { method, ...signedIn() })
      expect([response.status, (await problemOf(response))['code']]).toEqual([
        404,
        'routeNotAllowed',
      ])
    }
    expect(portal.upstream.received).toEqual([])
  })
})

describe('health', () => {
  it('is ok while the process answers', async () => {
    const response = await ask('/api/health')

    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('is ready when Graph answers anything, and asks it once for many callers', async () => {
    portal.upstream.respond = (_, response) => response.writeHead(403).end()
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask('/api/ready')))

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    expect(portal.upstream.received).toHaveLength(1)
    expect(portal.upstream.received[0]?.headers.authorization).toBeUndefined()
  })
})

describe('the log', () => {
  it('has one line for a request, with the route and never the address', async () => {
    await ask(`${connectors}/a-connector?canary=1`, signedIn({ cookie: 'session=canary' }))

    expect(portal.log.lines()).toHaveLength(1)
    expect(portal.log.lines()[0]).toMatchObject({
      level: 'info',
      method: 'GET',
      route: '/api/graph/{version}/identity/apiConnectors/{id}',
      status: 400,
      durationMs: expect.any(Number) as number,
      code: 'invalidRequest',
    })
    expect(portal.log.text()).not.toContain('canary')
  })
})
