import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import { codeForm, openBrowser, requestTokens, signIn } from '../testing/browser'
import { openTenant, textAt, valueAt } from '../testing/tenant'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

const scope = (...names: string[]) =>
  ['openid', 'offline_access', ...names.map((name) => `${emulator.url}/${name}`)].join(' ')

async function granted(code: string | null | undefined) {
  const tokens = await requestTokens(emulator, codeForm(code ?? null))
  return String(decodeJwt(textAt(tokens.body, 'access_token'))['scp']).split(' ')
}

describe('a permission that the person may agree to', () => {
  const account = 'connectors@contoso.example'
  const flows = 'IdentityUserFlow.ReadWrite.All'

  test('is asked for on a page that lists it', async () => {
    const browser = openBrowser(emulator, 'consent-page')
    await browser.authorize({ scope: scope(flows) })
    const page = await browser.press({ action: 'sign-in', account })
    expect(page.returned).toBeNull()
    expect(page.html).toContain('Permissions requested')
    expect(page.html).toContain(flows)
    expect(page.html).toMatch(/<button[^>]*>\s*Accept\s*<\/button\s*>/)
    expect(page.html).toMatch(/<button[^>]*>\s*Cancel\s*<\/button\s*>/)
  })

  test('is in every later token once it is accepted, and nobody is asked again', async () => {
    const browser = openBrowser(emulator, 'consent-accept')
    await browser.authorize({ scope: scope(flows) })
    await browser.press({ action: 'sign-in', account })
    const { returned } = await browser.press({ action: 'accept' })
    expect(await granted(returned?.get('code'))).toContain(flows)
    const again = await browser.authorize({
      scope: scope('APIConnectors.Read.All'),
      prompt: 'none',
    })
    expect(await granted(again.returned?.get('code'))).toContain(flows)
  })

  test('is declined with Cancel', async () => {
    const browser = openBrowser(emulator, 'consent-cancel')
    await browser.authorize({ scope: scope(flows) })
    await browser.press({ action: 'sign-in', account })
    const { returned } = await browser.press({ action: 'cancel' })
    expect(returned?.get('error')).toBe('access_denied')
    expect(returned?.get('error_description')).toMatch(/^AADSTS65004: /)
    expect(returned?.get('state')).toBe('state-1')
  })

  test('is refused to prompt=none with consent_required', async () => {
    const browser = openBrowser(emulator, 'consent-none')
    await signIn(browser, account)
    const { returned } = await browser.authorize({ scope: scope(flows), prompt: 'none' })
    expect(returned?.get('error')).toBe('consent_required')
    expect(returned?.get('error_description')).toMatch(/^AADSTS65001: /)
  })

  test('is refused to a refresh token with the suberror that MSAL looks for', async () => {
    const browser = openBrowser(emulator, 'consent-refresh')
    const returned = await signIn(browser, account)
    const tokens = await requestTokens(emulator, codeForm(returned.get('code')))
    const refused = await requestTokens(emulator, {
      grant_type: 'refresh_token',
      refresh_token: textAt(tokens.body, 'refresh_token'),
      scope: scope(flows),
    })
    expect(refused.status).toBe(400)
    expect(refused.body).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001],
    })
  })

  test('has to be accepted again in a world that was reset', async () => {
    const browser = openBrowser(emulator, 'consent-reset')
    await browser.authorize({ scope: scope(flows) })
    await browser.press({ action: 'sign-in', account })
    await browser.press({ action: 'accept' })
    await openTenant(emulator, 'consent-reset')
    const { returned } = await browser.authorize({ scope: scope(flows), prompt: 'none' })
    expect(returned?.get('error')).toBe('consent_required')
  })
})

describe('a permission that only an administrator may agree to', () => {
  test.each(['reader@contoso.example', 'noconsent@contoso.example'])(
    'sends %s straight back without a page',
    async (account) => {
      const browser = openBrowser(emulator, 'consent-admin')
      const returned = await signIn(browser, account)
      expect(returned.get('error')).toBe('consent_required')
      expect(returned.get('error_description')).toMatch(/^AADSTS90094: Admin consent is required/)
    },
  )

  test('leaves a session, in which the reader silently gets what is consented', async () => {
    const browser = openBrowser(emulator, 'consent-reader')
    await signIn(browser, 'reader@contoso.example')
    const { returned } = await browser.authorize({
      scope: scope('APIConnectors.Read.All'),
      prompt: 'none',
    })
    expect(await granted(returned?.get('code'))).toEqual(['APIConnectors.Read.All', 'User.Read'])
  })

  test('leaves a session, in which nothing is silently given to whom nothing is consented', async () => {
    const browser = openBrowser(emulator, 'consent-nothing')
    await signIn(browser, 'noconsent@contoso.example')
    const { returned } = await browser.authorize({
      scope: scope('APIConnectors.Read.All'),
      prompt: 'none',
    })
    expect(returned?.get('error')).toBe('consent_required')
  })

  test('does not keep anybody from signing in without it', async () => {
    const browser = openBrowser(emulator, 'consent-openid')
    const returned = await signIn(browser, 'noconsent@contoso.example', {
      scope: scope('User.Read'),
    })
    expect(await granted(returned.get('code'))).toEqual(['User.Read'])
  })
})

describe('step-up', () => {
  const account = 'stepup@contoso.example'
  const claims = JSON.stringify({
    access_token: { acrs: { essential: true, value: 'c1' }, xms_cc: { values: ['CP1'] } },
  })

  test('Graph challenges the first token, and accepts one from after the verification', async () => {
    const tenant = await openTenant(emulator, 'stepup')
    const browser = openBrowser(emulator, 'stepup')
    const first = await signIn(browser, account, {
      claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}',
    })
    const weak = await requestTokens(
      emulator,
      codeForm(first.get('code'), { claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}' }),
    )
    const challenged = await tenant.graph('/v1.0/identity/apiConnectors', {
      token: textAt(weak.body, 'access_token'),
    })
    expect(challenged.status).toBe(401)
    const header = challenged.headers.get('www-authenticate') ?? ''
    expect(header).toContain('error="insufficient_claims"')
    const encoded = /claims="([^"]+)"/.exec(header)?.[1] ?? ''
    expect(JSON.parse(Buffer.from(encoded, 'base64').toString())).toEqual({
      access_token: { acrs: { essential: true, value: 'c1' } },
    })

    const refused = await requestTokens(emulator, {
      grant_type: 'refresh_token',
      refresh_token: textAt(weak.body, 'refresh_token'),
      claims,
    })
    expect(refused.body).toMatchObject({
      error: 'interaction_required',
      suberror: 'basic_action',
      error_codes: [50076],
    })
    expect(textAt(refused.body, 'claims')).toContain('c1')

    const page = await browser.authorize({ claims })
    expect(page.html).toMatch(/<button[^>]*>\s*Verify\s*<\/button\s*>/)
    const { returned } = await browser.press({ action: 'verify' })
    const strong = await requestTokens(
      emulator,
      codeForm(returned?.get('code') ?? null, { claims }),
    )
    const token = textAt(strong.body, 'access_token')
    expect(decodeJwt(token)).toMatchObject({ acrs: ['c1'], xms_cc: ['CP1'] })
    expect((await tenant.graph('/v1.0/identity/apiConnectors', { token })).status).toBe(200)

    const renewed = await requestTokens(emulator, {
      grant_type: 'refresh_token',
      refresh_token: textAt(strong.body, 'refresh_token'),
    })
    expect(decodeJwt(textAt(renewed.body, 'access_token'))['acrs']).toEqual(['c1'])
  })

  test('prompt=none is told that interaction is required', async () => {
    const browser = openBrowser(emulator, 'stepup-none')
    await signIn(browser, account)
    const { returned } = await browser.authorize({ claims, prompt: 'none' })
    expect(returned?.get('error')).toBe('interaction_required')
    expect(returned?.get('error_description')).toMatch(/^AADSTS50076: /)
  })

  test('a client that cannot answer challenges is refused with 403', async () => {
    const tenant = await openTenant(emulator, 'stepup-incapable')
    const token = await tenant.token({ user: account, claims: { xms_cc: [] } })
    const answer = await tenant.graph('/v1.0/identity/apiConnectors', { token })
    expect(answer.status).toBe(403)
    expect(valueAt(answer.body, 'error', 'code')).toBe('insufficient_claims')
  })

  test('other accounts satisfy any authentication context at once', async () => {
    const browser = openBrowser(emulator, 'stepup-others')
    const returned = await signIn(browser, 'admin@contoso.example', { claims })
    const tokens = await requestTokens(emulator, codeForm(returned.get('code'), { claims }))
    expect(decodeJwt(textAt(tokens.body, 'access_token'))['acrs']).toEqual(['c1'])
  })
})
