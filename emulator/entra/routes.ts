// Everything that stands in for login.microsoftonline.com.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { EmulatorContext } from '../state/context'
import { findDirectory, isAnyTenant } from '../basics/directories'
import { addAuthorizeRoutes } from './authorize'
import { allowPortalOrigin } from './cross-origin'
import { addDiscoveryRoutes } from './discovery'
import { addLogoutRoutes } from './logout'
import { problemPage } from './pages'
import { EntraProblem, problemBody } from './problem'
import { readWorldCookie } from '../state/sessions'
import { addTokenRoutes } from './token'

export function entraRoutes(context: EmulatorContext) {
  // Fastify takes an async plugin, or one with a callback; this one has nothing to wait for.
  return async (app: FastifyInstance): Promise<void> => {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 64 * 1024 },
      (_request, text, done) => {
        done(null, Object.fromEntries(new URLSearchParams(String(text))))
      },
    )
    app.addHook('onRequest', requireKnownTenant)
    app.addHook('onRequest', async (request, reply) => isolatePage(context, request, reply))
    app.setErrorHandler(answerProblem)
    addDiscoveryRoutes(app, context)
    addAuthorizeRoutes(app, context)
    addTokenRoutes(app, context)
    addLogoutRoutes(app, context)
  }
}

async function requireKnownTenant(request: FastifyRequest): Promise<void> {
  const { tenant = '' } = request.params as TenantRoute
  if (!findDirectory(tenant) && !isAnyTenant(tenant)) {
    throw new EntraProblem('invalid_tenant', `AADSTS90002: Tenant '${tenant}' not found.`)
  }
}

type TenantRoute = { tenant?: string } // Every route here has the parameter.

/** Entra isolates its pages from the window that opened them (Entra: prepare for COOP enforcement). */
function isolatePage(context: EmulatorContext, request: FastifyRequest, reply: FastifyReply): void {
  if (!isForPeople(request)) return
  const { tenant = '' } = request.params as TenantRoute
  const world = context.worlds.find(readWorldCookie(request), findDirectory(tenant)?.kind)
  if (world.settings.crossOriginOpenerPolicy) {
    reply.header('cross-origin-opener-policy', 'same-origin')
  }
}

const isForPeople = (request: FastifyRequest) =>
  /\/(authorize|logout)\/?$/i.test(request.routeOptions.url ?? '')

/** Programs are answered in JSON, people with a page. */
function answerProblem(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!(error instanceof EntraProblem)) throw error
  if (isForPeople(request)) return problemPage(reply, error)
  allowPortalOrigin(request, reply)
  return reply.code(400).send(problemBody(error))
}
