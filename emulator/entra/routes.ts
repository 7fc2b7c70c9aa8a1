// Everything that stands in for login.microsoftonline.com.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { EmulatorContext } from '../context'
import { tenantDomain, tenantId } from '../registration'
import { addAuthorizeRoutes } from './authorize'
import { allowPortalOrigin } from './cross-origin'
import { addDiscoveryRoutes } from './discovery'
import { addLogoutRoutes } from './logout'
import { problemPage } from './pages'
import { EntraProblem, problemBody } from './problem'
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
    app.setErrorHandler(answerProblem)
    addDiscoveryRoutes(app, context)
    addAuthorizeRoutes(app, context)
    addTokenRoutes(app, context)
    addLogoutRoutes(app, context)
  }
}

const tenants: readonly string[] = [tenantId, tenantDomain, 'organizations', 'common']

async function requireKnownTenant(request: FastifyRequest): Promise<void> {
  const { tenant = '' } = request.params as { tenant?: string } // Every route here has the parameter.
  if (!tenants.includes(tenant.toLowerCase())) {
    throw new EntraProblem('invalid_tenant', `AADSTS90002: Tenant '${tenant}' not found.`)
  }
}

/** Programs are answered in JSON, people with a page. */
function answerProblem(error: Error, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!(error instanceof EntraProblem)) throw error
  if (/\/(authorize|logout)\/?$/i.test(request.routeOptions.url ?? ''))
    return problemPage(reply, error)
  allowPortalOrigin(request, reply)
  return reply.code(400).send(problemBody(error))
}
