/** Requests that no HTTP library would send, written to the portal's socket byte by byte. */
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { outputFile } from '../scripts/lib/output.mjs'
import { wantedPorts } from '../scripts/lib/ports.mjs'
import type { EmulatorControl } from '../emulator/testing/control-client'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const list = '/api/graph/v1.0/identity/apiConnectors'
const body = JSON.stringify({ displayName: '' })

/** What the portal answers until it closes the connection. */
const say = (text: string) =>
  new Promise<string>((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(wantedPorts().PORT, '127.0.0.1', () => socket.write(text, 'latin1'))
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.once('close', () => {
      resolve(Buffer.concat(chunks).toString('latin1'))
    })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error) // hung up on, which is an answer
    })
  })

const statuses = (answer: string) =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))

type Headers = readonly string[]

const request = (firstLine: string, headers: Headers, content = '') =>
  [`${firstLine} HTTP/1.1`, 'host: localhost', ...headers, '', content].join('\r\n')

const bearer = async (emulator: EmulatorControl) =>
  `authorization: Bearer ${await emulator.token()}`

/** The line of the portal's audit log that has Graph's id of the request. */
const auditLine = (graphRequestId: string) =>
  readFileSync(outputFile('portal', wantedPorts().PORT), 'utf8')
    .split('\n')
    .find((line) => line.includes('"event":"audit"') && line.includes(graphRequestId)) ?? ''

const json = 'content-type: application/json'
const close = 'connection: close'

for (const [what, headers, content] of [
  [
    'with a length and in chunks',
    [`content-length: ${body.length}`, 'transfer-encoding: chunked'],
    `0\r\n\r\nDELETE ${list}/x HTTP/1.1\r\nhost: localhost\r\n\r\n`,
  ],
  ['with two lengths', [`content-length: ${body.length}`, 'content-length: 0'], body],
  ['with a length that is none', ['content-length: 1e1'], body],
  ['in an unknown coding', ['transfer-encoding: xchunked'], body],
  ['in a coding that hides', ['transfer-encoding: chunked, identity'], body],
  ['with a header on two lines', ['x-folded: a', ' b', `content-length: ${body.length}`], body],
  ['with a blank before a colon', [`content-length : ${body.length}`], body],
  ['with a null in a header', ['x-null: a\u0000b', `content-length: ${body.length}`], body],
  ['with a bare line feed', [`x-a: b\ncontent-length: ${body.length}`], body],
] as const) {
  test(`a request ${what} is refused, and what hides in it is not read`, async ({ emulator }) => {
    const answer = await say(
      request(`POST ${list}`, [await bearer(emulator), json, ...headers], content),
    )

    expect(statuses(answer)[0], answer.slice(0, 200)).toBe(400)
    expect(statuses(answer)).toHaveLength(1)
    expect(await emulator.requests()).toEqual([])
  })
}

for (const [what, firstLine, headers, status] of [
  ['a header of 33 KB', `GET ${list}`, [`x-long: ${'a'.repeat(33 * 1024)}`], 431],
  ['an address of 33 KB', `GET ${list}?${'a'.repeat(33 * 1024)}`, [], 431],
  ['a token of 9 KB', `GET ${list}`, [`authorization: Bearer ${'a'.repeat(9 * 1024)}`], 401],
  ['an empty token', `GET ${list}`, ['authorization: Bearer '], 401],
  ['another scheme', `GET ${list}`, ['authorization: Basic dXNlcjpwYXNz'], 401],
  ['a wrong method', `PUT ${list}`, ['content-length: 0'], 405],
  ['an address outside Graph’s', 'GET /api/graph/v1.0/users', [], 404],
  ['a way up', 'GET /api/graph/v1.0/identity/apiConnectors/..%2f..%2fusers', [], 400],
  ['an address that is no UTF-8', `GET ${list}/%E0%A4%A`, [], 404],
  ['another site', `GET ${list}`, ['sec-fetch-site: cross-site'], 403],
  ['another origin', `GET ${list}`, ['origin: https://evil.example'], 403],
] as const) {
  test(`${what} is answered ${status}, and Graph is not asked`, async ({ emulator }) => {
    // Of several the first counts, so that those above may bring their own.
    const answer = await say(request(firstLine, [close, ...headers, await bearer(emulator)]))

    expect(statuses(answer), answer.slice(0, 200)).toEqual([status])
    expect(await emulator.requests()).toEqual([])
  })
}

test('of two tokens only one is carried on', async ({ emulator }) => {
  const [own, other] = [await bearer(emulator), 'authorization: Bearer other']

  const answer = await say(request(`GET ${list}`, [close, own, other]))

  expect(statuses(answer)).toEqual([200])
  expect(await emulator.requests()).toHaveLength(1)
})

for (const method of ['TRACE', 'CONNECT']) {
  test(`${method} gives nothing back of what was sent`, async ({ emulator }) => {
    const answer = await say(request(`${method} ${list}`, [close, await bearer(emulator)]))

    expect(statuses(answer)).not.toContain(200)
    expect(answer).not.toContain('Bearer eyJ')
    expect(await emulator.requests()).toEqual([])
  })
}

test('the audit log names the socket, whatever a caller writes into headers', async ({
  emulator,
}) => {
  const made = ['x-forwarded-for: 203.0.113.66', 'x-portal-socket-address: 203.0.113.66']
  const answer = await say(
    request(`DELETE ${list}/nothing-here`, [close, await bearer(emulator), ...made]),
  )
  const requestId = /^request-id: (\S+)/im.exec(answer)?.[1] ?? ''

  expect(statuses(answer)).toEqual([404])
  await expect.poll(() => auditLine(requestId)).toContain('"sourceAddress":"127.0.0.1"')
  expect(auditLine(requestId)).not.toContain('203.0.113.66')
})

test('a page whose address is no UTF-8 is one that does not exist', async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 404/)
  await signIn(page)

  const response = await page.goto('/connectors/%E0%A4%A')

  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
})
