import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { clientId } from '@/emulator/basics/registration'
import { CallFailure } from '@/lib/server/connector-tests/connection/call-failure'
import type { ResolveHost } from '@/lib/server/connector-tests/connection/resolve-host'
import { createHostResolver } from '@/lib/server/connector-tests/connection/resolve-host'
import { startCatchAll, type CatchAll } from '@/lib/server/connector-tests/testing/catch-all'
import {
  startDnsServer,
  type DnsAnswer,
  type DnsServer,
} from '@/lib/server/connector-tests/testing/dns-server'
import { targetCorpus } from '@/lib/server/connector-tests/testing/target-corpus'
import { captureLog } from '@/lib/server/testing/log-output'
import { tokenWith } from '@/lib/server/testing/token-with'
import { answerEmpty, answerJson, startUpstream, type Upstream } from '@/lib/graph/testing/upstream'
import { connectorTestRoute, postTest, resultOf, testOf } from '../support/connector-tests'
import { serveRoutes, type RouteServer } from '../support/route-server'

const log = captureLog()
const lookedUp: string[] = []

vi.setConfig({ testTimeout: 30_000 })

const limits = { dnsMs: 20_000, tcpMs: 20_000, tlsMs: 20_000, totalMs: 20_000 }

/** Ends a call that came as far as DNS, which a test must not ask for other people's names. */
const refuseToResolve: ResolveHost = async ({ host }) => {
  lookedUp.push(host)
  throw new CallFailure('hostNotFound')
}

let listener: CatchAll
let dns: DnsServer
let graph: Upstream
let portal: RouteServer
let onDns: RouteServer

beforeAll(async () => {
  ;[listener, dns, graph] = await Promise.all([startCatchAll(), startDnsServer(), startUpstream()])
  portal = await serveRoutes(connectorTestRoute({ resolve: refuseToResolve }))
  onDns = await serveRoutes(
    connectorTestRoute({ resolve: createHostResolver([dns.address]), limits }),
  )
  vi.stubEnv('EMULATOR_URL', graph.url)
  vi.stubEnv('PORTAL_ORIGIN', 'https://portal.example:8443')
  vi.stubEnv('CONNECTOR_TEST_PORTS', `443,8443,${listener.port}`)
  vi.stubEnv('CONNECTOR_TEST_BLOCK', 'blocked.example,*.blocked.example,8.8.4.0/24,2606:4700::/32')
})

beforeEach(() => {
  limits.dnsMs = 20_000
  lookedUp.length = 0
  dns.questions.length = 0
  graph.received.length = 0
  graph.respond = answerEmpty
  log.clear()
})

afterAll(async () => {
  await Promise.all([listener.stop(), dns.stop(), graph.stop(), portal.stop(), onDns.stop()])
})

type ErrorBody = { error: { code: string; details?: { code: string }[] } }

const token = tokenWith({ appid: clientId, jti: 'token-canary' })

/** The refusal as `code/detail`. */
async function refusalOf(response: Response): Promise<string> {
  const text = await response.text()
  const { error } = JSON.parse(text) as ErrorBody
  expect(response.status).toBe(400)
  return `${error.code}/${error.details?.[0]?.code}`
}

const codeOf: Readonly<Record<string, string>> = {
  port: 'targetNotAllowed',
  name: 'targetNotAllowed',
  address: 'targetNotAllowed',
}

describe('the corpus', () => {
  it('has at least 80 lines', () => {
    expect(new Set(targetCorpus.map(([url]) => url)).size).toBeGreaterThanOrEqual(80)
  })

  it.each(targetCorpus)('%j is %s', async (template, expected) => {
    const url = template.replaceAll('{port}', String(listener.port))
    const response = await postTest({ origin: portal.origin, token }, testOf(url))

    if (expected === 'lookedUp') {
      expect((await resultOf(response)).failure?.code).toBe('hostNotFound')
      expect(lookedUp).toHaveLength(1)
    } else {
      expect(await refusalOf(response)).toBe(
        `${codeOf[expected] ?? 'invalidTargetUrl'}/${expected}`,
      )
      expect(lookedUp).toEqual([])
    }
    expect(listener.count()).toBe(0)
  })

  it.each(['name', 'address', 'port'])(
    'is refused for its %s without a word on what is there',
    async (reason) => {
      const [template = ''] = targetCorpus.find(([, expected]) => expected === reason) ?? []
      const url = template.replaceAll('{port}', String(listener.port))
      const response = await postTest({ origin: portal.origin, token }, testOf(url))
      const text = await response.text()

      expect(text).not.toMatch(/127\.|::1|refused|closed|open(?! Internet)/)
      expect(text).not.toContain(String(listener.port))
    },
  )
})

describe('names of the operator', () => {
  it.each([
    ['https://blocked.example/', 'blocked'],
    ['https://BLOCKED.example./', 'blocked'],
    ['https://api.blocked.example/', 'blocked'],
    ['https://portal.example:8443/api/connector-tests', 'ownOrigin'],
    ['https://PORTAL.example.:8443/', 'ownOrigin'],
  ])('%s is never called', async (url, reason) => {
    const response = await postTest({ origin: portal.origin, token }, testOf(url))

    expect(await refusalOf(response)).toBe(`targetNotAllowed/${reason}`)
    expect(lookedUp).toEqual([])
  })

  it.each(['https://notblocked.example/', 'https://portal.example/'])('%s is', async (url) => {
    await resultOf(await postTest({ origin: portal.origin, token }, testOf(url)))

    expect(lookedUp).toHaveLength(1)
  })
})

describe('what DNS says', () => {
  const ask = (answer: DnsAnswer) => {
    dns.respond = () => answer
    return postTest(
      { origin: onDns.origin, token },
      testOf(`https://api.example.com:${listener.port}/`),
    )
  }

  it.each([
    [['127.0.0.1']],
    [['169.254.169.254']],
    [['100.64.0.1']],
    [['0.0.0.0']],
    [['168.63.129.16']],
    [['192.168.1.1']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['::7f00:1']],
    [['64:ff9b::7f00:1']],
    [['fd00::1']],
    [['8.8.8.8', '127.0.0.1']],
    [['127.0.0.1', '8.8.8.8']],
    [['8.8.8.8', '::1']],
    [['2001:4860:4860::8888', '127.0.0.1']],
  ])('%j is refused, and nobody is called', async (addresses) => {
    expect(await refusalOf(await ask(addresses))).toBe('targetNotAllowed/address')
    expect(listener.count()).toBe(0)
  })

  it.each([[['8.8.4.4']], [['2606:4700::1111']], [['8.8.8.8', '8.8.4.4']]])(
    '%j is in a range of the operator',
    async (addresses) => {
      expect(await refusalOf(await ask(addresses))).toBe('targetNotAllowed/blocked')
    },
  )

  it.each([
    ['no such name', 'hostNotFound'],
    ['failure', 'dnsFailed'],
    ['silence', 'dnsTimeout'],
  ] as const)('%s is told as %s', async (answer, code) => {
    if (answer === 'silence') limits.dnsMs = 200
    const result = await resultOf(await ask(answer))

    expect(result).toMatchObject({
      outcome: 'failed',
      failure: { stage: 'dns', code, message: expect.any(String) as string },
      stages: [{ name: 'dns', ok: false }],
      tls: null,
      response: null,
      verdict: null,
    })
  })

  it('is asked once for each kind of address, so that it cannot change its mind', async () => {
    let count = 0
    dns.respond = ({ type }) => {
      if (type === 'AAAA') return []
      count += 1
      return count === 1 ? ['127.0.0.1'] : ['127.0.0.2']
    }
    const response = await postTest(
      { origin: onDns.origin, token },
      testOf(`https://api.example.com:${listener.port}/`),
    )

    expect(await refusalOf(response)).toBe('targetNotAllowed/address')
    expect(dns.questions.map(({ type }) => type).sort()).toEqual(['A', 'AAAA'])
  })
})

describe('a caller', () => {
  it('whom Graph does not accept gets Graph’s answer, and nobody else hears of it', async () => {
    const error = { code: 'InvalidAuthenticationToken', message: 'No.' }
    graph.respond = (_, response) => {
      response.setHeader('www-authenticate', 'Bearer realm=""')
      answerJson(response, { error }, 401)
    }
    const url = `https://api.example.com:${listener.port}/`
    const response = await postTest({ origin: onDns.origin, token: 'forged-canary' }, testOf(url))

    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ error })
    expect(dns.questions).toEqual([])
    expect(listener.count()).toBe(0)
  })

  it('is proved by one read with the very token', async () => {
    await postTest({ origin: portal.origin, token }, testOf('https://api.example.com/'))

    expect(graph.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v1.0/identity/apiConnectors?$top=1',
    ])
    expect(graph.received[0]?.headers.authorization).toBe(`Bearer ${token}`)
  })

  it('is not asked about when the address makes no sense', async () => {
    await postTest({ origin: portal.origin, token }, testOf('http://api.example.com/'))

    expect(graph.received).toEqual([])
  })
})

describe('a body', () => {
  const post = (body: unknown) => postTest({ origin: portal.origin, token }, body)

  it.each([
    ['another property', testOf('https://api.example.com/', { method: 'GET' })],
    ['an unknown step', testOf('https://api.example.com/', { step: 'later' })],
    ['no authentication', testOf('https://api.example.com/', { authentication: undefined })],
    ['claims that are a list', testOf('https://api.example.com/', { body: [] })],
    [
      'claims of 100 levels',
      testOf('https://api.example.com/', {
        body: { a: JSON.parse('['.repeat(100) + ']'.repeat(100)) as unknown },
      }),
    ],
  ])('with %s is refused', async (_, body) => {
    const response = await post(body)

    expect(response.status).toBe(400)
    expect(((await response.json()) as ErrorBody).error.code).toBe('invalidRequest')
    expect(graph.received).toEqual([])
  })

  it('of 20,000 levels is refused, too', async () => {
    const text = JSON.stringify(testOf('https://api.example.com/')).replace(
      '"en-US"',
      '['.repeat(20_000) + ']'.repeat(20_000),
    )
    const response = await fetch(`${portal.origin}/api/connector-tests`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: text,
    })

    expect(response.status).toBe(400)
  })

  it('of more than 256 KB is 413', async () => {
    const response = await post(
      testOf('https://api.example.com/', { body: { email: 'x'.repeat(257 * 1024) } }),
    )

    expect(response.status).toBe(413)
  })
})
