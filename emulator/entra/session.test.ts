import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directories } from '../basics/directories'
import { startEmulator, type Emulator } from '../emulator'
import {
  codeForm,
  openBrowser,
  portalOrigin,
  requestTokens,
  signInForTokens,
} from '../testing/browser'
import { openTenant, textAt } from '../testing/tenant'

const tenantId = directories.workforce.id
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

describe('an open session', () => {
  test('answers the next request without a page', async () => {
    const { browser } = await signInForTokens(emulator, 'session-sso')
    const { returned } = await browser.authorize({ state: 'again' })
    expect(returned?.get('state')).toBe('again')
    expect(returned?.get('code')).toBeTruthy()
  })

  test('answers prompt=none, also with a hint at its account', async () => {
    const { browser } = await signInForTokens(emulator, 'session-silent')
    const { returned } = await browser.authorize({
      prompt: 'none',
      login_hint: 'admin@contoso.example',
    })
    expect(returned?.get('code')).toBeTruthy()
  })

  test.each(['login', 'select_account'])('does not answer prompt=%s', async (prompt) => {
    const { browser } = await signInForTokens(emulator, `session-${prompt}`)
    expect((await browser.authorize({ prompt })).html).toContain('Sign in to Contoso')
  })

  test.each([
    ['a hint at somebody else', { login_hint: 'reader@contoso.example' }],
    ['the id of another session', { sid: 'another' }],
  ])('does not answer %s', async (_name, hint) => {
    const { browser } = await signInForTokens(emulator, 'session-hint')
    const { returned } = await browser.authorize({ prompt: 'none', ...hint })
    expect(returned?.get('error')).toBe('login_required')
  })

  test('is named in the id token by a session id that finds it again', async () => {
    const { browser, tokens } = await signInForTokens(emulator, 'session-sid')
    const { sid } = decodeJwt(textAt(tokens.body, 'id_token'))
    const { returned } = await browser.authorize({ prompt: 'none', sid: String(sid) })
    expect(returned?.get('code')).toBeTruthy()
  })

  test('is kept in a cookie of our own port that scripts cannot read', async () => {
    const browser = openBrowser(emulator, 'session-cookie')
    await browser.authorize()
    const { headers } = await browser.press({ action: 'sign-in', account: 'admin@contoso.example' })
    const { port } = new URL(emulator.url)
    expect(headers.getSetCookie()[0]).toMatch(
      new RegExp(`^emulator-session-${port}=\\w+; Path=/; HttpOnly; SameSite=Lax$`),
    )
  })
})

describe('signing in at the address of any tenant', () => {
  test('offers the people of each, and the account leads to its own', async () => {
    const browser = openBrowser(emulator, 'any-tenant', 'organizations')
    const page = await browser.authorize()
    expect(page.html).toContain('Contoso Customers')
    const { returned } = await browser.press({
      action: 'sign-in',
      account: 'b2cadmin@contosocustomers.example',
    })
    const tokens = await requestTokens(emulator, codeForm(returned?.get('code') ?? null))
    expect(decodeJwt(textAt(tokens.body, 'id_token'))).toMatchObject({
      iss: `${emulator.url}/${directories.b2c.id}/v2.0`,
      tid: directories.b2c.id,
      preferred_username: 'b2cadmin@contosocustomers.example',
    })
  })

  test('names its issuer with a placeholder, since the account will decide', async () => {
    const answer = await fetch(
      `${emulator.url}/organizations/v2.0/.well-known/openid-configuration`,
    )
    expect(await answer.json()).toMatchObject({ issuer: `${emulator.url}/{tenantid}/v2.0` })
  })

  test('is what only that address does: a tenant’s own knows its own people', async () => {
    const browser = openBrowser(emulator, 'own-tenant')
    expect((await browser.authorize()).html).not.toContain('B2C Admin')
    const stayed = await browser.press({
      action: 'sign-in',
      account: 'b2cadmin@contosocustomers.example',
    })
    expect(stayed.returned).toBeNull()
    expect(stayed.html).toContain('Sign in to Contoso')
  })
})

describe('signing out', () => {
  test('ends the session and leads back with the state', async () => {
    const { browser } = await signInForTokens(emulator, 'logout')
    const back = new URLSearchParams({
      post_logout_redirect_uri: `${portalOrigin}/signed-out`,
      state: 'bye',
    })
    const left = await browser.open(`/${tenantId}/oauth2/v2.0/logout?${back}`)
    expect(left.location).toBe(`${portalOrigin}/signed-out?state=bye`)
    expect((await browser.authorize({ prompt: 'none' })).returned?.get('error')).toBe(
      'login_required',
    )
  })

  test('leads nowhere but to this machine', async () => {
    const { browser } = await signInForTokens(emulator, 'logout-away')
    const back = new URLSearchParams({ post_logout_redirect_uri: 'https://evil.example/' })
    const left = await browser.open(`/${tenantId}/oauth2/v2.0/logout?${back}`)
    expect(left.location).toBeNull()
    expect(left.html).toContain('You signed out')
  })

  test.each([
    ['logout_hint', 'reader@contoso.example'],
    [
      'id_token_hint',
      `x.${Buffer.from('{"preferred_username":"reader@contoso.example"}').toString('base64url')}.x`,
    ],
  ])('with a %s at somebody else leaves the session', async (name, value) => {
    const { browser } = await signInForTokens(emulator, 'logout-hint')
    await browser.open(`/${tenantId}/oauth2/v2.0/logout?${new URLSearchParams({ [name]: value })}`)
    expect((await browser.authorize({ prompt: 'none' })).returned?.get('code')).toBeTruthy()
  })

  test('a session can be ended by the control API', async () => {
    const tenant = await openTenant(emulator, 'logout-control')
    const { browser } = await signInForTokens(emulator, 'logout-control')
    await tenant.control('/revoke', { method: 'POST', body: { sessions: true } })
    expect((await browser.authorize({ prompt: 'none' })).returned?.get('error')).toBe(
      'login_required',
    )
  })
})
