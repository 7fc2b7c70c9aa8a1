// An endpoint is a declaration: what it needs, and how it answers. Everything else about a call is here.
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { JWTPayload } from 'jose'
import { isObject, isText } from '../basics/checks'
import type { EmulatorContext } from '../state/context'
import type { Permission } from '../basics/permissions'
import type { World } from '../state/world'
import { authenticate } from './authentication'
import { recordActivity, type Activity, type AuditedConnector } from '../state/audit-log'
import { authorize, type Service } from './authorization'
import { bearerToken, exchangeOf } from './exchange'
import { GraphProblem } from './problem'
import { requireOffered, type Collection } from './tenant-kind'

export type GraphVersion = 'v1.0' | 'beta'

export type GraphCall = {
  context: EmulatorContext
  world: World
  version: GraphVersion
  /** The path's parameters, decoded, in the case they were sent. */
  parameters: Readonly<Record<string, string | undefined>>
  query: URLSearchParams
  contentType: string
  bodyText: string
}

/** No body is sent where there is none. */
export type Answer = { status: number; body?: object | number }

export type Endpoint = {
  /** One of these is enough. */
  anyOf: readonly Permission[] | ((world: World) => readonly Permission[])
  /** Which service of Graph's this is; each refuses in its own way. */
  service?: Service
  /** A collection that a tenant of another kind does not have. */
  collection?: Collection
  /** How the directory's audit log calls it, whether it succeeds or not. */
  activity?: Activity
  answer: (call: GraphCall) => Answer | Promise<Answer>
}

export type Resource = Partial<Record<'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', Endpoint>>

export type GraphApp = { app: FastifyInstance; context: EmulatorContext; version: GraphVersion }

const methods: HTTPMethods[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']

/** Serves the resource's methods below the version's root, and answers 405 to the others. */
export function addResource(graph: GraphApp, url: string, resource: Resource): void {
  const declared = Object.entries(resource)
  for (const [method, endpoint] of declared) {
    const handler = (request: FastifyRequest, reply: FastifyReply) =>
      answerCall(graph, endpoint, { request, reply })
    graph.app.route({ method, url, handler })
  }
  const others = methods.filter((method) => !(method in resource))
  graph.app.route({ method: others, url, handler: refuseMethod })
}

async function answerCall(
  { context, version }: GraphApp,
  endpoint: Endpoint,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const { world } = exchangeOf(request)
  const claims = await authenticate(context, bearerToken(request))
  const { anyOf, collection, service = 'identity' } = endpoint
  const permissions = typeof anyOf === 'function' ? anyOf(world) : anyOf
  authorize(context, claims, { service, anyOf: permissions })
  if (collection !== undefined) requireOffered(world, collection)
  const call = {
    context,
    world,
    version,
    parameters: request.params as GraphCall['parameters'], // The router's parameters are texts.
    query: new URL(request.url, 'http://localhost').searchParams,
    contentType: request.headers['content-type'] ?? '',
    bodyText: typeof request.body === 'string' ? request.body : '',
  }
  const { status, body } = await answerAudited(endpoint, call, { claims, ipAddress: request.ip })
  return body === undefined ? reply.code(status).send() : sendJson(reply.code(status), body)
}

/** Leaves a trace of what was done or refused, if the endpoint has a name for it. */
async function answerAudited(
  { activity, answer }: Endpoint,
  call: GraphCall,
  by: { claims: JWTPayload; ipAddress: string },
): Promise<Answer> {
  if (activity === undefined) return answer(call)
  const before = findTarget(call, call.parameters['id'])
  try {
    const given = await answer(call)
    const after = findTarget(call, call.parameters['id'] ?? idIn(given)) ?? before
    recordActivity(call.world, { ...by, activity, failure: null, target: after })
    return given
  } catch (error) {
    const failure = error instanceof GraphProblem ? error.code : 'InternalError'
    recordActivity(call.world, { ...by, activity, failure, target: before })
    throw error
  }
}

function findTarget({ world }: GraphCall, id = ''): AuditedConnector | null {
  const connector = world.connectors.get(id)
  return connector ? { id, displayName: connector.displayName } : null
}

function idIn({ body }: Answer): string | undefined {
  return isObject(body) && isText(body['id']) ? body['id'] : undefined
}

/** The content type as Graph spells it. */
export function sendJson(reply: FastifyReply, body: object | number): FastifyReply {
  const type =
    'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'
  return reply.header('content-type', type).send(JSON.stringify(body))
}

function refuseMethod(): never {
  throw new GraphProblem(
    { status: 405, code: 'Request_BadRequest' },
    'Specified HTTP method is not allowed for the request target.',
  )
}
