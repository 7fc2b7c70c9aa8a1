// A headless browser, and the way into the portal.
import { chromium } from '@playwright/test'
import { chromiumArgs, chromiumPath } from '../scripts/lib/browser.mjs'

export async function openBrowser() {
  const executablePath = await chromiumPath()
  return chromium.launch({ args: chromiumArgs, ...(executablePath && { executablePath }) })
}

/**
 * A page signed in as the administrator of a world of the emulator.
 * @param {import('@playwright/test').Browser} browser
 * @param {{ portal: string, emulator: string, world: string }} where
 */
export async function signedInPage(browser, { portal, emulator, world }) {
  const context = await browser.newContext()
  await context.addCookies([{ name: 'emulator-world', value: world, url: emulator }])
  const page = await context.newPage()
  await page.goto(portal)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: 'User Flow Admin', exact: true }).click()
  await page.getByRole('button', { name: 'Account' }).waitFor()
  return page
}
