import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directories } from '../basics/directories'
import { startEmulator, type Emulator } from '../emulator'
import { clientId, graphApplicationId, roleTemplates } from '../basics/registration'
import {
  codeForm,
  openBrowser,
  portalOrigin,
  redirectUri,
  requestTokens,
  signIn,
  signInForTokens,
} from '../testing/browser'
import { openTenant, textAt } from '../testing/tenant'
import { accounts } from '../state/accounts'

const tenantId = directories.workforce.id
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

describe('signing in', () => {
  test('the sign-in page says it is not Microsoft and names every account by its display name', async () => {
    const page = await openBrowser(emulator, 'signin-page', 'organizations').authorize()
    expect(page.status).toBe(200)
    expect(page.html).toContain('this is not Microsoft')
    for (const { displayName } of accounts) {
      expect(page.html).toMatch(new RegExp(`<button[^>]*>\\s*${displayName}\\s*</button\\s*>`))
    }
  })

  test('pages cannot be framed and load nothing, yet let the form lead back to the portal', async () => {
    const page = await openBrowser(emulator, 'signin-policy').authorize()
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('form-action')
  })

  test('pages bring their icon along, which their policy allows', async () => {
    const page = await openBrowser(emulator, 'signin-icon').authorize()
    expect(page.html).toMatch(/<link rel="icon" href="data:image/)
    expect(page.headers.get('content-security-policy')).toContain('img-src data:')
  })

  test('pages are isolated from the window that opened them, unless a setting says otherwise', async () => {
    const tenant = await openTenant(emulator, 'signin-opener')
    const browser = openBrowser(emulator, 'signin-opener')
    const policy = async () => (await browser.authorize()).headers.get('cross-origin-opener-policy')
    expect(await policy()).toBe('same-origin')
    await tenant.control('/settings', { method: 'PATCH', body: { crossOriginOpenerPolicy: false } })
    expect(await policy()).toBeNull()
  })

  test('choosing an account leads back with a code, the state and the client info', async () => {
    const returned = await signIn(openBrowser(emulator, 'signin-back'), 'admin@contoso.example')
    const info = Buffer.from(returned.get('client_info') ?? '', 'base64url').toString()
    expect(returned.get('state')).toBe('state-1')
    expect(returned.get('code')).toMatch(/^1\./)
    expect(JSON.parse(info)).toEqual({
      uid: 'aaaaaaaa-0001-4000-8000-000000000001',
      utid: tenantId,
    })
  })

  test('the answer comes in the fragment, or in the query where that is asked for', async () => {
    const browser = openBrowser(emulator, 'signin-mode')
    await signIn(browser, 'admin@contoso.example')
    const fragment = await browser.authorize()
    const query = await browser.authorize({ response_mode: 'query' })
    expect(fragment.location).toMatch(new RegExp(`^${redirectUri}#`))
    expect(query.location).toMatch(new RegExp(`^${redirectUri}\\?`))
  })

  test('a code becomes an id token, an access token and a refresh token', async () => {
    const { tokens } = await signInForTokens(emulator, 'signin-tokens')
    const id = decodeJwt(textAt(tokens.body, 'id_token'))
    expect(tokens.status).toBe(200)
    expect(tokens.headers.get('access-control-allow-origin')).toBe(portalOrigin)
    expect(tokens.body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token_expires_in: 86_400,
    })
    expect(id).toMatchObject({
      aud: clientId,
      iss: `${emulator.url}/${tenantId}/v2.0`,
      nonce: 'nonce-1',
      name: 'User Flow Admin',
      preferred_username: 'admin@contoso.example',
      tid: tenantId,
      ver: '2.0',
    })
  })

  test('the access token is for Graph and carries every consented permission, the role and the world', async () => {
    const { tokens } = await signInForTokens(emulator, 'signin-access')
    const access = decodeJwt(textAt(tokens.body, 'access_token'))
    expect(access).toMatchObject({
      aud: graphApplicationId,
      appid: clientId,
      oid: 'aaaaaaaa-0001-4000-8000-000000000001',
      wids: [roleTemplates.userFlowAdministrator, roleTemplates.reportsReader],
      emulator_world: 'signin-access',
    })
    expect(String(access['scp']).split(' ')).toContain('IdentityUserFlow.ReadWrite.All')
  })

  test('the scope comes back in the spelling it was asked in', async () => {
    const browser = openBrowser(emulator, 'signin-scope')
    const scopes = async (scope: string) => {
      await browser.authorize({ scope, prompt: 'select_account' })
      const { returned } = await browser.press({
        action: 'sign-in',
        account: 'reader@contoso.example',
      })
      const tokens = await requestTokens(emulator, codeForm(returned?.get('code') ?? null))
      return textAt(tokens.body, 'scope')
    }
    const graph = 'https://graph.microsoft.com/'
    expect(await scopes(`openid ${graph}APIConnectors.Read.All`)).toBe(
      `openid ${graph}APIConnectors.Read.All ${graph}User.Read`,
    )
    expect(await scopes('APIConnectors.Read.All')).toBe('APIConnectors.Read.All User.Read')
    expect(await scopes(`${emulator.url}/APIConnectors.Read.All profile`)).toBe(
      `profile ${emulator.url}/APIConnectors.Read.All ${emulator.url}/User.Read`,
    )
  })

  test('the published key verifies the tokens, and discovery names every endpoint', async () => {
    const { tokens } = await signInForTokens(emulator, 'signin-keys')
    const root = `${emulator.url}/contoso.example`
    const discovery = await fetch(`${root}/v2.0/.well-known/openid-configuration`, {
      headers: { origin: 'http://localhost:3001' },
    })
    const document: unknown = await discovery.json()
    expect(discovery.headers.get('access-control-allow-origin')).toBe('http://localhost:3001')
    expect(document).toMatchObject({
      issuer: `${emulator.url}/${tenantId}/v2.0`,
      authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
      token_endpoint: `${root}/oauth2/v2.0/token`,
      end_session_endpoint: `${root}/oauth2/v2.0/logout`,
    })
    const keys = createRemoteJWKSet(new URL(textAt(document, 'jwks_uri')))
    const verified = await jwtVerify(textAt(tokens.body, 'id_token'), keys, { audience: clientId })
    expect(verified.payload['name']).toBe('User Flow Admin')
  })

  test('a token from sign-in is good at Graph, in the world of the cookie', async () => {
    const tenant = await openTenant(emulator, 'signin-graph')
    const { tokens } = await signInForTokens(emulator, 'signin-graph')
    const token = textAt(tokens.body, 'access_token')
    const list = await tenant.graph('/v1.0/identity/apiConnectors', { token })
    expect(list.status).toBe(200)
    expect(list.body).toMatchObject({ value: [] })
  })

  test('only pages of this machine may read tokens', async () => {
    const stranger = await requestTokens(emulator, codeForm('x'), {
      origin: 'https://evil.example',
    })
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull()
    const preflight = await fetch(`${emulator.url}/${tenantId}/oauth2/v2.0/token`, {
      method: 'OPTIONS',
      headers: { origin: portalOrigin, 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(portalOrigin)
  })
})
