// Sign-out: the session here ends, and the browser goes back to the portal if that is where it came from.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { parseUrl } from '../basics/checks'
import type { EmulatorContext } from '../state/context'
import { isLoopbackOrigin } from '../basics/registration'
import { findHintedAccount, type Account } from '../state/accounts'
import type { Parameters } from './authorize-request'
import { signedOutPage } from './pages'
import { readSessionCookie, writeSessionCookie } from '../state/sessions'
import { readClaims } from '../state/signer'

export function addLogoutRoutes(app: FastifyInstance, context: EmulatorContext): void {
  app.get('/:tenant/oauth2/v2.0/logout', (request, reply) => {
    const parameters = request.query as Parameters // Our parser gives texts by name.
    const session = context.sessions.find(readSessionCookie(request))
    const hinted = findHintedPerson(parameters)
    // A hint at somebody else leaves the session of whoever is signed in now.
    if (session && (!hinted || hinted === session.account)) {
      context.sessions.end(session.id)
      writeSessionCookie(request, reply, null)
    }
    return goBack(reply, parameters)
  })
}

function findHintedPerson({ id_token_hint, logout_hint }: Parameters): Account | undefined {
  const username =
    id_token_hint === undefined ? '' : readClaims(id_token_hint)['preferred_username']
  const hints = [logout_hint ?? '', String(username)]
  return hints.map(findHintedAccount).find((account) => account !== undefined)
}

function goBack(reply: FastifyReply, parameters: Parameters): FastifyReply {
  const target = parseUrl(parameters['post_logout_redirect_uri'] ?? '')
  if (!target || !isLoopbackOrigin(target.origin)) return signedOutPage(reply)
  const { state } = parameters
  if (state !== undefined) target.searchParams.set('state', state)
  return reply.code(302).header('cache-control', 'no-store').header('location', target.href).send()
}
