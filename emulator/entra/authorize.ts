// The authorize endpoint: the browser comes here to sign in and leaves with a code.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { EmulatorContext } from '../state/context'
import { findAccount, isOffered } from '../state/accounts'
import { decideForSession, decideOnArrival, type Decision } from './authorize-decision'
import {
  readAuthorizeRequest,
  requireRedirectTarget,
  type AuthorizeRequest,
  type Parameters,
  type RedirectTarget,
} from './authorize-request'
import { judgeConsent, rememberConsent } from '../state/consent'
import { consentPage, signInPage, verifyPage } from './pages'
import { EntraProblem, problemParameters } from './problem'
import {
  readSessionCookie,
  readWorldCookie,
  writeSessionCookie,
  type Session,
} from '../state/sessions'
import { clientInfo } from './token-answer'

type Visit = {
  context: EmulatorContext
  request: FastifyRequest
  reply: FastifyReply
  asked: AuthorizeRequest
  session: Session | undefined
  worldName: string
}

export function addAuthorizeRoutes(app: FastifyInstance, context: EmulatorContext): void {
  const url = '/:tenant/oauth2/v2.0/authorize'
  app.get(url, (request, reply) =>
    isLeftWaiting(context, request)
      ? never
      : answer({ context, request, reply }, (visit) =>
          decideOnArrival(context, visit.asked, visit),
        ),
  )
  app.post(url, (request, reply) => answer({ context, request, reply }, decideOnForm))
}

const never = new Promise<never>(() => undefined)

/** As behind a network that lets the request out and no answer in. */
function isLeftWaiting({ worlds }: EmulatorContext, request: FastifyRequest): boolean {
  const { prompt } = request.query as Parameters // Our parser gives texts by name.
  const { settings } = worlds.find(readWorldCookie(request))
  return prompt === 'none' && settings.silentSignIn === 'never'
}

type Exchange = Pick<Visit, 'context' | 'request' | 'reply'>

function answer(exchange: Exchange, decide: (visit: Visit) => Decision): FastifyReply {
  const parameters = exchange.request.query as Parameters // Our parser gives texts by name.
  const target = requireRedirectTarget(parameters)
  try {
    const visit = openVisit(exchange, target, parameters)
    return showDecision(visit, decide(visit))
  } catch (problem) {
    if (!(problem instanceof EntraProblem)) throw problem
    return sendBack(exchange.reply, target, problemParameters(problem, target.correlationId))
  }
}

function openVisit(exchange: Exchange, target: RedirectTarget, parameters: Parameters): Visit {
  const { context, request } = exchange
  const { tenant: tenantName = '' } = request.params as { tenant?: string } // The route has it.
  const ownUrl = context.addresses.url
  return {
    ...exchange,
    asked: readAuthorizeRequest(target, parameters, { ownUrl, tenantName }),
    session: context.sessions.find(readSessionCookie(request)),
    worldName: readWorldCookie(request),
  }
}

/** A button of one of our own pages was pressed. */
function decideOnForm(visit: Visit): Decision {
  const { action, account } = (visit.request.body ?? {}) as Parameters // As the form parser gives it.
  if (action === 'sign-in') return signIn(visit, account ?? '')
  if (action === 'cancel') throw declined()
  if (!visit.session) return { kind: 'sign-in-page' }
  return continueSession(visit, visit.session, action ?? '')
}

function signIn(visit: Visit, username: string): Decision {
  const account = findAccount(username)
  if (!account || !isOffered(account, visit.asked)) return { kind: 'sign-in-page' }
  // The session begins even if consent then fails, so that the portal may silently ask for less.
  const session = visit.context.sessions.start(account, visit.worldName)
  writeSessionCookie(visit.request, visit.reply, session.id)
  return decideForSession(visit.context, visit.asked, { session, worldName: visit.worldName })
}

function continueSession(visit: Visit, session: Session, action: string): Decision {
  const { asked, context, worldName } = visit
  if (action === 'verify') asked.claims.acrs.forEach((acr) => session.acrs.add(acr))
  const world = context.worlds.find(worldName, session.account.tenant.kind)
  const consent = judgeConsent(world, session.account, asked.scopes)
  if (action === 'accept' && consent.kind === 'missing') {
    rememberConsent(world, session.account, consent.permissions)
  }
  return decideForSession(context, asked, { session, worldName })
}

function declined(): EntraProblem {
  return new EntraProblem(
    'access_denied',
    'AADSTS65004: User declined to consent to access the app.',
  )
}

function showDecision({ reply, asked }: Visit, decision: Decision): FastifyReply {
  switch (decision.kind) {
    case 'sign-in-page':
      return signInPage(reply, asked)
    case 'consent-page':
      return consentPage(reply, decision.session.account, decision.permissions)
    case 'verify-page':
      return verifyPage(reply, decision.session.account)
    case 'code':
      return sendBack(reply, asked, {
        code: decision.code,
        client_info: clientInfo(decision.session.account),
        session_state: randomUUID(),
      })
  }
}

function sendBack(
  reply: FastifyReply,
  { redirectUri, separator, state }: RedirectTarget,
  parameters: Record<string, string>,
): FastifyReply {
  const all = new URLSearchParams({ ...parameters, ...(state === undefined ? {} : { state }) })
  return reply
    .code(303)
    .header('cache-control', 'no-store')
    .header('location', `${redirectUri}${separator}${all}`)
    .send()
}
