import { expect, type Page } from '@playwright/test'
import { sharerOf } from './kept-session'
import { enterThroughPages } from './sign-in-pages'

/**
 * Opens the path signed in: with the shared session of the account, or, in tests that are about
 * sign-in, through the pages.
 */
export async function signIn(page: Page, displayName = 'User Flow Admin', path = '/') {
  const share = sharerOf(page)
  if (share) await share(page.context(), displayName)
  await page.goto(path)
  if (!share) await enterThroughPages(page, displayName)
  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
}
