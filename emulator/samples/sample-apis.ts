// Target APIs as a connector calls them: one for each way such an API can answer.
import { setTimeout as wait } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { TlsIdentity } from './certificate-authority'
import { addAlmostRightAnswers, addClaimsAnswers } from './claims-answers'
import { addFloodingAnswers } from './flooding-answers'
import { addHostileAnswers } from './hostile-answers'

const proceed = { version: '1.0.0', action: 'Continue' }

/** The HTTPS server, not yet listening. It asks for a client certificate but insists on none. */
export function createSampleApis({ certificate, privateKey }: TlsIdentity) {
  const app = Fastify({
    https: {
      cert: certificate,
      key: privateKey,
      minVersion: 'TLSv1.2',
      requestCert: true,
      rejectUnauthorized: false,
    },
    forceCloseConnections: true,
    routerOptions: {
      caseSensitive: false,
      ignoreTrailingSlash: true,
      querystringParser: (text) => Object.fromEntries(new URLSearchParams(text)),
    },
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text))
  addRuntimeAnswers(app)
  addProtectedApis(app)
  addBadAnswers(app)
  addClaimsAnswers(app)
  addAlmostRightAnswers(app)
  addHostileAnswers(app)
  addFloodingAnswers(app)
  return app
}

/** The answers that the runtime contract of API connectors knows. */
function addRuntimeAnswers(app: FastifyInstance): void {
  app.all('/samples/continue', () => proceed)
  app.all('/samples/block', () => ({
    version: '1.0.0',
    action: 'ShowBlockPage',
    userMessage: 'Sign-up is not open to you at the moment.',
  }))
  app.all('/samples/validation-error', (_request, reply) =>
    reply.code(400).send({
      version: '1.0.0',
      status: 400,
      action: 'ValidationError',
      userMessage: 'Please check the postal code.',
    }),
  )
  app.all('/samples/slow', async (request) => {
    const { seconds = '12' } = request.query as { seconds?: string } // Our parser gives texts.
    await wait(Math.min(Number(seconds) || 0, 120) * 1000, undefined, { ref: false })
    return proceed
  })
}

function addProtectedApis(app: FastifyInstance): void {
  app.all('/samples/basic', (request, reply) => {
    const expected = `Basic ${Buffer.from('sample:sample-password').toString('base64')}`
    if (request.headers.authorization === expected) return proceed
    return reply
      .code(401)
      .header('www-authenticate', 'Basic realm="samples"')
      .send({ error: 'The user name or password is wrong.' })
  })
  app.all('/samples/client-certificate', answerCertificate)
}

/** Any certificate will do, unless the query lists the thumbprints that may come in. */
function answerCertificate(request: FastifyRequest, reply: FastifyReply) {
  const thumbprint = findClientThumbprint(request)
  if (thumbprint === undefined) {
    return reply.code(401).send({ error: 'No client certificate was presented.' })
  }
  const allowed = new URL(request.url, 'https://localhost').searchParams.getAll('thumbprint')
  const isAllowed =
    allowed.length === 0 || allowed.some((text) => text.toUpperCase() === thumbprint)
  return isAllowed
    ? proceed
    : reply.code(403).send({ error: `The certificate ${thumbprint} is not allowed.` })
}

function findClientThumbprint({ raw }: FastifyRequest): string | undefined {
  const socket = raw.socket as TLSSocket // This server speaks TLS only.
  const { fingerprint } = socket.getPeerCertificate()
  // Without a certificate Node gives an empty object, whatever its type says.
  return (fingerprint as string | undefined)?.replaceAll(':', '')
}

/** Answers that a connector must not give. */
function addBadAnswers(app: FastifyInstance): void {
  app.all('/samples/broken', (_request, reply) =>
    reply.type('application/json').send('{"version":"1.0.0","action":"Continue",'),
  )
  app.all('/samples/huge', (_request, reply) =>
    reply
      .type('application/json')
      .send(JSON.stringify({ ...proceed, filler: 'x'.repeat(5_000_000) })),
  )
  app.all('/samples/null-claims', () => ({ ...proceed, postalCode: null }))
  app.all('/samples/wrong-version', () => ({ ...proceed, version: 1 }))
  app.all('/samples/html', (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send('<!doctype html><title>Welcome</title><h1>Welcome</h1>'),
  )
  app.all('/samples/error-500', (_request, reply) => reply.code(500).send({ error: 'It broke.' }))
  app.all('/samples/redirect', (_request, reply) => reply.redirect('/samples/continue', 302))
}
