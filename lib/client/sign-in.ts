/** Signing in and out by full redirects, and finding the session of a page that has just loaded. */
import type { AccountInfo, PublicClientApplication } from '@azure/msal-browser'
import { CacheLookupPolicy } from '@azure/msal-browser'
import { permissionFor, permissions, scopeOf, type Access } from '@/lib/contract/permissions'
import type { PortalSettings } from '@/lib/contract/settings'
import { msalClient, signInProblem } from './msal'
import { forgetDraftsExcept } from './drafts'
import { failure, success, type Problem, type Result } from './problem'
import type { SignInNeeds } from './reauthentication'
import { forgetSession, rememberAttempt, rememberSession, signInAttempt } from './session-hint'

export type SignedIn = {
  readonly client: PublicClientApplication
  readonly account: AccountInfo
  readonly access: Access
}

/** A promise for a page that is being left: nothing after it runs. */
const pageIsLeaving = () => new Promise<never>(() => undefined)

export const userFlowScopes = ({ graphRoot }: PortalSettings): string[] => [
  scopeOf(graphRoot, permissions.writeUserFlows),
]

export const auditLogScopes = ({ graphRoot }: PortalSettings): string[] => [
  scopeOf(graphRoot, permissions.readAuditLog),
]

export const scopesFor = (settings: PortalSettings, access: Access): string[] => [
  scopeOf(settings.graphRoot, permissionFor[access]),
]

/**
 * Leaves for the sign-in page. The address at hand, query and hash included, is where the person
 * comes back to, unless `returnTo` (a path) names another. `chooseAccount` offers other accounts
 * after a refusal.
 */
export async function signIn(
  settings: PortalSettings,
  options: { readonly chooseAccount?: boolean; readonly returnTo?: string } = {},
): Promise<Result<never>> {
  rememberAttempt('write')
  return redirect(async () => {
    const client = await msalClient(settings.signIn)
    // A sign-out, or a sign-in that was left with the back button, counts as under way until then.
    await redirectAnswer(client)
    await client.loginRedirect({
      scopes: scopesFor(settings, 'write'),
      ...(options.chooseAccount ? { prompt: 'select_account' } : {}),
      ...(options.returnTo ? { redirectStartPage: window.location.origin + options.returnTo } : {}),
    })
  })
}

/** Leaves to satisfy a claims challenge or for a consent that only the person can give. */
export function signInOnPage(
  { client, account }: SignedIn,
  { scopes, claims }: SignInNeeds,
): Promise<Result<never>> {
  return redirect(async () => {
    await abandonWindow(client)
    await client.acquireTokenRedirect({
      scopes: [...scopes],
      account,
      ...(claims ? { claims } : {}),
    })
  })
}

/**
 * MSAL starts no redirect while it waits for a window. It takes an answer that belongs to no request,
 * under a name it has not seen before, for the end of whatever was under way.
 */
async function abandonWindow(client: PublicClientApplication): Promise<void> {
  const hash = `#abandoned=${crypto.randomUUID()}`
  await client.handleRedirectPromise({ hash }).catch(() => null)
}

async function redirect(leave: () => Promise<void>): Promise<Result<never>> {
  const left = await leave().then(
    () => null,
    (error: unknown) => signInProblem(error),
  )
  if (left === null) return pageIsLeaving()
  forgetAttemptOnly()
  return failure(left)
}

/** Other tabs see the hint go and close their session; then this one leaves for the sign-out page. */
export async function signOut({ client, account }: SignedIn): Promise<void> {
  forgetDraftsExcept(null)
  forgetSession()
  await client.logoutRedirect({
    account,
    logoutHint: account.username,
    ...(account.idToken ? { idTokenHint: account.idToken } : {}),
  })
}

/** `problem` says why a sign-in that was under way did not succeed; null when none was. */
export type SessionStart =
  | {
      readonly kind: 'signedIn'
      readonly session: SignedIn
      /** Why the person came back without what they had left for: their session is as it was. */
      readonly refusal: Problem | null
      /** Somebody else had left a half-filled form in this tab; it is gone. */
      readonly hasDroppedDraft: boolean
    }
  | { readonly kind: 'signedOut'; readonly problem: Problem | null }

/** Finishes a sign-in that has just come back, or picks up the session that MSAL has kept. */
export async function startSession(settings: PortalSettings): Promise<SessionStart> {
  const client = await msalClient(settings.signIn)
  const answer = await redirectAnswer(client)
  const account = answer.ok && answer.value ? answer.value : keptAccount(client)
  // A verification that was cancelled leaves the session as it was: its page asks again.
  if (!answer.ok && !(account && signInAttempt() === null)) {
    return refused(client, settings, answer.problem)
  }
  if (!account) return signedOut(null)
  client.setActiveAccount(account)
  rememberSession()
  const access = await findAccess(client, settings)
  const refusal = answer.ok ? null : answer.problem
  const hasDroppedDraft = forgetDraftsExcept(account.homeAccountId)
  return { kind: 'signedIn', session: { client, account, access }, refusal, hasDroppedDraft }
}

const keptAccount = (client: PublicClientApplication): AccountInfo | null =>
  client.getActiveAccount() ?? client.getAllAccounts()[0] ?? null

function redirectAnswer(client: PublicClientApplication): Promise<Result<AccountInfo | null>> {
  return client.handleRedirectPromise().then(
    (result) => success(result?.account ?? null),
    (error: unknown) => failure(signInProblem(error)),
  )
}

/**
 * Whoever lacks the permission to change connectors may still have the one to read them, which only
 * a second request can tell. It is silent (`prompt=none`): Entra shows no second refusal.
 */
async function refused(
  client: PublicClientApplication,
  settings: PortalSettings,
  problem: Problem,
): Promise<SessionStart> {
  if (problem.code !== 'consentRequired' || signInAttempt() !== 'write') return signedOut(problem)
  rememberAttempt('read')
  const left = await redirect(() =>
    client.loginRedirect({ scopes: scopesFor(settings, 'read'), prompt: 'none' }),
  )
  return left.ok ? signedOut(null) : signedOut(left.problem)
}

function signedOut(problem: Problem | null): SessionStart {
  forgetSession()
  return { kind: 'signedOut', problem }
}

const forgetAttemptOnly = () => {
  if (signInAttempt() !== null) forgetSession()
}

/** A token in the cache tells what was granted; only without one is the provider asked. */
async function findAccess(
  client: PublicClientApplication,
  settings: PortalSettings,
): Promise<Access> {
  const grants = (access: Access, policy: CacheLookupPolicy) =>
    canGetToken(client, scopesFor(settings, access), policy)
  if (await grants('write', CacheLookupPolicy.AccessToken)) return 'write'
  if (await grants('read', CacheLookupPolicy.AccessToken)) return 'read'
  if (await grants('write', CacheLookupPolicy.Default)) return 'write'
  return (await grants('read', CacheLookupPolicy.Default)) ? 'read' : 'write'
}

/**
 * Whether the permission for user flows has been granted. Entra puts everything that was consented
 * into each token for Graph, so that the cache mostly knows; `mayAskProvider` makes sure, without
 * asking the person.
 */
export function mayUseFlows(
  settings: PortalSettings,
  { client }: SignedIn,
  mayAskProvider: boolean,
): Promise<boolean> {
  const policy = mayAskProvider
    ? CacheLookupPolicy.AccessTokenAndRefreshToken
    : CacheLookupPolicy.AccessToken
  return canGetToken(client, userFlowScopes(settings), policy)
}

/** Whether the permission for the audit log has been granted, without asking the person. */
export const mayReadAuditLog = (settings: PortalSettings, { client }: SignedIn): Promise<boolean> =>
  canGetToken(client, auditLogScopes(settings), CacheLookupPolicy.AccessTokenAndRefreshToken)

const canGetToken = (
  client: PublicClientApplication,
  scopes: string[],
  cacheLookupPolicy: CacheLookupPolicy,
): Promise<boolean> =>
  client.acquireTokenSilent({ scopes, cacheLookupPolicy }).then(
    () => true,
    () => false,
  )
