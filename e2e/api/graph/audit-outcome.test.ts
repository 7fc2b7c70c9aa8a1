import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { auditRecordSchema } from '@/lib/server/audit/audit-record'
import { answerJson } from '@/lib/graph/testing/upstream'
import { portalOnUpstream } from '../support/portal-on-upstream'

const portal = portalOnUpstream()

const connector = '/api/graph/v1.0/identity/apiConnectors/a'

const lines = () => portal.log.audit().map((line) => auditRecordSchema.parse(line))

const problem = (status: number, code: string) => (response: ServerResponse) => {
  answerJson(response, { error: { code } }, status)
}

it.each<[string, (response: ServerResponse) => void, object]>([
  [
    'answers without a body',
    (response) => response.writeHead(204, { 'request-id': 'graph-1' }).end(),
    { outcome: 'succeeded', status: 204, graphStatus: 204, graphRequestId: 'graph-1' },
  ],
  [
    'refuses',
    problem(409, 'AADB2C95053'),
    { outcome: 'refused', status: 409, graphStatus: 409, code: 'AADB2C95053' },
  ],
  [
    'has a code of several lines',
    problem(400, 'two\nlines'),
    { outcome: 'refused', code: 'two\uFFFDlines' },
  ],
  [
    'shows the page of a proxy that refuses',
    (response) => response.writeHead(407, { 'content-type': 'text/html' }).end('<h1>'),
    { outcome: 'refused', status: 502, graphStatus: null, code: 'upstreamInvalid' },
  ],
  [
    'hangs up',
    (response) => response.destroy(),
    { outcome: 'unknown', status: 504, graphStatus: null, code: 'outcomeUnknown' },
  ],
])('when Graph %s, the line says so', async (_, respond, expected) => {
  portal.upstream.respond = (_received, response) => respond(response)

  await portal.ask(connector, { method: 'DELETE' })

  expect(lines()).toMatchObject([{ action: 'deleteConnector', connectorId: 'a', ...expected }])
})

it.each([
  ['the socket', {}, '192.0.2.7'],
  ['an IPv6 socket', { 'x-portal-socket-address': '2001:db8::1' }, '2001:db8::1'],
  ['an IPv4 address in IPv6', { 'x-portal-socket-address': '::ffff:192.0.2.9' }, '192.0.2.9'],
  ['a header that is not trusted', { 'x-forwarded-for': '198.51.100.1' }, '192.0.2.7'],
  ['a socket that has gone', { 'x-portal-socket-address': '' }, null],
])('the address is that of %s', async (_, headers, address) => {
  await portal.ask(connector, {
    method: 'DELETE',
    headers: { 'x-portal-socket-address': '192.0.2.7', ...headers },
  })

  expect(lines()).toMatchObject([{ sourceAddress: address }])
})
