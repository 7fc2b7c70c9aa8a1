import { expect, type Page } from '@playwright/test'

/** Signs in through the emulator's page, as a person would, and waits to be back where it began. */
export async function signIn(page: Page, displayName = 'User Flow Admin', path = '/') {
  await page.goto(path)
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
