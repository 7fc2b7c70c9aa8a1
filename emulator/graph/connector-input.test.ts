import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import {
  basicConnector,
  namesIn,
  openTenant,
  textAt,
  valueAt,
  type Tenant,
} from '../testing/tenant'

let emulator: Emulator
let tenant: Tenant
let id: string

const connectors = '/v1.0/identity/apiConnectors'

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
  tenant = await openTenant(emulator, 'input')
  const created = await tenant.graph(connectors, { method: 'POST', body: basicConnector() })
  id = textAt(created.body, 'id')
})
afterAll(() => emulator.stop())

const basicType = '#microsoft.graph.basicAuthentication'
const withAuthentication = (authenticationConfiguration: unknown) => ({
  authenticationConfiguration,
})
const basic = (changes: Record<string, unknown>) =>
  withAuthentication({ '@odata.type': basicType, username: 'u', password: 'p', ...changes })

const refusals: [string, Record<string, unknown>, string][] = [
  ['no displayName', { displayName: undefined }, 'AADB2C90186'],
  ['a displayName of null', { displayName: null }, 'AADB2C90186'],
  ['an empty displayName', { displayName: '' }, 'AADB2C'],
  ['a displayName that is a number', { displayName: 5 }, 'AADB2C'],
  ['no targetUrl', { targetUrl: undefined }, 'AADB2C90186'],
  ['a targetUrl that is no URL', { targetUrl: 'not a url' }, 'AADB2C99008'],
  ['a relative targetUrl', { targetUrl: '/signup' }, 'AADB2C99008'],
  ['an http targetUrl', { targetUrl: 'http://api.example.com/' }, 'AADB2C99008'],
  ['a targetUrl of another kind', { targetUrl: 'ftp://api.example.com/' }, 'AADB2C99008'],
  ['no authentication', withAuthentication(undefined), 'AADB2C90186'],
  ['authentication that is a text', withAuthentication('basic'), 'AADB2C'],
  ['authentication without a type', basic({ '@odata.type': undefined }), 'AADB2C99019'],
  ['an unknown type', basic({ '@odata.type': '#microsoft.graph.bearer' }), 'AADB2C99019'],
  [
    'the type that is for reading only',
    withAuthentication({ '@odata.type': '#microsoft.graph.clientCertificateAuthentication' }),
    'AADB2C99019',
  ],
  ['no username', basic({ username: undefined }), 'AADB2C90186'],
  ['no password', basic({ password: undefined }), 'AADB2C90186'],
  ['an empty password', basic({ password: '' }), 'AADB2C'],
  ['an unknown property of the authentication', basic({ realm: 'x' }), 'RequestBodyRead'],
  ['an unknown property', { colour: 'red' }, 'RequestBodyRead'],
  ['an id of its own', { id: 'mine' }, 'AADB2C99018'],
]

describe('a create is refused with', () => {
  test.each(refusals)('%s', async (_name, changes, code) => {
    const body = basicConnector(changes)
    const answer = await tenant.graph(connectors, { method: 'POST', body })
    expect(answer.status).toBe(400)
    expect(valueAt(answer.body, 'error', 'code')).toBe(code)
  })
})

describe('an update is refused with', () => {
  const updates: [string, Record<string, unknown>, string][] = [
    ['an id', { id: 'mine' }, 'AADB2C99014'],
    ['a displayName of null', { displayName: null }, 'AADB2C90186'],
    ['an http targetUrl', { targetUrl: 'http://api.example.com/' }, 'AADB2C99008'],
    ['authentication of null', withAuthentication(null), 'AADB2C90186'],
    ['a username without a password', basic({ password: undefined }), 'AADB2C90186'],
    ['an unknown property', { colour: 'red' }, 'RequestBodyRead'],
  ]
  test.each(updates)('%s', async (_name, body, code) => {
    const answer = await tenant.graph(`${connectors}/${id}`, { method: 'PATCH', body })
    expect(answer.status).toBe(400)
    expect(valueAt(answer.body, 'error', 'code')).toBe(code)
  })
})

describe('a body is refused if it', () => {
  test.each([
    ['is not JSON', '{"displayName":', 400],
    ['is empty', '', 400],
    ['is a list', '[]', 400],
    ['is a text', '"x"', 400],
    ['is not called JSON', 'a=b', 415],
    ['is above 4 MB', `"${'x'.repeat(4 * 1024 * 1024)}"`, 413],
  ])('%s', async (_name, body, status) => {
    const type = status === 415 ? 'text/plain' : 'application/json; charset=utf-8'
    const answer = await tenant.graph(connectors, {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    })
    expect(answer.status).toBe(status)
    expect(valueAt(answer.body, 'error', 'innerError', 'request-id')).toBeTruthy()
  })
})

describe('an unknown connector', () => {
  test.each([
    ['GET', undefined, ''],
    ['PATCH', { displayName: 'x' }, ''],
    ['DELETE', undefined, ''],
    ['POST', { pkcs12Value: 'x', password: '' }, '/uploadClientCertificate'],
  ])('is 404 for %s', async (method, body, action) => {
    const answer = await tenant.graph(`${connectors}/unknown${action}`, { method, body })
    expect(answer.status).toBe(404)
    expect(valueAt(answer.body, 'error', 'code')).toBe('AADB2C90073')
  })
})

test('the error envelope is that of the service, with a correlation id and a date without a zone', async () => {
  const headers = { 'client-request-id': 'abc' }
  const { body } = await tenant.graph(`${connectors}/unknown`, { headers })
  const { innerError, ...error } = Object.assign({ innerError: {} }, valueAt(body, 'error'))
  expect(error).toEqual({
    code: 'AADB2C90073',
    message:
      "IdentityApiConnector with id 'unknown' cannot be found in the directory 'contoso.example'.",
  })
  expect(namesIn(innerError)).toEqual(['correlationId', 'date', 'request-id', 'client-request-id'])
  expect(valueAt(innerError, 'date')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
  expect(valueAt(innerError, 'client-request-id')).toBe('abc')
})

test('an http targetUrl is taken where the setting says so', async () => {
  const other = await openTenant(emulator, 'input-http')
  await other.control('/settings', { method: 'PATCH', body: { httpTarget: 'accept' } })
  const body = basicConnector({ targetUrl: 'http://api.example.com/' })
  expect((await other.graph(connectors, { method: 'POST', body })).status).toBe(201)
})

test('what the generated clients send along is taken', async () => {
  const body = basicConnector({ '@odata.type': '#microsoft.graph.identityApiConnector', id: null })
  expect((await tenant.graph(connectors, { method: 'POST', body })).status).toBe(201)
})
