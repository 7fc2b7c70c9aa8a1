// One Graph call while it is being answered: the hooks and the endpoint share what they know of it.
import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JWTPayload } from 'jose'
import type { EmulatorContext } from '../state/context'
import { findDirectory, type TenantKind } from '../basics/directories'
import { readClaims } from '../state/signer'
import { defaultWorldName, isWorldName, type World } from '../state/world'
import { takeFault, type Fault } from '../state/faults'
import type { RequestIds } from './problem'
import { recordRequest, redactHeaders, type RecordedRequest } from '../state/request-log'

export type Exchange = RequestIds & {
  world: World
  record: RecordedRequest
  fault: Fault | undefined
}

const exchanges = new WeakMap<FastifyRequest, Exchange>()

/** Begins the record of the call and takes the fault that is due for it. */
export function openExchange(context: EmulatorContext, request: FastifyRequest): Exchange {
  const requestId = randomUUID()
  const claims = readClaims(bearerToken(request))
  const world = context.worlds.find(worldNameIn(claims), tenantKindIn(claims))
  const path = request.url.split('?')[0] ?? ''
  const fault = takeFault(world.faults, request.method, decodePath(path))
  const record: RecordedRequest = {
    method: request.method,
    path,
    query: Object.fromEntries(new URL(request.url, 'http://localhost').searchParams),
    headers: redactHeaders(request.headers),
    time: new Date().toISOString(),
    status: null,
    fault: fault?.kind ?? null,
    requestId,
  }
  recordRequest(world.requests, record)
  const clientRequestId = String(request.headers['client-request-id'] ?? requestId)
  const exchange = { world, record, fault, requestId, clientRequestId }
  exchanges.set(request, exchange)
  return exchange
}

export function exchangeOf(request: FastifyRequest): Exchange {
  const exchange = exchanges.get(request)
  if (!exchange) throw new Error('The call came past the hook that opens its exchange.')
  return exchange
}

/** Graph names every call in two headers, whatever it answers. */
export function writeRequestIds(reply: FastifyReply, ids: RequestIds): void {
  reply.header('request-id', ids.requestId).header('client-request-id', ids.clientRequestId)
}

export function bearerToken(request: FastifyRequest): string {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
}

/** Read without a check of the signature: a refused call, too, belongs into the log of its world. */
function worldNameIn(claims: JWTPayload): string {
  const name = claims['emulator_world']
  return typeof name === 'string' && isWorldName(name) ? name : defaultWorldName
}

/** The tenant that the token's issuer names; a call that says nothing of it is the workforce tenant's. */
function tenantKindIn({ iss = '' }: JWTPayload): TenantKind {
  const id = /\/([^/]+)\/v2\.0$/.exec(iss)?.[1] ?? ''
  return findDirectory(id)?.kind ?? 'workforce'
}

function decodePath(path: string): string {
  return path.replace(/%24/g, '$')
}
