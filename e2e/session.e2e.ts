import type { BrowserContext, Page } from '@playwright/test'
import { connectorsPath, demoIds, notice, pages } from './support/connectors'
import type { EmulatorControl } from '../emulator/testing/control-client'
import { signIn } from './support/sign-in'
import { chooseAccount, openWindow } from './support/sign-in-pages'
import { expect, test } from './support/test'

test.use({ hasSharedSession: false })

const aConnector = 'Loyalty number lookup'
/** The sign-in service refuses a refresh token, and the browser says so. */
const refusedRefresh = /status of 400.*oauth2\/v2\.0\/token/
const silently = /\/oauth2\/v2\.0\/authorize\?.*prompt=none/

/** A session of which nothing is good any more but the one at the provider. */
async function signInForAMoment(page: Page, emulator: EmulatorControl) {
  await emulator.settings({ accessTokenSeconds: 60 })
  await signIn(page)
  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
  await emulator.revoke({ refreshTokens: true, as: 'expired' })
}

test('a second tab is signed in at once', async ({ page, context }) => {
  await signIn(page)

  const other = await openTab(context, pages.connectors())

  await expect(other.getByRole('row', { name: aConnector })).toBeVisible()
  await expect(other.getByRole('button', { name: 'Sign in', exact: true })).toBeHidden()
})

test('signing out ends on a page that says so and offers to sign in', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.connector(demoIds.loyalty))

  await signOut(page)

  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await chooseAccount(page, 'User Flow Admin')
  await expect(page).toHaveURL('/connectors')
})

test('signing out in one tab ends the session in the others', async ({ page, context }) => {
  await signIn(page)
  const other = await openTab(context, pages.connector(demoIds.loyalty))
  await expect(other.getByRole('heading', { name: aConnector })).toBeVisible()

  await signOut(page)

  await expect(other.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(other.getByText(aConnector)).toBeHidden()
  expect(await other.content()).not.toContain(aConnector)
})

test('the Back button shows nothing of a session that has ended', async ({ page }) => {
  await signIn(page)
  await page.getByRole('link', { name: aConnector }).click()
  await expect(page.getByRole('heading', { name: aConnector })).toBeVisible()
  await signOut(page)
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()

  await page.goBack()

  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  expect(await page.content()).not.toContain(aConnector)
})

test('the next person sees nothing of the one before', async ({ page, consoleErrors }) => {
  consoleErrors.allow(/status of 403/)
  await signIn(page)
  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
  await signOut(page)

  await page.getByRole('button', { name: 'Sign in' }).click()
  await chooseAccount(page, 'No Role')

  await expect(notice(page, 'Your account does not have the role for this')).toBeVisible()
  expect(await page.content()).not.toContain(aConnector)
})

test('no token lies open in the browser', async ({ page, context }) => {
  await signIn(page)
  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()

  const kept = await page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage, document.cookie, location.href]),
  )
  const cookies = JSON.stringify(await context.cookies())

  const token = /eyJ[\w-]{8,}\.[\w-]{8,}/
  expect(kept).toContain('msal')
  for (const text of [kept, cookies, await page.content()]) expect(text).not.toMatch(token)
})

test('an expired token is renewed without a question', async ({ page, emulator }) => {
  await emulator.settings({ accessTokenSeconds: 60 })
  await signIn(page)
  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()

  await page.reload()

  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
})

test('a hidden frame renews the token when nothing else can', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(refusedRefresh)
  await signInForAMoment(page, emulator)
  const asked = page.waitForRequest(silently)

  await page.getByRole('button', { name: 'Refresh' }).click()

  expect((await asked).frame()).not.toBe(page.mainFrame())
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled()
  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
  await expect(page.getByText('Your sign-in has ended')).toBeHidden()
})

test('a hidden frame that never answers holds nothing up, and is explained within ten seconds', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(refusedRefresh)
  await signInForAMoment(page, emulator)
  await emulator.settings({ silentSignIn: 'never' })
  const asked = page.waitForRequest(silently)

  await page.reload()

  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Certificates' })).toBeVisible()
  await asked
  await expect(page.getByText('Your sign-in has ended')).toBeVisible({ timeout: 10_000 })
})

test('a sign-in whose beginning the browser has lost says so, and what helps', async ({ page }) => {
  await page.goto(pages.connectors())
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'User Flow Admin' })).toBeVisible()
  await page.addInitScript(() => {
    if (location.pathname === '/auth/redirect') sessionStorage.clear()
  })

  await page.getByRole('button', { name: 'User Flow Admin' }).click()

  const said = page
    .getByRole('alert')
    .filter({ hasText: 'has not kept what this sign-in began with' })
  await expect(said).toContainText('allow this site to keep data')
  expect(page.url()).not.toContain('code=')
  await said.getByRole('link', { name: 'Back to the portal' }).click()
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
})

test('a token that Microsoft refuses early is replaced without a question', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 401/, refusedRefresh)
  await signIn(page)
  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
  await emulator.revoke({ refreshTokens: true, as: 'expired' })
  await emulator.faults({ kind: 'status', status: 401, method: 'GET', path: connectorsPath })

  await page.reload()

  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
})

test('when everything was revoked, signing in again leads back to the page', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 401/, refusedRefresh)
  await signIn(page, 'User Flow Admin', pages.connector(demoIds.loyalty))
  await expect(page.getByRole('heading', { name: aConnector })).toBeVisible()
  await emulator.revoke({ sessions: true, refreshTokens: true })
  await emulator.faults({ kind: 'status', status: 401, path: `${connectorsPath}/*` })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(notice(page, 'Your sign-in has ended')).toBeVisible()

  const signInWindow = await openWindow(page, 'Sign in again')
  await chooseAccount(signInWindow, 'User Flow Admin')

  await expect(page.getByText('Your sign-in has ended')).toBeHidden()
  await expect(page.getByRole('heading', { name: aConnector })).toBeVisible()
  await expect(page).toHaveURL(pages.connector(demoIds.loyalty))
  await expect(page.getByText('Your sign-in has ended')).toBeHidden()
})

async function openTab(context: BrowserContext, address: string) {
  const tab = await context.newPage()
  await tab.goto(address)
  return tab
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL(/\/signed-out/)
}
