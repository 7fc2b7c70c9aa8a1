import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { answerJson } from '@/lib/graph/testing/upstream'
import { portalOnUpstream } from '../support/portal-on-upstream'

const portal = portalOnUpstream()

const connectors = '/api/graph/v1.0/identity/apiConnectors'
const codeOf = async (response: Response) => {
  const body = (await response.json()) as { error: { code: string } }
  return body.error.code
}

const unchanged = { id: 'a', displayName: 'Old', targetUrl: 'https://api.example.com/' }

type Respond = (response: ServerResponse) => void

const html =
  (status: number): Respond =>
  (response) => {
    response
      .writeHead(status, { 'content-type': 'text/html', 'retry-after': '7' })
      .end('<h1>Bad gateway</h1>')
  }

type Fault = {
  readonly respond: Respond
  /** What a read comes to, and after how many attempts. */
  readonly read: string
  readonly reads: number
  /** What a change comes to. It is sent a second time only after looking in vain for its effect. */
  readonly write: string
}

const faults: Record<string, Fault> = {
  'cuts the connection before an answer': {
    respond: (response) => response.destroy(),
    read: '502 upstreamUnreachable',
    reads: 4,
    write: '504 outcomeUnknown',
  },
  'cuts the connection in the middle of an answer': {
    respond: (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"value":[', () => response.destroy())
    },
    read: '502 upstreamInvalid',
    reads: 2,
    write: '504 outcomeUnknown',
  },
  'sends half a body and calls it whole': {
    respond: (response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[{"id":'),
    read: '502 upstreamInvalid',
    reads: 2,
    write: '504 outcomeUnknown',
  },
  'says 200 with a line end in it': {
    respond: (response) => response.writeHead(200).end('\n'),
    read: '502 upstreamInvalid',
    reads: 2,
    write: '504 outcomeUnknown',
  },
  'sends text that is not UTF-8': {
    respond: (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(Buffer.from([0x22, 0xff, 0x22])),
    read: '502 upstreamInvalid',
    reads: 2,
    write: '504 outcomeUnknown',
  },
  'shows the page of a captive portal': {
    respond: html(200),
    read: '502 upstreamInvalid',
    reads: 1,
    write: '504 outcomeUnknown',
  },
  'shows a gateway’s 502 page': {
    respond: html(502),
    read: '502 upstreamInvalid',
    reads: 1,
    write: '504 outcomeUnknown',
  },
  'shows a gateway’s 503 page': {
    respond: html(503),
    read: '503 upstreamInvalid',
    reads: 1,
    write: '504 outcomeUnknown',
  },
  'shows a gateway’s 429 page': {
    respond: html(429),
    read: '429 upstreamInvalid',
    reads: 1,
    write: '429 upstreamInvalid',
  },
  'shows a gateway’s 403 page': {
    respond: html(403),
    read: '502 upstreamInvalid',
    reads: 1,
    write: '502 upstreamInvalid',
  },
  'sends an error that is JSON but not Graph’s': {
    respond: (response) => answerJson(response, { message: 'nope' }, 500),
    read: '502 upstreamInvalid',
    reads: 2,
    write: '504 outcomeUnknown',
  },
  'redirects elsewhere': {
    respond: (response) =>
      response.writeHead(307, { location: `${portal.upstream.url}/elsewhere` }).end(),
    read: '502 upstreamInvalid',
    reads: 1,
    write: '502 upstreamInvalid',
  },
  'speaks something that is not HTTP': {
    respond: (response) => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'),
    read: '502 upstreamInvalid',
    reads: 2,
    write: '504 outcomeUnknown',
  },
  'answers with more than the portal reads': {
    respond: (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(`{"value":["${'x'.repeat(17 * 1024 * 1024)}"]}`),
    read: '502 upstreamInvalid',
    reads: 2,
    write: '504 outcomeUnknown',
  },
  'answers with an error of Graph’s': {
    respond: (response) =>
      answerJson(response, { error: { code: 'AADB2C90063', message: 'There is a problem.' } }, 500),
    read: '500 AADB2C90063',
    reads: 2,
    write: '504 outcomeUnknown',
  },
}

describe.each(Object.entries(faults))('when Graph %s', (_, fault) => {
  it(`a read is ${fault.read}, after ${fault.reads} in all`, async () => {
    portal.upstream.respond = (_received, response) => fault.respond(response)

    const response = await portal.ask(connectors)

    expect(`${response.status} ${await codeOf(response)}`).toBe(fault.read)
    expect(portal.upstream.received).toHaveLength(fault.reads)
  })

  it(`a change is ${fault.write}, and never sent without looking first`, async () => {
    portal.upstream.respond = ({ method }, response) =>
      method === 'GET' ? answerJson(response, unchanged) : fault.respond(response)

    const response = await portal.write('PATCH', `${connectors}/a`, { displayName: 'New' })

    expect(`${response.status} ${await codeOf(response)}`).toBe(fault.write)
    const methods = portal.upstream.received.map(({ method }) => method).join(' ')
    expect(methods).toBe(fault.write === '504 outcomeUnknown' ? 'PATCH GET PATCH GET' : 'PATCH')
    expect(portal.log.text()).not.toContain('canary')
  })
})
