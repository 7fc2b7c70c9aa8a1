/** Servers for calls that go wrong. */
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'

export type TestServer = {
  readonly port: number
  /** The decrypted text that clients have written. */
  readonly received: () => string
  readonly connections: () => number
  readonly stop: () => Promise<void>
}

type Conversation = (socket: Socket) => void

const answer = '{"version":"1.0.0","action":"Continue"}'

/** Answers a request as an API connector should. */
export const proceed: Conversation = (socket) => {
  socket.once('data', () => {
    const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${answer.length}`
    socket.end(`${head}\r\n\r\n${answer}`)
  })
}

export const startTlsServer = (options: TlsOptions, converse = proceed): Promise<TestServer> =>
  start((observe) => createTlsServer(options, (socket) => observe(socket, converse)))

export const startTcpServer = (converse: Conversation): Promise<TestServer> =>
  start((observe) => createTcpServer((socket) => observe(socket, converse)))

type Observe = (socket: Socket, converse: Conversation) => void

async function start(create: (observe: Observe) => Server): Promise<TestServer> {
  const chunks: Buffer[] = []
  const open = new Set<Socket>()
  let connections = 0
  const server = create((socket, converse) => {
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    // Clients of these tests hang up in all sorts of ways.
    socket.on('error', () => socket.destroy())
    converse(socket)
  })
  server.on('connection', (socket: Socket) => {
    connections += 1
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => open.delete(socket))
  })
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a server on TCP has no other kind
  return {
    port,
    received: () => Buffer.concat(chunks).toString('latin1'),
    connections: () => connections,
    stop: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
