import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmulator, type Emulator } from '../emulator'
import { codeForm, openBrowser, requestTokens, signIn, signInForTokens } from '../testing/browser'
import { openTenant, textAt, valueAt, type Called } from '../testing/tenant'
import { accounts } from '../state/accounts'
import { refuseRefreshToken } from './token'

let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

function refresh(tokens: Called, changes: Record<string, string | undefined> = {}) {
  return requestTokens(emulator, {
    grant_type: 'refresh_token',
    refresh_token: textAt(tokens.body, 'refresh_token'),
    scope: `${emulator.url}/APIConnectors.ReadWrite.All openid profile offline_access`,
    ...changes,
  })
}

function codesOf({ status, body }: Called) {
  return { status, error: valueAt(body, 'error'), codes: valueAt(body, 'error_codes') }
}

describe('refresh tokens', () => {
  test('are renewed with every use and keep the end of the 24 hours', async () => {
    const { tokens } = await signInForTokens(emulator, 'refresh-good')
    const renewed = await refresh(tokens)
    expect(renewed.status).toBe(200)
    expect(textAt(renewed.body, 'refresh_token')).not.toBe(textAt(tokens.body, 'refresh_token'))
    expect(valueAt(renewed.body, 'refresh_token_expires_in')).toBeLessThanOrEqual(86_400)
  })

  test('bring nothing once the consent was withdrawn, until the person gives it again', async () => {
    const { tokens } = await signInForTokens(emulator, 'refresh-consent')
    const tenant = await openTenant(emulator, 'refresh-consent')
    await tenant.control('/revoke', { method: 'POST', body: { consents: true } })

    const refused = await refresh(tokens)

    expect(codesOf(refused)).toEqual({ status: 400, error: 'invalid_grant', codes: [65001] })
    expect(valueAt(refused.body, 'suberror')).toBe('consent_required')
  })

  test('are bound to the world of the sign-in', async () => {
    const { tokens } = await signInForTokens(emulator, 'refresh-world')
    const renewed = await refresh(tokens)
    const access = decodeJwt(textAt(renewed.body, 'access_token'))
    expect(access['emulator_world']).toBe('refresh-world')
  })

  test('end after 24 hours, however often they were renewed', () => {
    const [account] = accounts
    if (!account) throw new Error('There is no account.')
    const grant = {
      account,
      worldName: 'any',
      sessionId: 'any',
      scope: 'openid',
      nonce: undefined,
      acrs: [],
      issuedAtSeconds: 1000,
      state: 'good' as const,
    }
    expect(() => refuseRefreshToken(grant, 1000 + 86_400)).not.toThrow()
    expect(() => refuseRefreshToken(grant, 1000 + 86_401)).toThrow(/AADSTS700084/)
  })

  test('can be revoked or run out by the control API', async () => {
    const tenant = await openTenant(emulator, 'refresh-revoked')
    const { tokens } = await signInForTokens(emulator, 'refresh-revoked')
    const body = { user: 'admin@contoso.example', refreshTokens: true }
    expect((await tenant.control('/revoke', { method: 'POST', body })).status).toBe(204)
    expect(codesOf(await refresh(tokens))).toEqual({
      status: 400,
      error: 'invalid_grant',
      codes: [50173],
    })
    await tenant.control('/revoke', { method: 'POST', body: { ...body, as: 'expired' } })
    expect(codesOf(await refresh(tokens))).toEqual({
      status: 400,
      error: 'invalid_grant',
      codes: [700084],
    })
  })

  test('stay good when another world is revoked', async () => {
    const other = await openTenant(emulator, 'refresh-other')
    const { tokens } = await signInForTokens(emulator, 'refresh-spared')
    await other.control('/revoke', {
      method: 'POST',
      body: { refreshTokens: true, sessions: true },
    })
    expect((await refresh(tokens)).status).toBe(200)
  })

  test('are given only to a client that asks for offline access', async () => {
    const browser = openBrowser(emulator, 'refresh-none')
    const returned = await signIn(browser, 'admin@contoso.example', { scope: 'openid User.Read' })
    const tokens = await requestTokens(emulator, codeForm(returned.get('code')))
    expect(tokens.body).not.toHaveProperty('refresh_token')
  })

  test('a shorter access token can be had by a setting', async () => {
    const tenant = await openTenant(emulator, 'refresh-short')
    await tenant.control('/settings', { method: 'PATCH', body: { accessTokenSeconds: 60 } })
    const { tokens } = await signInForTokens(emulator, 'refresh-short')
    expect(valueAt(tokens.body, 'expires_in')).toBe(60)
  })
})
