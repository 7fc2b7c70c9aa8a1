import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { watchArrivals } from './arrivals'
import { close, listen } from '@/lib/graph/testing/upstream'

let server: Server
let origin: string
let stopWatching: () => void

const watch = (portalOrigin: string) => {
  stopWatching = watchArrivals(portalOrigin)
}

beforeEach(async () => {
  server = createServer(({ url, method, headers }, response) => {
    response.end(JSON.stringify({ url, method, address: headers['x-portal-socket-address'] }))
  })
  origin = await listen(server)
})

afterEach(async () => {
  stopWatching()
  await close(server)
})

type Seen = { readonly url: string; readonly method: string; readonly address: string }

/** `fetch` would not send such addresses and headers as they are. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ seen: Seen; answer: IncomingMessage }>((resolve, reject) => {
    request(origin, { path, headers, method })
      .once('error', reject)
      .once('response', (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          resolve({ seen: JSON.parse(Buffer.concat(chunks).toString()) as Seen, answer })
        })
      })
      .end()
  })

describe('a request', () => {
  test('carries the address of its socket, whatever the caller wrote there', async () => {
    watch('http://localhost:3000')

    const { seen } = await ask('/', { 'x-portal-socket-address': '198.51.100.1' })

    expect(seen.address).toBe('127.0.0.1')
  })

  test.each([
    ['/connectors/a?tab=%E0%A4%A', '/connectors/a?tab=%E0%A4%A'],
    ['/connectors/%E0%A4%A4', '/connectors/%E0%A4%A4'],
    ['/connectors/%E0%A4%A', '/unreadable'],
    ['/connectors/%', '/unreadable'],
    ['/%ff', '/unreadable'],
    ['/api/graph/v1.0/identity/apiConnectors/%c0%af', '/api/unreadable'],
  ])('for %s is one for %s', async (path, url) => {
    watch('http://localhost:3000')

    expect((await ask(path)).seen.url).toBe(url)
  })

  test.each([
    [32, `/connectors?${'a&'.repeat(32)}`],
    [33, '/unreadable'],
    [7400, '/unreadable'],
  ])('with %d marks between options is one for %s', async (marks, url) => {
    watch('http://localhost:3000')

    expect((await ask(`/connectors?${'a&'.repeat(marks)}`)).seen.url).toBe(url)
  })

  test('to the API with too many options stays one to the API', async () => {
    watch('http://localhost:3000')

    const { seen } = await ask(`/api/graph/v1.0/identity/apiConnectors?${'a&'.repeat(33)}`)

    expect(seen.url).toBe('/api/unreadable')
  })

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'to a page by %s is refused in the API’s words, as one that Next knows',
    async (method) => {
      watch('http://localhost:3000')

      const { seen } = await ask('/connectors', {}, method)

      expect(seen).toMatchObject({ url: '/api/method-refused', method: 'POST' })
    },
  )

  test.each(['TRACE', 'PROPFIND'])('to the API by %s is refused as well', async (method) => {
    watch('http://localhost:3000')

    const { seen } = await ask('/api/health', {}, method)

    expect(seen).toMatchObject({ url: '/api/method-refused', method: 'POST' })
  })

  test('for a server action, which the portal does not have, is refused', async () => {
    watch('http://localhost:3000')

    expect((await ask('/connectors', { 'next-action': 'a' })).seen.url).toBe('/api/method-refused')
  })
})

test.each([
  ['http://localhost:3000', undefined],
  ['https://portal.example', 'max-age=63072000; includeSubDomains'],
])('%s promises TLS with %s', async (portalOrigin, promise) => {
  watch(portalOrigin)

  expect((await ask('/')).answer.headers['strict-transport-security']).toBe(promise)
})
