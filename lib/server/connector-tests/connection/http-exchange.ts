/** One request over a connection that is there already, and as much of its answer as is wanted. */
import 'server-only'
import type { Socket } from 'node:net'
import { Client, type Dispatcher } from 'undici'
import type { HeaderPairs } from '@/lib/contract/connector-test'
import { CallFailure, codeOf, type FailureCode } from './call-failure'

/** In bytes: what the portal reads of an answer's headers and of its body. */
const maxHeaderBytes = 16 * 1024
const maxBodyBytes = 1024 * 1024

export type HttpRequest = {
  readonly origin: string
  readonly path: string
  readonly headers: HeaderPairs
  readonly body: string
  readonly signal: AbortSignal
}

export type HttpAnswer = {
  readonly status: number
  /** Names in lower case; those that came more than once keep their lines. */
  readonly headers: HeaderPairs
  /** As they came: an encoded body is not decoded. */
  readonly bytes: Buffer
  /** Whether there would have been more. */
  readonly isTruncated: boolean
}

/**
 * Sends one POST by HTTP/1.1 and follows no redirect. Throws a `CallFailure`. The connection is of no
 * further use.
 */
export async function exchange(
  socket: Socket,
  request: HttpRequest,
  onAnswer: () => void,
): Promise<HttpAnswer> {
  const client = clientOn(socket, request.origin)
  return exchangeOn(client, request, onAnswer).finally(() => {
    socket.destroy()
    return client.destroy()
  })
}

async function exchangeOn(
  client: Client,
  { path, headers, body, signal }: HttpRequest,
  onAnswer: () => void,
): Promise<HttpAnswer> {
  const answer = await client
    .request({ method: 'POST', path, headers: headers.flat(), body, signal })
    .catch(giveUp(waitingCodes, 'connectionFailed'))
  onAnswer()
  const content = await readBody(answer.body).catch(giveUp(downloadCodes, 'bodyIncomplete'))
  return { status: answer.statusCode, headers: pairsOf(answer.headers), ...content }
}

/** Takes the one connection, once: undici would make another when the first is lost. */
function clientOn(socket: Socket, origin: string): Client {
  let isTaken = false
  return new Client(origin, {
    connect: (_options, callback) => {
      if (isTaken) return callback(new Error('The connection is used up'), null)
      isTaken = true
      // Not at once: the client would not notice that it may go on.
      queueMicrotask(() => callback(null, socket))
    },
    allowH2: false,
    maxHeaderSize: maxHeaderBytes,
    // Says `connection: close`.
    pipelining: 0,
    // The caller's signal is the one limit.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
}

/** Stops at the limit: what has come before is enough to judge. */
async function readBody(
  body: AsyncIterable<unknown>,
): Promise<Pick<HttpAnswer, 'bytes' | 'isTruncated'>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk) // undici gives no other chunks while no encoding is set
    length += chunk.length
    if (length > maxBodyBytes) break
  }
  const bytes = Buffer.concat(chunks).subarray(0, maxBodyBytes)
  return { bytes, isTruncated: length > maxBodyBytes }
}

const pairsOf = (headers: Dispatcher.ResponseData['headers']): HeaderPairs =>
  Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((line): [string, string] => [name.toLowerCase(), line]),
  )

/** By the error's code or, where undici sets none, its name. */
type Codes = readonly (readonly [pattern: RegExp, code: FailureCode])[]

const waitingCodes: Codes = [
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'headersTooLarge'],
  [/^HTTPParserError$/, 'notHttp'],
  [/^ECONNRESET$|^EPIPE$/, 'connectionReset'],
  [/^UND_ERR_SOCKET$/, 'connectionClosed'],
]

const downloadCodes: Codes = [[/^HTTPParserError$/, 'notHttp']]

function giveUp(codes: Codes, otherwise: FailureCode): (cause: unknown) => never {
  return (cause) => {
    const name = codeOf(cause) || (cause instanceof Error ? cause.name : '')
    const code = codes.find(([pattern]) => pattern.test(name))?.[1] ?? otherwise
    throw new CallFailure(code, { cause })
  }
}
