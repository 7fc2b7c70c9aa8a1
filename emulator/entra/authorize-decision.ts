// What happens to an authorize request: a page for the person, a code for the portal, or a refusal (thrown).
import type { EmulatorContext } from '../state/context'
import { applicationName, clientId } from '../basics/registration'
import type { World } from '../state/world'
import type { AuthorizeRequest } from './authorize-request'
import { judgeConsent } from '../state/consent'
import { EntraProblem } from './problem'
import { stepUpClaims } from './claims-request'
import type { Permission } from '../basics/permissions'
import type { Session } from '../state/sessions'

export type Decision =
  | { kind: 'sign-in-page' }
  | { kind: 'consent-page'; session: Session; permissions: readonly Permission[] }
  | { kind: 'verify-page'; session: Session }
  | { kind: 'code'; session: Session; code: string }

/** The browser arrives from the portal, with or without a session here. */
export function decideOnArrival(
  context: EmulatorContext,
  asked: AuthorizeRequest,
  { session, worldName }: { session: Session | undefined; worldName: string },
): Decision {
  const isAskedToChoose = asked.prompt === 'login' || asked.prompt === 'select_account'
  if (session && !isAskedToChoose && isSessionMeant(session, asked)) {
    return decideForSession(context, asked, { session, worldName })
  }
  if (asked.prompt === 'none') {
    throw new EntraProblem(
      'login_required',
      'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
    )
  }
  return { kind: 'sign-in-page' }
}

/** The person is known; what is left is conditional access and consent. */
export function decideForSession(
  context: EmulatorContext,
  asked: AuthorizeRequest,
  { session, worldName }: { session: Session; worldName: string },
): Decision {
  const world = context.worlds.find(worldName, session.account.tenant.kind)
  const { signInRefusal } = world.settings
  if (signInRefusal !== null) throw new EntraProblem('access_denied', signInRefusal)
  const unproved = findUnprovedContext(session, asked)
  if (unproved !== undefined) {
    return interact(asked, stepUpRequired(unproved), { kind: 'verify-page', session })
  }
  return decideOnConsent(context, asked, { session, world })
}

/** Entra's answer when a token must prove an authentication context that the sign-in did not. */
export function stepUpRequired(acr: string, error = 'interaction_required'): EntraProblem {
  return new EntraProblem(
    error,
    'AADSTS50076: Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
    { suberror: 'basic_action', claims: stepUpClaims(acr) },
  )
}

export function consentMissing(error: string): EntraProblem {
  return new EntraProblem(
    error,
    `AADSTS65001: The user or administrator has not consented to use the application with ID '${clientId}' named '${applicationName}'. Send an interactive authorization request for this user and resource.`,
    { suberror: 'consent_required' },
  )
}

function decideOnConsent(
  context: EmulatorContext,
  asked: AuthorizeRequest,
  { session, world }: { session: Session; world: World },
): Decision {
  const consent = judgeConsent(world, session.account, asked.scopes)
  switch (consent.kind) {
    case 'given':
      return { kind: 'code', session, code: issueCode(context, asked, { session, world }) }
    case 'missing':
      return interact(asked, consentMissing('consent_required'), {
        kind: 'consent-page',
        session,
        permissions: consent.permissions,
      })
    case 'refused':
      throw asked.prompt === 'none' ? consentMissing('consent_required') : adminConsentRequired()
  }
}

function adminConsentRequired(): EntraProblem {
  return new EntraProblem(
    'consent_required',
    'AADSTS90094: Admin consent is required for the permissions requested by this application.',
  )
}

/** Shows the page, unless the request forbids pages: then the refusal that a silent request gets. */
function interact(asked: AuthorizeRequest, refusal: EntraProblem, page: Decision): Decision {
  if (asked.prompt === 'none') throw refusal
  return page
}

function isSessionMeant({ id, account }: Session, asked: AuthorizeRequest): boolean {
  const { hintedAccount, sessionId, tenant } = asked
  const isAccount = hintedAccount === undefined || hintedAccount === account
  const isTenant = tenant === undefined || tenant === account.tenant
  return isAccount && isTenant && (sessionId === undefined || sessionId === id)
}

function findUnprovedContext({ account, acrs }: Session, { claims }: AuthorizeRequest) {
  return account.needsStepUp ? claims.acrs.find((acr) => !acrs.has(acr)) : undefined
}

function issueCode(
  { grants }: EmulatorContext,
  asked: AuthorizeRequest,
  { session, world }: { session: Session; world: World },
): string {
  return grants.issueCode({
    account: session.account,
    worldName: world.name,
    sessionId: session.id,
    scope: asked.scope,
    nonce: asked.nonce,
    // Whoever needs no extra verification satisfies any authentication context at once.
    acrs: session.account.needsStepUp ? [...session.acrs] : asked.claims.acrs,
    redirectUri: asked.redirectUri,
    codeChallenge: asked.codeChallenge,
  })
}
