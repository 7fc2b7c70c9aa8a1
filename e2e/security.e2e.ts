import type { APIResponse } from '@playwright/test'
import { chooseCertificate, demoIds, fields, fillBasic, pages } from './support/connectors'
import { findSecrets, keptBy, listen } from './support/secrets'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const allPages = [
  pages.connectors(),
  pages.newConnector(),
  pages.connector(demoIds.loyalty),
  pages.certificates(),
  pages.userFlows(),
  pages.setup(),
  pages.signedOut(),
  '/nowhere',
]

function policyOf(response: APIResponse): Record<string, string> {
  const directives = (response.headers()['content-security-policy'] ?? '').split('; ')
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.split(' ')
      return [name, sources.join(' ')]
    }),
  )
}

for (const address of [...allPages, pages.redirect()]) {
  test(`${address} runs only scripts and styles of its own`, async ({ request }) => {
    const response = await request.get(address)
    const again = await request.get(address)

    const policy = policyOf(response)
    expect(policy['script-src']).toMatch(/^'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'$/)
    expect(policy['style-src']).toMatch(/^'self' 'nonce-[A-Za-z0-9+/]{22}=='$/)
    expect(policy).toMatchObject({
      'default-src': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
    })
    expect(policyOf(again)['script-src']).not.toBe(policy['script-src'])
    expect((await response.text()).match(/<script(?![^>]* nonce=")[^>]*>/g)).toBeNull()
  })
}

for (const address of allPages) {
  test(`${address} cannot be framed, stored or told apart by its headers`, async ({ request }) => {
    const response = await request.get(address)

    expect(policyOf(response)['frame-ancestors']).toBe("'none'")
    expect(response.headers()).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': expect.stringContaining('no-store'),
    })
    expect(response.headers()).not.toHaveProperty('x-powered-by')
  })
}

test('only the page that ends a sign-in may be framed, by the portal itself', async ({
  request,
}) => {
  const response = await request.get(pages.redirect())

  expect(policyOf(response)['frame-ancestors']).toBe("'self'")
  expect(response.headers()).toMatchObject({
    'x-frame-options': 'SAMEORIGIN',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(response.headers()).not.toHaveProperty('cross-origin-opener-policy')
})

for (const [address, status] of [
  ['/api/health', 200],
  ['/api/graph/v1.0/identity/apiConnectors', 403],
  ['/api/graph/v1.0/users', 404],
] as const) {
  test(`${address} answers ${status}, for nobody to store, run or read from elsewhere`, async ({
    request,
  }) => {
    const response = await request.get(address, { headers: { origin: 'https://evil.example' } })

    expect(response.status()).toBe(status)
    expect(policyOf(response)).toEqual({
      'default-src': "'none'",
      'frame-ancestors': "'none'",
      sandbox: '',
    })
    expect(response.headers()).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(response.headers()).not.toHaveProperty('access-control-allow-origin')
    expect(response.headers()).not.toHaveProperty('x-powered-by')
  })
}

test('an address below /api that does not exist says so as Microsoft Graph would', async ({
  request,
}) => {
  const response = await request.get('/api/graph/v1.0/me/messages?$top=1')

  expect(response.status()).toBe(404)
  expect(await response.json()).toMatchObject({
    error: {
      code: 'routeNotAllowed',
      message: expect.any(String),
      innerError: { 'request-id': expect.any(String) },
    },
  })
})

test('search engines are sent away, and nobody is named for reports who was not configured', async ({
  request,
}) => {
  const robots = await request.get('/robots.txt')
  expect(await robots.text()).toContain('User-agent: *\nDisallow: /\n')
  for (const address of ['/.well-known/security.txt', '/security.txt']) {
    expect((await request.get(address)).status()).toBe(404)
  }
})

test('there is no image service that could be made to fetch from elsewhere', async ({
  request,
}) => {
  for (const url of ['/icon.svg', 'https://example.com/a.png', 'http://169.254.169.254/']) {
    const response = await request.get('/_next/image', { params: { url, w: '64', q: '75' } })

    expect(response.status(), url).toBe(404)
  }
})

for (const address of [pages.connectors(), pages.redirect()]) {
  test(`a page of another origin cannot frame ${address}`, async ({ page, baseURL }) => {
    const target = `${baseURL}${address}`

    await page.goto(`data:text/html,<title>Elsewhere</title><iframe src="${target}"></iframe>`)

    await expect(page).toHaveTitle('Elsewhere')
    const addresses = () => page.frames().map((frame) => frame.url())
    await expect.poll(addresses).toContain('chrome-error://chromewebdata/')
    expect(addresses()).not.toContain(target)
  })
}

test('a page that does not exist says so, to people and to programs', async ({
  page,
  request,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 404.*nowhere/)
  const response = await request.get('/nowhere')
  await signIn(page)

  await page.goto('/nowhere')

  expect(response.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to the connectors' }).click()
  await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()
})

test('after sign-in no token can be read where scripts and servers keep things', async ({
  page,
  context,
}) => {
  const { addresses } = listen(context)
  const called = page.waitForRequest(/\/api\/graph\//)
  await signIn(page)
  await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()

  const { localStorage, sessionStorage, cookies, databases } = await keptBy(page)

  expect((await called).headers()['authorization'], 'the token itself').toMatch(/^Bearer eyJ/)
  expect(JSON.stringify({ localStorage, sessionStorage, cookies })).not.toContain('eyJ')
  expect(databases).toEqual([])
  const jwt = /eyJ[\w-]+\.eyJ/
  expect(addresses.filter((address) => jwt.test(address))).toEqual([])
  const strangers = addresses.filter((address) => new URL(address).hostname !== 'localhost')
  expect(strangers, 'addresses elsewhere').toEqual([])
})

test('passwords, certificate files and keys are found nowhere afterwards', async ({
  page,
  context,
  certificateFile,
}) => {
  const { heard } = listen(context)
  const certificate = await certificateFile({ password: 'canary-of-the-file' })
  const secrets = {
    password: 'canary-of-the-password',
    filePassword: 'canary-of-the-file',
    file: certificate.base64.slice(100, 160),
    functionKey: 'canary-of-the-function',
  }
  const found = async () => findSecrets(await keptBy(page), Object.values(secrets))
  const form = fields(page)
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, {
    name: 'Canary one',
    url: `https://api.contoso.example/one?code=${secrets.functionKey}`,
    username: 'canary',
    password: secrets.password,
  })
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Canary one' })).toBeVisible()
  expect(await found(), 'with the Basic connector').toEqual([])

  await page.goto(pages.newConnector())
  await fillBasic(page, { name: 'Canary two', url: 'https://api.contoso.example/two' })
  await form.certificate.check()
  await chooseCertificate(page, certificate, secrets.filePassword)
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Canary two' })).toBeVisible()
  expect(await found(), 'with the certificate').toEqual([])

  await page.getByRole('link', { name: 'Connectors', exact: true }).click()
  await expect(page.getByRole('row', { name: 'Canary one' })).toBeVisible()
  expect(await found(), 'in the list').toEqual([])

  const { messages, addresses, answers } = await heard()
  expect(findSecrets({ messages, addresses }, Object.values(secrets))).toEqual([])
  // Graph itself gives the address back, and with it the key: nothing else may come back.
  expect(findSecrets(answers, Object.values(secrets))).toEqual([secrets.functionKey])
})

test('a visitor is given the code neither of the portal nor of the sign-in', async ({ page }) => {
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script'
    if (isScript) scripts.push(response.text().catch(() => '')) // gone with a page that was left
  })
  const markers = ['fui-DataGrid', 'fui-Input', 'PublicClientApplication']
  const loaded = async () => {
    await page.waitForLoadState('load')
    const code = (await Promise.all(scripts)).join('\n')
    expect(code, 'what was loaded').not.toBe('')
    return markers.filter((marker) => code.includes(marker))
  }

  for (const address of ['/', pages.setup(), pages.signedOut()]) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await loaded(), address).toEqual([])
  }

  await signIn(page)
  await page.getByRole('button', { name: 'New connector' }).click()
  await expect(page.getByRole('textbox', { name: 'Display name' })).toBeVisible()
  expect(await loaded(), 'the markers are the right ones').toEqual(markers)
})
