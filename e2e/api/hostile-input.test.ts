/**
 * Requests that no page of the portal would send. However they are made up: nothing but what is on
 * the list below reaches Graph, no handler fails, and nothing is left behind in the process.
 */
import { request as httpRequest } from 'node:http'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { anyBody, anyQuery, anySegment, anyToken, nearlyQuery } from './support/hostile'
import { portalOnUpstream } from './support/portal-on-upstream'
import { routeModules } from './support/route-server'

const portal = portalOnUpstream()

/** `npm run fuzz:api` asks for more of them; what fails is printed with the seed that repeats it. */
const parameters = inject('hostileInput')
vi.setConfig({ testTimeout: 60_000 + parameters.numRuns * 500 })

const id = '[A-Za-z0-9_.-]{1,128}'
const connectors = String.raw`/(?:v1\.0|beta)/identity/apiConnectors`
const flows = String.raw`/(?:(?:v1\.0|beta)/identity/b2x|beta/identity/b2c)UserFlows`
const configuration = `${flows}/${id}/apiConnectorConfiguration`
const step = '(?:postFederationSignup|postAttributeCollection|preTokenIssuance)'
const select = String.raw`\$select=[A-Za-z]+(?:%2C[A-Za-z]+)*`
const listOption = String.raw`(?:${select}|\$filter=displayName%20eq%20'(?:[^'&]|'')*'|\$top=\d+|\$count=(?:true|false))`
const auditFilter = String.raw`\$filter=targetResources%2Fany\(t%3At%2Fid%20eq%20'${id}'\)`
const auditOption = String.raw`(?:${auditFilter}|\$orderby=activityDateTime%20desc|\$top=\d+)`
const options = (option: string) => String.raw`(?:\?${option}(?:&${option})*)?`

/** Written down anew, not taken from the portal: what it may send to Graph. */
const allowed = [
  `GET ${connectors}${options(listOption)}`,
  `POST ${connectors}`,
  `(?:GET|PATCH|DELETE) ${connectors}/${id}`,
  `POST ${connectors}/${id}/uploadClientCertificate`,
  `GET ${flows}${options(listOption)}`,
  String.raw`GET ${configuration}(?:\?\$expand=${step}(?:%2C${step}){0,2})?`,
  String.raw`PUT ${configuration}/${step}/\$ref`,
  String.raw`GET /(?:v1\.0|beta)/auditLogs/directoryAudits${options(auditOption)}`,
  String.raw`GET /v1\.0/organization\?\$select=id,displayName,verifiedDomains`,
  'HEAD /', // whether Graph can be reached, without a token
].map((pattern) => new RegExp(`^${pattern}$`))

const strangers = () =>
  portal.upstream.received
    .map(({ method, path }) => `${method} ${path}`)
    .filter(
      (call) => !allowed.some((pattern) => pattern.test(call)) || /\/\.\.?(?:\/|$)/.test(call),
    )

/** The handlers' own failures, by what the log says; Graph's are answered 502 to 504. */
const failures = () =>
  portal.log.lines().filter(({ status, error }) => status === 500 || error !== undefined)

const rejected: unknown[] = []
const noteRejection = (reason: unknown) => rejected.push(reason)
process.on('unhandledRejection', noteRejection)

beforeEach(() => {
  rejected.length = 0
})

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(rejected).toEqual([])
})

afterAll(() => {
  process.off('unhandledRejection', noteRejection)
})

type Wish = {
  readonly method: string
  readonly path: string
  /** Several are sent in as many lines. */
  readonly authorization?: string | readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

/** As written: `fetch` would tidy the path up, and send fewer methods and headers. */
const send = ({ method, path, authorization = 'Bearer token', headers, body }: Wish) =>
  new Promise<number>((resolve, reject) => {
    const sent = httpRequest(portal.origin, {
      method,
      path,
      headers: [
        ...['host', 'localhost'],
        ...[authorization].flat().flatMap((value) => ['authorization', value]),
        ...Object.entries(headers ?? {}).flat(),
      ],
    })
      .once('error', reject)
      .once('response', (response) => {
        response.resume().once('end', () => {
          resolve(response.statusCode ?? 0)
        })
      })
    sent.end(body)
  })

/** An answer is neither a failure of ours nor missing, and Graph saw nothing that is not allowed. */
async function expectHarmless(wish: Wish): Promise<void> {
  portal.upstream.received.length = 0
  portal.log.clear()
  const status = await send(wish)
  expect(status).not.toBe(500)
  expect(failures()).toEqual([])
  expect(strangers()).toEqual([])
}

const templates = Object.keys(routeModules)
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Like a route's address, with whatever in the places of its parameters. */
const anyAddress = fc
  .tuple(
    fc.constantFrom(...templates),
    fc.array(anySegment, { minLength: 3, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([template, segments, isVersionKept]) => {
    const left = [...segments]
    const keep = isVersionKept ? template.replace('[version]', 'v1.0') : template
    return keep.replaceAll(/\[\w+\]/g, () => left.shift() ?? 'a')
  })

describe('no request does harm', () => {
  it('with whatever address, query and method', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...methods),
      anyAddress,
      anyQuery,
      async (method, address, query) => expectHarmless({ method, path: address + query }),
    )
    await fc.assert(property, { ...parameters, numRuns: parameters.numRuns * 5 })
  })

  const reads = [
    '/api/graph/v1.0/identity/apiConnectors',
    '/api/graph/beta/identity/b2cUserFlows',
    '/api/graph/beta/identity/b2cUserFlows/a/apiConnectorConfiguration',
    '/api/graph/v1.0/auditLogs/directoryAudits',
    '/api/graph/v1.0/organization',
  ]

  it('with whatever options of a read', async () => {
    const property = fc.asyncProperty(fc.constantFrom(...reads), nearlyQuery, async (path, query) =>
      expectHarmless({ method: 'GET', path: path + query }),
    )
    await fc.assert(property, { ...parameters, numRuns: parameters.numRuns * 4 })
  })

  it('with whatever address at all', async () => {
    const property = fc.asyncProperty(fc.array(anySegment, { maxLength: 8 }), async (segments) =>
      expectHarmless({ method: 'GET', path: `/api/${segments.join('/')}` }),
    )
    await fc.assert(property, { ...parameters, numRuns: parameters.numRuns * 2 })
  })

  const writes = [
    ['POST', '/api/graph/v1.0/identity/apiConnectors'],
    ['PATCH', '/api/graph/v1.0/identity/apiConnectors/a'],
    ['POST', '/api/graph/v1.0/identity/apiConnectors/a/uploadClientCertificate'],
    [
      'PUT',
      '/api/graph/v1.0/identity/b2xUserFlows/a/apiConnectorConfiguration/postAttributeCollection/$ref',
    ],
  ] as const

  it.each(writes)('with whatever body to %s %s', async (method, path) => {
    const property = fc.asyncProperty(anyBody, async (body) => {
      await expectHarmless({
        method,
        path,
        headers: { 'content-type': 'application/json' },
        body,
      })
      expectKnownBodies()
    })
    await fc.assert(property, { ...parameters, numRuns: parameters.numRuns * 3 })
  })

  it('with whatever token, and without one nothing is asked of Graph', async () => {
    const property = fc.asyncProperty(anyToken, async (authorization) => {
      const path = '/api/graph/v1.0/identity/apiConnectors'
      await expectHarmless({ method: 'GET', path, authorization })
      const passed = portal.upstream.received.map(({ headers }) => headers.authorization)
      expect(passed.every((header) => /^Bearer [\w.~+/-]+=*$/.test(header ?? ''))).toBe(true)
    })
    await fc.assert(property, { ...parameters, numRuns: parameters.numRuns * 3 })
  })
})

/** What a body may hold when it reaches Graph; nothing else gets through, whatever was sent. */
const knownProperties = new Set([
  '@odata.id',
  '@odata.type',
  'authenticationConfiguration',
  'displayName',
  'password',
  'pkcs12Value',
  'targetUrl',
  'username',
])

function expectKnownBodies(): void {
  const names = portal.upstream.received.flatMap(({ body }) =>
    [...body.matchAll(/"([^"\\]*)":/g)].map(([, name = '']) => name),
  )
  expect(names.filter((name) => !knownProperties.has(name) && !name.startsWith('http'))).toEqual([])
}

describe('a text of a megabyte', () => {
  const long = 'x'.repeat(1024 * 1024)

  it.each(['displayName', 'targetUrl', 'authenticationConfiguration', long])(
    'for %.20s is refused while it arrives',
    async (name) => {
      const status = await send({
        method: 'POST',
        path: '/api/graph/v1.0/identity/apiConnectors',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ [name]: long }),
      })

      expect(status).toBe(413)
      expect(portal.upstream.received).toEqual([])
    },
  )
})
