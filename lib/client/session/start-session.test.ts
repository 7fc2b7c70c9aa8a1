import { CacheLookupPolicy, ServerError } from '@azure/msal-browser'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Access } from '@/lib/contract/permissions'
import {
  accountOf,
  anna,
  cannotLeave,
  hasLeft,
  loadSignIn,
  pageWithSignIn,
  readScope,
  settings,
  withoutSecureCookies,
  writeScope,
} from '../testing/sign-in'

let page: ReturnType<typeof pageWithSignIn>

beforeEach(() => {
  page = pageWithSignIn()
})

const refusedWith = (error: Error) => () => Promise.reject(error)

describe('a page that has just loaded', () => {
  it('has the session that has just come back', async () => {
    page.said.comesBack = () => Promise.resolve(anna)
    const { startSession, rememberAttempt, rememberedAccess, signInAttempt } = await loadSignIn()
    rememberAttempt('write')

    expect(await startSession(settings)).toMatchObject({
      kind: 'signedIn',
      session: { account: anna, access: 'write' },
      refusal: null,
      hasDroppedDraft: false,
    })
    expect(page.named('setActiveAccount')).toEqual([anna])
    expect(rememberedAccess()).toBe('write')
    expect(signInAttempt()).toBeNull()
  })

  it('has the session that MSAL has kept, the active one before any other', async () => {
    const bert = accountOf('bert')
    page.said.kept = [bert, anna]
    const { startSession } = await loadSignIn()
    expect(await startSession(settings)).toMatchObject({ session: { account: bert } })

    page.said.active = anna
    expect(await startSession(settings)).toMatchObject({ session: { account: anna } })
  })

  it.each<{ access: Access; has: string[]; before: Access | null }>([
    { access: 'write', has: [writeScope], before: null },
    { access: 'write', has: [writeScope], before: 'read' },
    { access: 'read', has: [readScope], before: null },
    { access: 'read', has: [], before: 'read' },
    { access: 'write', has: [], before: null },
  ])('may $access where the cache has $has and before it was $before', async (given) => {
    page.said.granted = given.has
    page.said.kept = [anna]
    const { startSession, rememberSession } = await loadSignIn()
    if (given.before) rememberSession(given.before)

    expect(await startSession(settings)).toMatchObject({ session: { access: given.access } })
    for (const request of page.named('acquireTokenSilent')) {
      expect(request).toMatchObject({ cacheLookupPolicy: CacheLookupPolicy.AccessToken })
    }
  })

  it('has none where nobody has signed in', async () => {
    const { startSession, isSessionExpected } = await loadSignIn()

    expect(await startSession(settings)).toEqual({ kind: 'signedOut', problem: null })
    expect(isSessionExpected()).toBe(false)
    expect(page.named('loginRedirect')).toEqual([])
  })

  it('says why a sign-in did not succeed', async () => {
    page.said.comesBack = refusedWith(new ServerError('access_denied', '', ''))
    const { startSession, rememberAttempt, isSessionExpected } = await loadSignIn()
    rememberAttempt('write')

    expect(await startSession(settings)).toMatchObject({
      kind: 'signedOut',
      problem: { code: 'signInCancelled' },
    })
    expect(isSessionExpected()).toBe(false)
  })

  it('keeps its session when a verification was refused, and says so', async () => {
    page.said.kept = [anna]
    page.said.comesBack = refusedWith(new ServerError('access_denied', '', ''))
    const { startSession } = await loadSignIn()

    expect(await startSession(settings)).toMatchObject({
      kind: 'signedIn',
      session: { account: anna },
      refusal: { code: 'signInCancelled' },
    })
  })

  it('does not take a kept session for the one that was refused', async () => {
    page.said.kept = [anna]
    page.said.comesBack = refusedWith(new ServerError('access_denied', '', ''))
    const { startSession, rememberAttempt } = await loadSignIn()
    rememberAttempt('write')

    expect(await startSession(settings)).toMatchObject({ kind: 'signedOut' })
  })
})

describe('whoever lacks the permission to change connectors', () => {
  const noConsent = () => {
    page.said.comesBack = refusedWith(new ServerError('consent_required', '', ''))
  }

  it('is asked for the one to read them, silently', async () => {
    noConsent()
    const { startSession, rememberAttempt, signInAttempt } = await loadSignIn()
    rememberAttempt('write')

    expect(
      await hasLeft(startSession(settings), () => page.named('loginRedirect').length > 0),
    ).toBe(true)

    expect(page.named('loginRedirect')).toEqual([{ scopes: [readScope], prompt: 'none' }])
    expect(signInAttempt()).toBe('read')
  })

  it('is told so, when there is none to read them either', async () => {
    noConsent()
    const { startSession, rememberAttempt } = await loadSignIn()
    rememberAttempt('read')

    expect(await startSession(settings)).toMatchObject({ problem: { code: 'consentRequired' } })
    expect(page.named('loginRedirect')).toEqual([])
  })

  it('is told why the silent way could not be gone', async () => {
    noConsent()
    page.said.leaves = cannotLeave
    const { startSession, rememberAttempt } = await loadSignIn()
    rememberAttempt('write')

    expect(await startSession(settings)).toMatchObject({
      kind: 'signedOut',
      problem: { code: 'signInFailed' },
    })
  })
})

describe('where each tab keeps its own tokens', () => {
  beforeEach(withoutSecureCookies)

  it.each([
    ['write', writeScope],
    ['read', readScope],
  ] as const)('a new one goes on with the session of another: %s', async (access, scope) => {
    const { startSession, rememberSession, signInAttempt } = await loadSignIn()
    rememberSession(access)

    expect(
      await hasLeft(startSession(settings), () => page.named('loginRedirect').length > 0),
    ).toBe(true)

    expect(page.named('loginRedirect')).toEqual([{ scopes: [scope], prompt: 'none' }])
    expect(signInAttempt()).toBe('resume')
  })

  it('nobody is told of a session that could not be taken over', async () => {
    page.said.comesBack = refusedWith(new ServerError('login_required', '', ''))
    const { startSession, rememberSession, rememberAttempt } = await loadSignIn()
    rememberSession('write')
    rememberAttempt('resume')

    expect(await startSession(settings)).toEqual({ kind: 'signedOut', problem: null })
  })

  it('it is tried once', async () => {
    const { startSession, rememberSession, rememberAttempt } = await loadSignIn()
    rememberSession('write')
    rememberAttempt('resume')

    expect(await startSession(settings)).toEqual({ kind: 'signedOut', problem: null })
    expect(page.named('loginRedirect')).toEqual([])
  })
})
