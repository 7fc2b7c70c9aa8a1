/** Safari keeps no `Secure` cookie over http, and `http://localhost` is what the demonstration is. */
import type { BrowserContext } from '@playwright/test'
import { demoIds, pages } from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

test.use({ hasSharedSession: false, isCacheOpen: true })

const aConnector = 'Loyalty number lookup'

test.beforeEach(({ context }) => dropSecureCookies(context))

/** All pages of the browser behave as Safari's do. */
const dropSecureCookies = (context: BrowserContext) =>
  context.addInitScript(() => {
    const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')
    Object.defineProperty(Document.prototype, 'cookie', {
      ...cookie,
      set(text: string) {
        if (!/;\s*secure\b/i.test(text)) cookie?.set?.call(this, text)
      },
    })
  })

test('a reload keeps the session', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.connector(demoIds.loyalty))
  await expect(page.getByRole('heading', { name: aConnector })).toBeVisible()

  await page.reload()

  await expect(page.getByRole('heading', { name: aConnector })).toBeVisible()
})

test('another tab signs in by itself and stays where it was opened', async ({ page, context }) => {
  await signIn(page)

  const other = await context.newPage()
  await other.goto(pages.connector(demoIds.loyalty))

  await expect(other.getByRole('heading', { name: aConnector })).toBeVisible()
  await expect(other).toHaveURL(pages.connector(demoIds.loyalty))
})

test('another tab asks where the session at the provider has ended', async ({
  page,
  context,
  emulator,
}) => {
  await signIn(page)
  await emulator.revoke({ sessions: true })

  const other = await context.newPage()
  await other.goto(pages.connectors())

  await expect(other.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(other.getByRole('group')).toHaveCount(0) // no notice: nothing has failed
})

test('signing out in one tab ends the session in the others', async ({ page, context }) => {
  await signIn(page)
  const other = await context.newPage()
  await other.goto(pages.connectors())
  await expect(other.getByRole('row', { name: aConnector })).toBeVisible()

  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()

  await expect(other.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
})
