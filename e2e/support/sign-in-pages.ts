/** Signing in through the pages of portal and emulator, as a person does. */
import { expect, type Page } from '@playwright/test'

/** From a page that offers to sign in; waits to be back where it began. */
export async function enterThroughPages(page: Page, displayName: string) {
  const { origin } = new URL(page.url())
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await chooseAccount(page, displayName)
  await page.waitForURL((url) => url.origin === origin && url.pathname !== '/auth/redirect')
  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
}

/** Chooses an account on the emulator's page, for one that will not simply come back. */
export async function chooseAccount(page: Page, displayName: string) {
  await page.getByRole('button', { name: displayName, exact: true }).click()
}

/** Presses a button that opens a sign-in window, and gives the window. */
export async function openWindow(page: Page, button: string): Promise<Page> {
  const [opened] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return opened
}
