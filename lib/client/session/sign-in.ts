/** Signing in and out by full redirects, and finding the session of a page that has just loaded. */
import type { AccountInfo, PublicClientApplication } from '@azure/msal-browser'
import { CacheLookupPolicy } from '@azure/msal-browser'
import { permissionFor, permissions, scopeOf, type Access } from '@/lib/contract/permissions'
import type { PortalSettings } from '@/lib/contract/settings'
import { msalClient, signInProblem } from './msal'
import { forgetDraftsExcept } from '../storage/drafts'
import { failure, success, type Problem, type Result } from '@/lib/domain/problems/problem'
import {
  forgetSession,
  rememberAttempt,
  rememberedAccess,
  rememberSession,
  signInAttempt,
} from './session-hint'
import { tokenStorage } from './token-storage'

/** The scopes and claims that a sign-in has to bring. */
export type SignInNeeds = {
  readonly scopes: readonly string[]
  /** Claims (JSON text) of a challenge. */
  readonly claims: string | null
}

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
  // Somebody may have signed in to several tenants; nobody expects one of them to stay behind.
  const others = client.getAllAccounts().filter((other) => !isSame(other, account))
  await Promise.all(others.map((other) => client.clearCache({ account: other })))
  await client.logoutRedirect({
    account,
    logoutHint: account.username,
    ...(account.idToken ? { idTokenHint: account.idToken } : {}),
  })
}

const isSame = (one: AccountInfo, other: AccountInfo) =>
  one.homeAccountId === other.homeAccountId && one.tenantId === other.tenantId

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
  if (!account) return resumed(client, settings)
  client.setActiveAccount(account)
  const access = await findAccess(client, settings)
  rememberSession(access)
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
  if (signInAttempt() === 'resume') return signedOut(null)
  if (problem.code !== 'consentRequired' || signInAttempt() !== 'write') return signedOut(problem)
  rememberAttempt('read')
  const left = await redirect(() =>
    client.loginRedirect({ scopes: scopesFor(settings, 'read'), prompt: 'none' }),
  )
  return left.ok ? signedOut(null) : signedOut(left.problem)
}

/**
 * Where each tab keeps its own tokens, a new one takes over the session that another one has: Entra
 * knows the person and asks nothing (`prompt=none`), or says that it would have to.
 */
async function resumed(
  client: PublicClientApplication,
  settings: PortalSettings,
): Promise<SessionStart> {
  const access = rememberedAccess()
  const isElsewhere = access !== null && tokenStorage() === 'sessionStorage'
  if (!isElsewhere || signInAttempt() !== null) return signedOut(null)
  rememberAttempt('resume')
  await redirect(() =>
    client.loginRedirect({ scopes: scopesFor(settings, access), prompt: 'none' }),
  )
  return signedOut(null)
}

function signedOut(problem: Problem | null): SessionStart {
  forgetSession()
  return { kind: 'signedOut', problem }
}

const forgetAttemptOnly = () => {
  if (signInAttempt() !== null) forgetSession()
}

/**
 * A token in the cache tells what was granted. Without one it is taken for what it was before: asking the
 * provider could take long, and the page would wait for it; the first call asks, and explains what fails.
 */
async function findAccess(
  client: PublicClientApplication,
  settings: PortalSettings,
): Promise<Access> {
  const grants = (access: Access) =>
    canGetToken(client, scopesFor(settings, access), CacheLookupPolicy.AccessToken)
  if (await grants('write')) return 'write'
  if (await grants('read')) return 'read'
  return rememberedAccess() ?? 'write'
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

/** Entra lists in a token's scopes all that was consented, so a token that is there already tells. */
export const mayReadOrganization = (
  { client, account }: SignedIn,
  scopes: string[],
): Promise<boolean> =>
  client
    .acquireTokenSilent({ scopes, account, cacheLookupPolicy: CacheLookupPolicy.AccessToken })
    .then(
      (token) => token.scopes.some((scope) => /(?:^|\/)User\.Read$/i.test(scope)),
      () => false,
    )

/** Whether the account decides about the tenant (Entra: authorities). */
export const isForAnyTenant = ({ signIn: { authority } }: PortalSettings): boolean =>
  /\/(?:organizations|common)\/?$/i.test(authority)

const canGetToken = (
  client: PublicClientApplication,
  scopes: string[],
  cacheLookupPolicy: CacheLookupPolicy,
): Promise<boolean> =>
  client.acquireTokenSilent({ scopes, cacheLookupPolicy }).then(
    () => true,
    () => false,
  )
