/** A server that answers as a test says, and remembers what it was asked. It stands where Graph does. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Received = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export type Upstream = {
  readonly url: string
  readonly received: Received[]
  /** How the next requests are answered. */
  respond: (received: Received, response: ServerResponse) => void
  readonly stop: () => Promise<void>
}

export async function startUpstream(): Promise<Upstream> {
  const received: Received[] = []
  const server = createServer({ maxHeaderSize: 32 * 1024 }, (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const call = { method, path: url, headers, body: Buffer.concat(chunks).toString() }
      received.push(call)
      upstream.respond(call, response)
    })
  })
  const url = await listen(server)
  const upstream: Upstream = { url, received, respond: answerEmpty, stop: () => close(server) }
  return upstream
}

export const answerEmpty: Upstream['respond'] = (_, response) => {
  answerJson(response, { value: [] })
}

export function answerJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** Listens on a free port of this machine. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a server on TCP has no other kind
  return `http://localhost:${port}`
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise<unknown>((resolve) => server.close(resolve))
}
