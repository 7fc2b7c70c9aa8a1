import { BrowserAuthError, CacheLookupPolicy } from '@azure/msal-browser'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  accountOf,
  anna,
  cannotLeave,
  hasLeft,
  loadSignIn,
  pageWithSignIn,
  settings,
  writeScope,
} from '../testing/sign-in'
import { msalClient } from './msal'

let page: ReturnType<typeof pageWithSignIn>

beforeEach(() => {
  page = pageWithSignIn()
})

const session = async () =>
  ({ client: await msalClient(settings.signIn), account: anna, access: 'write' }) as const

describe('signing in', () => {
  it('leaves for the permission to change connectors, once what was under way is over', async () => {
    const { signIn, signInAttempt } = await loadSignIn()

    expect(await hasLeft(signIn(settings), () => page.named('loginRedirect').length > 0)).toBe(true)

    expect(page.calls.map(([name]) => name)).toEqual([
      'initialize',
      'handleRedirectPromise',
      'loginRedirect',
    ])
    expect(page.named('loginRedirect')).toEqual([{ scopes: [writeScope] }])
    expect(signInAttempt()).toBe('write')
  })

  it('offers other accounts, and comes back to another page, where that is wanted', async () => {
    const { signIn } = await loadSignIn()

    const way = signIn(settings, { chooseAccount: true, returnTo: '/setup#consent' })
    expect(await hasLeft(way, () => page.named('loginRedirect').length > 0)).toBe(true)

    expect(page.named('loginRedirect')).toEqual([
      {
        scopes: [writeScope],
        prompt: 'select_account',
        redirectStartPage: 'https://portal/setup#consent',
      },
    ])
  })

  it('that cannot leave says why, and is no attempt any more', async () => {
    page.said.leaves = cannotLeave
    const { signIn, isSessionExpected } = await loadSignIn()

    expect(await signIn(settings)).toMatchObject({ ok: false, problem: { code: 'signInFailed' } })
    expect(isSessionExpected()).toBe(false)
  })
})

describe('signing in again on the page', () => {
  it('gives up a window, and asks for what is needed', async () => {
    const { signInOnPage } = await loadSignIn()
    const way = signInOnPage(await session(), { scopes: ['a'], claims: '{}' })

    expect(await hasLeft(way, () => page.named('acquireTokenRedirect').length > 0)).toBe(true)

    expect(page.named('handleRedirectPromise')).toEqual([
      { hash: expect.stringMatching(/^#abandoned=[0-9a-f-]{36}$/) as string },
    ])
    expect(page.named('acquireTokenRedirect')).toEqual([
      { scopes: ['a'], account: anna, claims: '{}' },
    ])
  })

  it('asks for no claims where none are needed, whatever became of the window', async () => {
    page.said.comesBack = () => Promise.reject(new BrowserAuthError('x', ''))
    const { signInOnPage } = await loadSignIn()
    const way = signInOnPage(await session(), { scopes: ['a'], claims: null })

    expect(await hasLeft(way, () => page.named('acquireTokenRedirect').length > 0)).toBe(true)

    expect(page.named('acquireTokenRedirect')).toEqual([{ scopes: ['a'], account: anna }])
  })
})

describe('signing out', () => {
  it('forgets everybody and everything, and then leaves', async () => {
    const bert = accountOf('bert')
    const elsewhere = accountOf('anna', 'fabrikam')
    page.said.kept = [anna, bert, elsewhere]
    const { signOut, rememberSession, isSessionExpected } = await loadSignIn()
    rememberSession('write')

    await signOut({
      ...(await session()),
      account: { ...anna, idToken: 'id-token' },
    })

    expect(isSessionExpected()).toBe(false)
    expect(page.named('clearCache')).toEqual([{ account: bert }, { account: elsewhere }])
    expect(page.named('logoutRedirect')).toEqual([
      {
        account: { ...anna, idToken: 'id-token' },
        logoutHint: 'anna@contoso.example',
        idTokenHint: 'id-token',
      },
    ])
  })

  it('gives no hint that it does not have', async () => {
    const { signOut } = await loadSignIn()

    await signOut(await session())

    expect(page.named('logoutRedirect')[0]).not.toHaveProperty('idTokenHint')
  })
})

describe('what else was granted', () => {
  it.each([
    [true, CacheLookupPolicy.AccessTokenAndRefreshToken],
    [false, CacheLookupPolicy.AccessToken],
  ])('for user flows is looked up, asking the provider: %s', async (mayAsk, policy) => {
    const { mayUseFlows, userFlowScopes } = await loadSignIn()
    expect(await mayUseFlows(settings, await session(), mayAsk)).toBe(false)

    page.said.granted = userFlowScopes(settings)
    expect(await mayUseFlows(settings, await session(), mayAsk)).toBe(true)
    expect(page.named('acquireTokenSilent')).toEqual(
      [1, 2].map(() => ({ scopes: userFlowScopes(settings), cacheLookupPolicy: policy })),
    )
  })

  it('for the audit log is looked up with the provider', async () => {
    const { mayReadAuditLog, auditLogScopes } = await loadSignIn()
    page.said.granted = auditLogScopes(settings)

    expect(await mayReadAuditLog(settings, await session())).toBe(true)
    expect(page.named('acquireTokenSilent')).toEqual([
      {
        scopes: auditLogScopes(settings),
        cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
      },
    ])
  })

  it.each([
    [['https://graph.microsoft.com/User.Read', 'a'], true],
    [['user.read', 'a'], true],
    [['User.ReadBasic.All', 'a'], false],
    [['xUser.Read', 'a'], false],
    [['b'], false],
  ])('for the tenant’s name is told by the scopes of a token: %j', async (scopes, expected) => {
    page.said.granted = scopes
    const { mayReadOrganization } = await loadSignIn()

    expect(await mayReadOrganization(await session(), ['a'])).toBe(expected)
  })
})

it.each([
  ['https://login.microsoftonline.com/organizations', true],
  ['https://login.microsoftonline.com/common/', true],
  ['https://login.microsoftonline.com/contoso.example', false],
  ['https://login.microsoftonline.com/organizations.example', false],
])('the account decides about the tenant at %s: %s', async (authority, expected) => {
  const { isForAnyTenant } = await loadSignIn()

  expect(isForAnyTenant({ ...settings, signIn: { ...settings.signIn, authority } })).toBe(expected)
})

it('MSAL is set up once, for this portal and its pages', async () => {
  const { startSession } = await loadSignIn()

  await startSession(settings)
  await startSession(settings)

  expect(page.named('initialize')).toHaveLength(1)
  expect((await session()).client.getConfiguration()).toMatchObject({
    auth: {
      clientId: 'client',
      authority: settings.signIn.authority,
      redirectUri: 'https://portal/auth/redirect',
      postLogoutRedirectUri: 'https://portal/signed-out',
      clientCapabilities: ['CP1'],
    },
    cache: { cacheLocation: 'localStorage' },
    system: {
      popupBridgeTimeout: 300_000,
      iframeBridgeTimeout: 6_000,
      loggerOptions: { piiLoggingEnabled: false },
    },
  })
})
