import { request as httpRequest } from 'node:http'
import { describe, expect, it } from 'vitest'
import { maxConnectorBodyBytes, maxUploadBodyBytes } from '@/lib/contract/limits'
import { portalOnUpstream } from './support/portal-on-upstream'
import { loyalty } from './support/samples'

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

describe('a body', () => {
  const upload = `${connectors}/a/uploadClientCertificate`

  it.each([
    ['text/plain', undefined],
    ['application/x-www-form-urlencoded', undefined],
    ['application/json; charset=utf-16', undefined],
    ['application/jsonp', undefined],
    ['application/json', 'gzip'],
  ])('of type %s in encoding %s is 415', async (type, encoding) => {
    const response = await ask(connectors, {
      method: 'POST',
      ...signedIn({ 'content-type': type, ...(encoding ? { 'content-encoding': encoding } : {}) }),
      body: '{}',
    })

    expect([response.status, (await problemOf(response))['code']]).toEqual([
      415,
      'unsupportedMediaType',
    ])
    expect(portal.upstream.received).toEqual([])
  })

  it.each([
    [connectors, maxConnectorBodyBytes],
    [upload, maxUploadBodyBytes],
  ])('for %s is counted as it arrives and 413 above %i bytes', async (path, maxBytes) => {
    const announced = await send(path, [Buffer.alloc(maxBytes + 1, 0x20)], true)
    const streamed = await send(path, pieces(maxBytes + 1), false)
    const largest = await send(path, pieces(maxBytes), false)

    expect([announced, streamed]).toEqual(['413 payloadTooLarge', '413 payloadTooLarge'])
    expect(largest).toBe('400 invalidRequest')
    expect(portal.upstream.received).toEqual([])
  })

  it('of more than a thousand entries is refused before its schema looks', async () => {
    const named = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [index, 0]))
    const nested = { displayName: [[Array.from({ length: 1001 }, () => 0)]] }

    for (const body of [named, nested]) {
      const response = await ask(connectors, {
        method: 'POST',
        ...signedIn({ 'content-type': 'application/json' }),
        body: JSON.stringify(body),
      })

      expect(response.status).toBe(400)
      expect((await problemOf(response))['details']).toMatchObject([{ target: 'body' }])
    }
  })

  it('of many unknown properties is told of twenty', async () => {
    const body = Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`x${index}`, 0]))
    const response = await ask(connectors, {
      method: 'POST',
      ...signedIn({ 'content-type': 'application/json' }),
      body: JSON.stringify(body),
    })

    expect((await problemOf(response))['details']).toHaveLength(20)
  })

  it.each([
    ['nothing', ''],
    ['half of an object', '{"displayName":'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['UTF-16', Buffer.from('{}', 'utf16le')],
  ])('that is %s is 400 and its text is not repeated', async (_, body) => {
    const response = await ask(connectors, {
      method: 'POST',
      ...signedIn({ 'content-type': 'application/json; charset=utf-8' }),
      body,
    })

    expect(response.status).toBe(400)
    const problem = await problemOf(response)
    expect(problem).toMatchObject({ code: 'invalidRequest', details: [{ target: 'body' }] })
    expect(JSON.stringify(problem)).not.toContain('displayName')
  })

  it('nested a million times does no harm', async () => {
    const body = '['.repeat(120_000) + ']'.repeat(120_000)
    const response = await ask(upload, {
      method: 'POST',
      ...signedIn({ 'content-type': 'application/json' }),
      body,
    })

    expect(response.status).toBe(400)
  })

  const pieces = (length: number) =>
    Array.from({ length: Math.ceil(length / 8192) }, (_, index) =>
      Buffer.alloc(Math.min(8192, length - index * 8192), 0x20),
    )

  async function send(path: string, chunks: Buffer[], isAnnounced: boolean): Promise<string> {
    const length = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)
    return new Promise((resolve, reject) => {
      const request = httpRequest(portal.origin + path, {
        method: 'POST',
        headers: {
          authorization: 'Bearer token',
          'content-type': 'application/json',
          ...(isAnnounced ? { 'content-length': length } : {}),
        },
      })
      request.once('error', reject).once('response', (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const text = Buffer.concat(parts).toString()
          const { error } = JSON.parse(text) as { error: { code: string } }
          resolve(`${response.statusCode ?? 0} ${error.code}`)
        })
      })
      chunks.forEach((chunk) => request.write(chunk))
      request.end()
    })
  }
})

it('whose values make a check throw is refused like any other', async () => {
  const username = { length: { toString: 'no function' } }
  const authenticationConfiguration = { ...loyalty.authenticationConfiguration, username }

  const response = await portal.write('POST', connectors, {
    ...loyalty,
    authenticationConfiguration,
  })

  expect(response.status).toBe(400)
  expect(portal.upstream.received).toEqual([])
})
