import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directories } from '../basics/directories'
import { startEmulator, type Emulator } from '../emulator'
import { clientId } from '../basics/registration'
import { codeForm, openBrowser, requestTokens, signIn, type TokenForm } from '../testing/browser'
import { textAt, valueAt } from '../testing/tenant'

const tenantId = directories.workforce.id
let emulator: Emulator

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, tlsPort: 0 })
})
afterAll(() => emulator.stop())

describe('a request whose sender is not known gets a page and never a redirect', () => {
  test.each([
    ['an unknown client', { client_id: 'someone-else' }, 'AADSTS700016'],
    ['no client', { client_id: undefined }, 'AADSTS700016'],
    ['a foreign host', { redirect_uri: 'https://evil.example/auth/redirect' }, 'AADSTS50011'],
    ['another path', { redirect_uri: 'http://localhost:3000/elsewhere' }, 'AADSTS50011'],
    [
      'a host that only begins right',
      { redirect_uri: 'http://localhost.evil/auth/redirect' },
      'AADSTS50011',
    ],
    ['a query', { redirect_uri: 'http://localhost:3000/auth/redirect?next=x' }, 'AADSTS50011'],
  ])('%s', async (_name, changes, code) => {
    const page = await openBrowser(emulator, 'refused').authorize(changes)
    expect(page.status).toBe(400)
    expect(page.location).toBeNull()
    expect(page.html).toContain(code)
  })

  test('an unknown tenant', async () => {
    const page = await openBrowser(emulator, 'refused').open(
      '/northwind.example/oauth2/v2.0/authorize',
    )
    expect(page.status).toBe(400)
    expect(page.html).toContain('AADSTS90002')
  })

  test('what it sent is shown as text, not as markup', async () => {
    const page = await openBrowser(emulator, 'refused').authorize({
      client_id: '<script>x</script>',
    })
    expect(page.html).not.toContain('<script>x')
  })

  test('a parameter that is repeated counts once', async () => {
    const page = await openBrowser(emulator, 'refused').open(
      `/common/oauth2/v2.0/authorize?client_id=x&client_id=${clientId}&redirect_uri=y`,
    )
    expect(page.status).toBe(400)
    expect(page.html).toContain('AADSTS50011')
  })

  test('any port of this machine is registered, on both of its names', async () => {
    for (const origin of ['http://localhost:5123', 'http://127.0.0.1:3000']) {
      const page = await openBrowser(emulator, 'refused').authorize({
        redirect_uri: `${origin}/auth/redirect`,
      })
      expect(page.status).toBe(200)
    }
  })
})

describe('a request that asks for the wrong thing is told so at the redirect URI', () => {
  const refusals: [string, TokenForm, string, string][] = [
    [
      'another response type',
      { response_type: 'token' },
      'unsupported_response_type',
      'AADSTS700054',
    ],
    ['another response mode', { response_mode: 'form_post' }, 'invalid_request', 'AADSTS70007'],
    ['no code challenge', { code_challenge: undefined }, 'invalid_request', 'AADSTS9002325'],
    [
      'a plain code challenge',
      { code_challenge_method: 'plain' },
      'invalid_request',
      'AADSTS9002325',
    ],
    ['no scope', { scope: ' ' }, 'invalid_request', 'AADSTS900144'],
    ['an unknown permission', { scope: 'Mail.Read' }, 'invalid_client', 'AADSTS650053'],
    ['an unknown resource', { scope: 'api://x/Read' }, 'invalid_resource', 'AADSTS500011'],
    ['claims that are not JSON', { claims: '{' }, 'invalid_request', 'AADSTS90023'],
    ['nobody signed in', { prompt: 'none' }, 'login_required', 'AADSTS50058'],
  ]
  test.each(refusals)('%s', async (_name, changes, ...[error, code]) => {
    const { returned } = await openBrowser(emulator, 'refused-back').authorize(changes)
    expect(returned?.get('error')).toBe(error)
    expect(returned?.get('error_description')).toMatch(new RegExp(`^${code}: .+Correlation ID: `))
    expect(returned?.get('state')).toBe('state-1')
  })

  test('the correlation id is the one that was sent', async () => {
    const { returned } = await openBrowser(emulator, 'refused-id').authorize({
      prompt: 'none',
      'client-request-id': 'my-request',
    })
    expect(returned?.get('correlation_id')).toBe('my-request')
  })
})

describe('the token endpoint refuses', () => {
  const refusals: [string, TokenForm, string, number][] = [
    ['another client', { client_id: 'someone-else' }, 'unauthorized_client', 700016],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type', 70003],
    ['no code', { code: '' }, 'invalid_request', 900144],
    ['no verifier', { code_verifier: undefined }, 'invalid_request', 900144],
    ['an invented code', { code: 'invented' }, 'invalid_grant', 9002313],
    [
      'another redirect URI',
      { redirect_uri: 'http://localhost:1/auth/redirect' },
      'invalid_grant',
      500112,
    ],
    ['another verifier', { code_verifier: 'wrong' }, 'invalid_grant', 501481],
    [
      'an invented refresh token',
      { grant_type: 'refresh_token', refresh_token: 'x' },
      'invalid_grant',
      9002313,
    ],
  ]
  test.each(refusals)('%s', async (_name, changes, ...[error, code]) => {
    const returned = await signIn(openBrowser(emulator, 'token-refused'), 'admin@contoso.example')
    const answer = await requestTokens(emulator, codeForm(returned.get('code'), changes))
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ error, error_codes: [code] })
    expect(textAt(answer.body, 'error_description')).toMatch(new RegExp(`^AADSTS${code}: `))
    expect(textAt(answer.body, 'timestamp')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/)
    expect(valueAt(answer.body, 'trace_id')).toBeTruthy()
    expect(valueAt(answer.body, 'correlation_id')).toBeTruthy()
  })

  test('a code that was redeemed before', async () => {
    const returned = await signIn(openBrowser(emulator, 'token-twice'), 'admin@contoso.example')
    await requestTokens(emulator, codeForm(returned.get('code')))
    const second = await requestTokens(emulator, codeForm(returned.get('code')))
    expect(second.body).toMatchObject({ error: 'invalid_grant', error_codes: [54005] })
  })

  test('anything that does not come from a page', async () => {
    const answer = await requestTokens(emulator, codeForm('x'), {})
    expect(answer.body).toMatchObject({ error: 'invalid_request', error_codes: [9002327] })
  })

  test('an unknown tenant, in JSON', async () => {
    const answer = await fetch(`${emulator.url}/northwind.example/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId }),
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ error: 'invalid_tenant', error_codes: [90002] })
  })
})

describe('the tenant in the path', () => {
  test.each([tenantId, 'contoso.example', 'organizations', 'common', 'CONTOSO.EXAMPLE'])(
    'may be %s',
    async (tenant) => {
      const answer = await fetch(`${emulator.url}/${tenant}/v2.0/.well-known/openid-configuration`)
      expect(answer.status).toBe(200)
    },
  )
})

test('a world can refuse every sign-in with the words of Entra', async () => {
  const changed = await fetch(`${emulator.url}/_emulator/settings?world=refusing`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signInRefusal: 'AADSTS50105: The user is not assigned to a role.' }),
  })
  expect(changed.status).toBeLessThan(300)

  const returned = await signIn(openBrowser(emulator, 'refusing'), 'admin@contoso.example')

  expect(returned.get('error')).toBe('access_denied')
  expect(returned.get('error_description')).toMatch(/^AADSTS50105: /)
})
