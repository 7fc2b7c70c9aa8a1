// One version of Microsoft Graph: its resources, and what every call goes through.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { EmulatorContext } from '../state/context'
import { authenticate } from './authentication'
import { addConnectorRoutes } from './connectors'
import { addDirectoryAuditRoutes } from './directory-audits'
import { sendJson, type GraphVersion } from './endpoint'
import { bearerToken, exchangeOf, openExchange, writeRequestIds } from './exchange'
import { applyEarlyFault, applyLateFault, pause } from './fault-effects'
import { GraphProblem, missingSegment, problemEnvelope } from './problem'
import { addOrganizationRoutes } from './organization'
import { throttle } from './throttling'
import { addUserFlowRoutes } from './user-flows'

export function graphRoutes(context: EmulatorContext, version: GraphVersion) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text))
    app.addHook('onRequest', (request, reply) => admit(context, { request, reply, version }))
    app.addHook('onSend', (request, reply, payload) => finish(request, reply, payload))
    app.setErrorHandler(answerProblem)
    app.setNotFoundHandler((request) => {
      throw missingSegment(findMissingSegment(request.url, version))
    })
    addDirectoryAuditRoutes({ app, context, version })
    addOrganizationRoutes({ app, context, version })
    addConnectorRoutes({ app, context, version })
    addUserFlowRoutes({ app, context, version }, 'b2xUserFlows')
    if (version === 'beta') addUserFlowRoutes({ app, context, version }, 'b2cUserFlows')
  }
}

type Arrival = { request: FastifyRequest; reply: FastifyReply; version: GraphVersion }

/** The order is Graph's: the gateway knows who is calling before it looks at what for. */
async function admit(
  context: EmulatorContext,
  { request, reply, version }: Arrival,
): Promise<void> {
  const exchange = openExchange(context, request)
  writeRequestIds(reply, exchange)
  await applyEarlyFault({ request, reply, exchange })
  if (reply.sent) return
  const { world } = exchange
  if (world.settings.latencyMs > 0) await pause(world.settings.latencyMs)
  await authenticate(context, bearerToken(request))
  throttle(world, Date.now())
  if (version === 'v1.0' && !world.settings.v1Available) {
    throw missingSegment(request.url.split(/[/?]/)[3] ?? '')
  }
}

async function finish(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const exchange = exchangeOf(request)
  const spoilt = await applyLateFault({ request, reply, exchange }, payload)
  if (!request.raw.socket.destroyed) exchange.record.status = reply.statusCode
  return spoilt
}

function answerProblem(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = error instanceof GraphProblem ? error : translate(error)
  // Fastify would hang up on a body that is too large, and the client might never see the answer.
  reply.removeHeader('connection')
  reply.code(problem.status).headers({ ...problem.headers })
  return sendJson(reply, problemEnvelope(problem, exchangeOf(request)))
}

/** The refusals of Fastify itself; anything else is a mistake of the emulator. */
function translate(error: FastifyError): GraphProblem {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const refusal = { status: 413, code: 'RequestEntityTooLarge' }
    return new GraphProblem(refusal, 'The request body is too large.')
  }
  const failure = { status: 500, code: 'AADB2C90063' }
  return new GraphProblem(failure, `There is a problem with the service. (${error.message})`)
}

const collections: Readonly<Record<GraphVersion, readonly string[]>> = {
  'v1.0': ['apiconnectors', 'b2xuserflows'],
  beta: ['apiconnectors', 'b2xuserflows', 'b2cuserflows'],
}

/** The first part of the path that names nothing here. */
function findMissingSegment(url: string, version: GraphVersion): string {
  const [, root = '', collection = '', ...rest] = url.split('?', 1).join('').split('/').slice(1)
  if (root.toLowerCase() !== 'identity') return root
  const isKnown = collections[version].includes(collection.toLowerCase())
  return isKnown ? (rest.findLast((segment) => segment !== '') ?? '') : collection
}
