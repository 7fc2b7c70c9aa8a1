/** A page of the portal with Microsoft's sign-in library, whose calls come to what a test says. */
import {
  BrowserAuthError,
  PublicClientApplication,
  type AccountInfo,
  type AuthenticationResult,
} from '@azure/msal-browser'
import { vi } from 'vitest'
import type { PortalSettings } from '@/lib/contract/settings'
import { memoryStorage } from './memory-storage'

export const settings: PortalSettings = {
  signIn: {
    clientId: 'client',
    authority: 'https://login.microsoftonline.com/organizations',
    knownAuthorities: [],
  },
  graphRoot: 'https://graph.microsoft.com',
  graphVersion: 'v1.0',
  isDemo: false,
  localTargetDigests: [],
}

export const writeScope = 'https://graph.microsoft.com/APIConnectors.ReadWrite.All'
export const readScope = 'https://graph.microsoft.com/APIConnectors.Read.All'

export const accountOf = (name: string, tenantId = 'contoso') =>
  ({ homeAccountId: name, tenantId, username: `${name}@contoso.example` }) as AccountInfo

export const anna = accountOf('anna')

export type Said = {
  /** The scopes of the tokens that can be had without the person. */
  granted: readonly string[]
  /** The accounts that the library has kept. */
  kept: AccountInfo[]
  active: AccountInfo | null
  /** What comes back from a redirect. */
  comesBack: () => Promise<AccountInfo | null>
  leaves: () => Promise<void>
}

/** To be called before each test. `named` gives the requests of a call of the library so far. */
export function pageWithSignIn() {
  const calls: [name: string, request: unknown][] = []
  const said: Said = {
    granted: [writeScope],
    kept: [],
    active: null,
    comesBack: () => Promise.resolve(null),
    leaves: () => Promise.resolve(),
  }
  stubBrowser()
  const library = PublicClientApplication.prototype
  const note = (name: string, request: unknown) => void calls.push([name, request])
  vi.spyOn(library, 'initialize').mockImplementation(async () => note('initialize', undefined))
  vi.spyOn(library, 'handleRedirectPromise').mockImplementation(async (options) => {
    note('handleRedirectPromise', options)
    const account = await said.comesBack()
    return account && ({ account } as AuthenticationResult)
  })
  for (const way of ['loginRedirect', 'acquireTokenRedirect', 'logoutRedirect'] as const) {
    vi.spyOn(library, way).mockImplementation((request?: unknown) => {
      note(way, request)
      return said.leaves()
    })
  }
  vi.spyOn(library, 'clearCache').mockImplementation(async (request) => note('clearCache', request))
  vi.spyOn(library, 'setActiveAccount').mockImplementation((account) => {
    note('setActiveAccount', account)
  })
  vi.spyOn(library, 'getActiveAccount').mockImplementation(() => said.active)
  vi.spyOn(library, 'getAllAccounts').mockImplementation(() => said.kept)
  vi.spyOn(library, 'acquireTokenSilent').mockImplementation(async (request) => {
    note('acquireTokenSilent', request)
    const isGranted = request.scopes.every((scope) => said.granted.includes(scope))
    if (isGranted) return { scopes: [...said.granted] } as AuthenticationResult
    throw new BrowserAuthError('no_account_error', '')
  })
  return {
    calls,
    said,
    named: (name: string) => calls.filter(([called]) => called === name).map(([, given]) => given),
  }
}

function stubBrowser(): void {
  vi.restoreAllMocks()
  // A page makes its client once.
  vi.resetModules()
  const location = { origin: 'https://portal', href: 'https://portal/connectors' }
  vi.stubGlobal('localStorage', memoryStorage())
  vi.stubGlobal('sessionStorage', memoryStorage())
  const storages = { localStorage, sessionStorage }
  vi.stubGlobal('window', Object.assign(new EventTarget(), { location, crypto, ...storages }))
  vi.stubGlobal('document', { ...page, cookie: 'portal.secure-cookie=kept' })
}

const page = { documentElement: { dataset: {} } }

/** A browser like Safari over http, which keeps no `Secure` cookie. */
export function withoutSecureCookies(): void {
  vi.stubGlobal(
    'document',
    Object.defineProperty({ ...page }, 'cookie', { get: () => '', set: () => undefined }),
  )
}

/** How the library refuses to leave a page. */
export const cannotLeave = () => Promise.reject(new BrowserAuthError('interaction_in_progress', ''))

/** The code of the page, as it is after a load. */
export const loadSignIn = async () => ({
  ...(await import('../session/sign-in')),
  ...(await import('../session/session-hint')),
})

/** Waits until the page is left; a redirect never ends. False if it has ended all the same. */
export async function hasLeft(way: Promise<unknown>, isGone: () => boolean): Promise<boolean> {
  let isEnded = false
  void way.then(() => (isEnded = true))
  await vi.waitUntil(isGone)
  return !isEnded
}
