// An endpoint is a declaration: what it needs, and how it answers. Everything else about a call is here.
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { EmulatorContext } from '../context'
import type { Permission } from '../entra/permissions'
import type { World } from '../world'
import { authenticate } from './authentication'
import { authorize } from './authorization'
import { bearerToken, exchangeOf } from './exchange'
import { GraphProblem } from './problem'

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
  { anyOf, answer }: Endpoint,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const { world } = exchangeOf(request)
  const claims = await authenticate(context, bearerToken(request))
  authorize(context, claims, typeof anyOf === 'function' ? anyOf(world) : anyOf)
  const { status, body } = await answer({
    context,
    world,
    version,
    parameters: request.params as GraphCall['parameters'], // The router's parameters are texts.
    query: new URL(request.url, 'http://localhost').searchParams,
    contentType: request.headers['content-type'] ?? '',
    bodyText: typeof request.body === 'string' ? request.body : '',
  })
  return body === undefined ? reply.code(status).send() : sendJson(reply.code(status), body)
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
