// A browser as far as sign-in needs one: cookies, forms and redirects, but no script.
import { createHash, randomBytes } from 'node:crypto'
import { directories } from '../basics/directories'
import type { Emulator } from '../emulator'
import { clientId } from '../basics/registration'
import type { Called } from './tenant'

export const portalOrigin = 'http://localhost:3000'
export const redirectUri = `${portalOrigin}/auth/redirect`

export type Arrival = {
  status: number
  html: string
  headers: Headers
  /** The parameters that came back to the portal, once the browser was sent there. */
  returned: URLSearchParams | null
  location: string | null
}

export type TestBrowser = {
  /** Opens the authorize endpoint with the parameters that MSAL would send, changed as wished. */
  authorize: (changes?: Record<string, string | undefined>) => Promise<Arrival>
  /** Presses a button of the page that was opened last. */
  press: (fields: Record<string, string>) => Promise<Arrival>
  open: (path: string) => Promise<Arrival>
  setCookie: (name: string, value: string) => void
}

export type TokenForm = Record<string, string | undefined>

/** The verifier behind every request of this file's browsers. */
const codeVerifier = randomBytes(32).toString('base64url')

/** @param tenant what the authority's address names: an id, a domain or `organizations` */
export function openBrowser(
  emulator: Emulator,
  world: string,
  tenant = directories.workforce.id,
): TestBrowser {
  const cookies = new Map([['emulator-world', world]])
  const state = { address: '' }
  const load = async (url: string, init: RequestInit = {}): Promise<Arrival> => {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))

    const response = await fetch(url, { ...init, redirect: 'manual', headers })
    keepCookies(cookies, response.headers.getSetCookie())
    const location = response.headers.get('location')
    return {
      status: response.status,
      html: await response.text(),
      headers: response.headers,
      returned: location === null ? null : readReturned(location),
      location,
    }
  }
  return {
    authorize: (changes = {}) => {
      state.address = authorizeUrl(`${emulator.url}/${tenant}`, changes)
      return load(state.address)
    },
    press: (fields) => load(state.address, { method: 'POST', body: new URLSearchParams(fields) }),
    open: (path) => load(emulator.url + path),
    setCookie: (name, value) => void cookies.set(name, value),
  }
}

/** Signs in from nothing and gives what came back to the portal. */
export async function signIn(
  browser: TestBrowser,
  account: string,
  changes: Record<string, string | undefined> = {},
): Promise<URLSearchParams> {
  await browser.authorize(changes)
  const { returned, html } = await browser.press({ action: 'sign-in', account })
  if (!returned) throw new Error(`Sign-in stopped at a page: ${html.slice(0, 2000)}`)
  return returned
}

/** Signs in from nothing and redeems the code. */
export async function signInForTokens(
  emulator: Emulator,
  world: string,
  account = 'admin@contoso.example',
): Promise<{ browser: TestBrowser; tokens: Called }> {
  const browser = openBrowser(emulator, world)
  const returned = await signIn(browser, account)
  return { browser, tokens: await requestTokens(emulator, codeForm(returned.get('code'))) }
}

/** Posts to the token endpoint as the portal's page would. */
export async function requestTokens(
  emulator: Emulator,
  form: TokenForm,
  headers: Record<string, string> = { origin: portalOrigin },
): Promise<Called> {
  const response = await fetch(`${emulator.url}/organizations/oauth2/v2.0/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(withoutMissing({ client_id: clientId, ...form })),
  })
  const body: unknown = await response.json()
  return { status: response.status, headers: response.headers, body }
}

/** The form that redeems a code. */
export function codeForm(code: string | null, changes: TokenForm = {}): TokenForm {
  return {
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
    client_info: '1',
    ...changes,
  }
}

function authorizeUrl(authority: string, changes: Record<string, string | undefined>): string {
  const parameters = {
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    response_mode: 'fragment',
    scope: `${new URL(authority).origin}/APIConnectors.ReadWrite.All openid profile offline_access`,
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  }
  return `${authority}/oauth2/v2.0/authorize?${new URLSearchParams(withoutMissing(parameters))}`
}

function withoutMissing(form: TokenForm): [string, string][] {
  return Object.entries(form).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
}

function keepCookies(cookies: Map<string, string>, lines: readonly string[]): void {
  for (const line of lines) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
    if (/max-age=0/i.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }
}

function readReturned(location: string): URLSearchParams {
  return new URLSearchParams(location.split(/[#?]/)[1] ?? '')
}
