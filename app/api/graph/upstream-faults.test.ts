import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { answerJson } from '@/lib/server/testing/upstream'
import { portalOnUpstream } from '../_testing/portal-on-upstream'
import { loyalty } from '../_testing/samples'

const portal = portalOnUpstream()

const connectors = '/api/graph/v1.0/identity/apiConnectors'
const codeOf = async (response: Response) => {
  const body = (await response.json()) as { error: { code: string } }
  return body.error.code
}

type Respond = (response: ServerResponse) => void

const html =
  (status: number): Respond =>
  (response) => {
    response
      .writeHead(status, { 'content-type': 'text/html', 'retry-after': '7' })
      .end('<h1>Bad gateway</h1>')
  }

const faults: Record<string, { respond: Respond; read: string; write: string }> = {
  'cuts the connection before an answer': {
    respond: (response) => response.destroy(),
    read: '502 upstreamUnreachable',
    write: '504 outcomeUnknown',
  },
  'cuts the connection in the middle of an answer': {
    respond: (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
      response.write('{"value":[', () => response.destroy())
    },
    read: '502 upstreamInvalid',
    write: '504 outcomeUnknown',
  },
  'sends half a body and calls it whole': {
    respond: (response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[{"id":'),
    read: '502 upstreamInvalid',
    write: '504 outcomeUnknown',
  },
  'says 200 with nothing in it': {
    respond: (response) => response.writeHead(200).end(),
    read: '502 upstreamInvalid',
    write: '504 outcomeUnknown',
  },
  'sends text that is not UTF-8': {
    respond: (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(Buffer.from([0x22, 0xff, 0x22])),
    read: '502 upstreamInvalid',
    write: '504 outcomeUnknown',
  },
  'shows the page of a captive portal': {
    respond: html(200),
    read: '502 upstreamInvalid',
    write: '504 outcomeUnknown',
  },
  'shows a gateway’s 502 page': {
    respond: html(502),
    read: '502 upstreamInvalid',
    write: '504 outcomeUnknown',
  },
  'shows a gateway’s 503 page': {
    respond: html(503),
    read: '503 upstreamInvalid',
    write: '504 outcomeUnknown',
  },
  'shows a gateway’s 429 page': {
    respond: html(429),
    read: '429 upstreamInvalid',
    write: '429 upstreamInvalid',
  },
  'shows a gateway’s 403 page': {
    respond: html(403),
    read: '502 upstreamInvalid',
    write: '502 upstreamInvalid',
  },
  'sends an error that is JSON but not Graph’s': {
    respond: (response) => answerJson(response, { message: 'nope' }, 500),
    read: '502 upstreamInvalid',
    write: '504 outcomeUnknown',
  },
  'redirects elsewhere': {
    respond: (response) =>
      response.writeHead(307, { location: `${portal.upstream.url}/elsewhere` }).end(),
    read: '502 upstreamInvalid',
    write: '502 upstreamInvalid',
  },
  'speaks something that is not HTTP': {
    respond: (response) => response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n'),
    read: '502 upstreamInvalid',
    write: '504 outcomeUnknown',
  },
  'answers with more than the portal reads': {
    respond: (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(`{"value":["${'x'.repeat(17 * 1024 * 1024)}"]}`),
    read: '502 upstreamInvalid',
    write: '504 outcomeUnknown',
  },
  'answers with an error of Graph’s': {
    respond: (response) =>
      answerJson(response, { error: { code: 'AADB2C90063', message: 'There is a problem.' } }, 500),
    read: '500 AADB2C90063',
    write: '500 AADB2C90063',
  },
}

describe.each(Object.entries(faults))('when Graph %s', (_, fault) => {
  it(`a read is ${fault.read}, after one request`, async () => {
    portal.upstream.respond = (_received, response) => fault.respond(response)

    const response = await portal.ask(connectors)

    expect(`${response.status} ${await codeOf(response)}`).toBe(fault.read)
    expect(portal.upstream.received).toHaveLength(1)
  })

  it(`a creation is ${fault.write}, after one request`, async () => {
    portal.upstream.respond = (_received, response) => fault.respond(response)

    const response = await portal.write('POST', connectors, loyalty)

    expect(`${response.status} ${await codeOf(response)}`).toBe(fault.write)
    expect(portal.upstream.received).toHaveLength(1)
    expect(portal.log.text()).not.toContain('canary')
  })
})
