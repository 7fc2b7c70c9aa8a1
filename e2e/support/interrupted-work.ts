/** Work in a form that a sign-in interrupts. */
import { expect, type Page } from '@playwright/test'
import {
  anyConnectorPath,
  demoIds,
  fields,
  fillBasic,
  loyaltyApi,
  notice,
  pages,
} from './connectors'
import type { EmulatorControl } from '../../emulator/testing/control-client'
import { findSecrets, keptBy } from './secrets'
import { signIn } from './sign-in'

/** What the browser says of tokens that are refused, and of refresh tokens. */
export const refusedToken = [/status of 401/, /status of 400.*oauth2\/v2\.0\/token/]

export const verification = 'Microsoft asks for extra verification'
export const ended = 'Your sign-in has ended'
export const again = 'You are signed in again'

/** What a form shows, field by field. */
export async function entriesOf(page: Page) {
  const { name, url, username, password } = fields(page)
  return {
    name: await name.inputValue(),
    url: await url.inputValue(),
    username: await username.inputValue(),
    password: await password.inputValue(),
  }
}

/** A new connector, filled in by somebody whom Graph asks for more as soon as it is sent. */
export async function createUnverified(page: Page) {
  await signIn(page, 'Step Up', pages.newConnector())
  await fillBasic(page, loyaltyApi)
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(notice(page, verification)).toBeVisible()
}

/** The opened edit form of somebody whose sign-in has ended since. */
export async function editEnded(page: Page, emulator: EmulatorControl) {
  await signIn(page, 'User Flow Admin', pages.editConnector(demoIds.loyalty))
  await fields(page).name.fill('Loyalty 2.0')
  await fields(page).password.fill(loyaltyApi.password)
  await emulator.revoke({ sessions: true, refreshTokens: true })
  await emulator.faults({ kind: 'status', status: 401, path: anyConnectorPath })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(notice(page, ended)).toBeVisible()
}

/** The browser keeps none of these; the page itself may show them. */
export const expectNoSecretKept = async (page: Page, ...secrets: readonly string[]) => {
  const { html, ...kept } = await keptBy(page)
  expect(html).toContain('<html')
  expect(findSecrets(kept, secrets)).toEqual([])
}

/** The sign-in windows that are open beside the page. */
export const windowsOf = (page: Page) => page.context().pages().length - 1
