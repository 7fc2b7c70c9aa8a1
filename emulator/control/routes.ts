// The control API: how tests and people put the emulator into a state and look into it.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isObject, parseJson } from '../basics/checks'
import type { EmulatorContext } from '../state/context'
import { EntraProblem, problemBody } from '../entra/problem'
import { createSeed, seedNames } from '../seed/seeds'
import { changeSettings } from '../basics/settings'
import { resetWorld, withdrawFaults, worldNowSeconds, type World } from '../state/world'
import {
  ControlProblem,
  readChoice,
  readControlBody,
  readNumber,
  requireWorld,
  requireWorlds,
} from './control-input'
import { faultProperties, readFault } from './fault-input'
import { revoke, revokeProperties } from './revoke'
import { showState } from './state-view'
import { createToken } from './tokens'

export function controlRoutes(context: EmulatorContext) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
      readJson(String(text), done)
    })
    app.setErrorHandler(answerProblem)
    app.setNotFoundHandler((request) => {
      throw new ControlProblem(`There is no control call ${request.method} ${request.url}.`)
    })
    app.get('/health', () => ({ status: 'ready' }))
    addWorldRoutes(app, context)
    addFaultRoutes(app, context)
    addClockRoutes(app, context)
    addSignInRoutes(app, context)
  }
}

function addWorldRoutes(app: FastifyInstance, context: EmulatorContext): void {
  app.post('/reset', (request, reply) => {
    reset(context, request)
    return reply.code(204).send()
  })
  app.get('/state', (request) => showState(requireWorld(context, request)))
  app.get('/requests', (request) => requireWorld(context, request).requests)
  app.delete('/requests', (request, reply) => {
    requireWorld(context, request).requests = []
    return reply.code(204).send()
  })
  app.get('/settings', (request) => requireWorld(context, request).settings)
  app.patch('/settings', (request) => changeWorldSettings(requireWorld(context, request), request))
}

function addFaultRoutes(app: FastifyInstance, context: EmulatorContext): void {
  app.get('/faults', (request) => showState(requireWorld(context, request)).faults)
  app.post('/faults', (request, reply) => {
    const fault = readFault(readControlBody(request, faultProperties))
    requireWorld(context, request).faults.push(fault)
    return reply.code(201).send(fault)
  })
  app.delete('/faults', (request, reply) => {
    withdrawFaults(requireWorld(context, request))
    return reply.code(204).send()
  })
}

function addClockRoutes(app: FastifyInstance, context: EmulatorContext): void {
  app.get('/clock', (request) => showClock(requireWorld(context, request)))
  app.post('/clock', (request) => {
    setClocks(requireWorlds(context, request), readClock(request))
    return showClock(requireWorld(context, request))
  })
  app.delete('/clock', (request, reply) => {
    setClocks(requireWorlds(context, request), null)
    return reply.code(204).send()
  })
}

function addSignInRoutes(app: FastifyInstance, context: EmulatorContext): void {
  app.post('/tokens', async (request, reply) => {
    const token = await createToken(context, request)
    return reply.code(201).send(token)
  })
  app.post('/revoke', (request, reply) => {
    revoke(context, requireWorlds(context, request), readControlBody(request, revokeProperties))
    return reply.code(204).send()
  })
}

function reset(context: EmulatorContext, request: FastifyRequest): void {
  const body = readControlBody(request, ['seed', 'connectors', 'flows'])
  const seed = readChoice(body, 'seed', seedNames) ?? 'demo'
  const connectors = readNumber(body, 'connectors', { least: 0, most: 100_000 }) ?? 10_000
  const flows = readNumber(body, 'flows', { least: 0, most: 10_000 }) ?? 60
  const size = { connectors, flows }
  const { tlsUrl } = context.addresses
  // The tenant that the call is about gets the seed; those that it says nothing of begin anew.
  const named = requireWorld(context, request)
  for (const world of requireWorlds(context, request)) {
    const name = world === named ? seed : 'demo'
    resetWorld(world, createSeed(name, { size, tlsUrl, tenant: world.tenant.kind }))
  }
}

function changeWorldSettings(world: World, request: FastifyRequest) {
  if (!isObject(request.body)) throw new ControlProblem('The body must be a JSON object.')
  const changed = changeSettings(world.settings, request.body)
  if (typeof changed === 'string') throw new ControlProblem(changed)
  world.settings = changed
  return changed
}

function readClock(request: FastifyRequest): number | null {
  const body = readControlBody(request, ['now'])
  if (body['now'] === null) return null
  const now = readNumber(body, 'now', { least: 0, most: 253_402_300_799 })
  if (now === undefined) throw new ControlProblem('"now" is missing: epoch seconds, or null.')
  return now
}

function setClocks(worlds: readonly World[], clockSeconds: number | null): void {
  for (const world of worlds) world.clockSeconds = clockSeconds
}

function showClock(world: World) {
  return { now: worldNowSeconds(world), clockIsReal: world.clockSeconds === null }
}

function readJson(text: string, done: (error: Error | null, body?: unknown) => void): void {
  const body = text === '' ? {} : parseJson(text)
  if (body === undefined) done(new ControlProblem('The body is not JSON.'))
  else done(null, body)
}

function answerProblem(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof EntraProblem) return reply.code(400).send(problemBody(error))
  const status = error instanceof ControlProblem ? 400 : (error.statusCode ?? 500)
  const code = status < 500 ? 'badRequest' : 'internalError'
  return reply.code(status).send({ error: { code, message: `${error.message} (${request.url})` } })
}
