// Target APIs that answer as nobody should: too much, too slowly, or not in HTTP.
import { gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** Writes to the socket as the caller's HTTP library would not expect; Fastify keeps out of it. */
type Misbehaviour = (reply: FastifyReply, query: Record<string, string | undefined>) => void

const jsonHead = { 'content-type': 'application/json' }

const misbehaviours: Readonly<Record<string, Misbehaviour>> = {
  /** Never ends. */
  endless: ({ raw }) => {
    raw.writeHead(200, jsonHead)
    const more = () => {
      while (!raw.destroyed && raw.write(' '.repeat(64 * 1024)));
      raw.once('drain', more)
    }
    more()
  },
  /** One byte after `?ms=` milliseconds, and again. */
  drip: ({ raw }, { ms = '1000' }) => {
    raw.writeHead(200, jsonHead)
    raw.flushHeaders()
    const timer = setInterval(() => raw.write(' '), Number(ms) || 1000)
    timer.unref()
    raw.once('close', () => clearInterval(timer))
  },
  /** 100 KB that unpack to 100 MB. */
  bomb: ({ raw }) => {
    raw.writeHead(200, { ...jsonHead, 'content-encoding': 'gzip' })
    raw.end(bomb())
  },
  'large-headers': ({ raw }) => {
    raw.writeHead(200, { ...jsonHead, 'x-large': 'x'.repeat(40 * 1024) })
    raw.end('{}')
  },
  /** As servers did before HTTP/1.0: no status, no headers. */
  garbage: ({ raw }) => {
    raw.socket?.end('hello, this is not HTTP\r\n')
  },
  'hang-up': ({ raw }) => {
    raw.socket?.destroy()
  },
  /** Promises more than it sends. */
  'cut-off': ({ raw }) => {
    raw.writeHead(200, { ...jsonHead, 'content-length': 1000 })
    raw.write('{"version":"1.0.0"', () => raw.socket?.end())
  },
  'early-hints': ({ raw }) => {
    raw.writeEarlyHints({ link: '</style.css>; rel=preload' })
    raw.writeHead(200, jsonHead)
    raw.end('{"version":"1.0.0","action":"Continue"}')
  },
  /** Says nothing, and keeps the connection. */
  silent: () => undefined,
}

let packed: Buffer | undefined
const bomb = () => (packed ??= gzipSync(Buffer.alloc(100 * 1024 * 1024)))

export function addHostileAnswers(app: FastifyInstance): void {
  for (const [name, misbehave] of Object.entries(misbehaviours)) {
    app.all(`/samples/${name}`, (request, reply) => {
      reply.hijack()
      misbehave(reply, request.query as Record<string, string>) // Our parser gives texts.
    })
  }
  // Leads wherever `?to=` says, with the status that `?status=` says.
  app.all('/samples/redirect-to', (request, reply) => {
    const { to = '/samples/continue', status = '302' } = request.query as Record<string, string> // As above.
    return reply.redirect(to, Number(status))
  })
}
