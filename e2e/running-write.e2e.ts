/** A write that runs: its fields are locked, its steps are said, and whoever leaves is told what became of it. */
import type { Page } from '@playwright/test'
import {
  connectorsPath,
  demoIds,
  fields,
  fillBasic,
  graphCalls,
  loyaltyApi,
  pages,
} from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const administrator = 'User Flow Admin'
const progress = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words })
const lookingWords = 'Looking at what is there now. Nothing has been sent yet.'
const sentWords = 'Sent to Microsoft: it cannot be cancelled any more.'
const question = (page: Page) => page.getByRole('dialog', { name: 'It is still being saved' })

test('before it is sent, a slow creation says so and can be cancelled', async ({
  page,
  emulator,
}) => {
  await signIn(page, administrator, pages.newConnector())
  await fillBasic(page, loyaltyApi)
  await emulator.faults({ method: 'GET', path: connectorsPath, kind: 'delay', delayMs: 20_000 })

  await page.getByRole('button', { name: 'Create' }).click()
  await expect(progress(page, lookingWords)).toBeVisible()
  await expect(fields(page).name).toBeDisabled()
  await page.getByRole('button', { name: 'Cancel' }).click()

  await expect(page.getByRole('button', { name: 'Create' })).toBeEnabled()
  await expect(fields(page).name).toBeEnabled()
  await expect(fields(page).name).toHaveValue(loyaltyApi.name)
  expect(await graphCalls(emulator, 'POST')).toEqual([])
})

test('once it is sent, the fields stay locked and it cannot be cancelled', async ({
  page,
  emulator,
}) => {
  await signIn(page, administrator, pages.newConnector())
  await fillBasic(page, loyaltyApi)
  await emulator.faults({ method: 'POST', path: connectorsPath, kind: 'delay', delayMs: 20_000 })

  await fields(page).name.press('Enter')

  await expect(progress(page, sentWords)).toBeVisible()
  await expect(fields(page).name).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Creating…' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeDisabled()
  await expect(progress(page, 'Microsoft takes its time.')).toBeVisible({ timeout: 12_000 })
  await emulator.clearFaults()
  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
})

test('whoever leaves during a save stays where they went, and is told that it was saved', async ({
  page,
  emulator,
}) => {
  await signIn(page, administrator, pages.editConnector(demoIds.loyalty))
  await fields(page).name.fill('Loyalty 2.0')
  await emulator.faults({ method: 'PATCH', path: '*', kind: 'delay', delayMs: 20_000 })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(progress(page, sentWords)).toBeVisible()

  await page.getByRole('link', { name: 'Setup' }).click()
  await expect(question(page)).toContainText('If you leave, it goes on all the same')
  await question(page).getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Setup' })).toBeVisible()
  await emulator.clearFaults()

  await expect(page.getByText('Loyalty 2.0 was saved.')).toBeVisible()
  await expect(page).toHaveURL(pages.setup())
})

test('whoever leaves during a save is told that it failed', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 400/)
  await signIn(page, administrator, pages.editConnector(demoIds.loyalty))
  await fields(page).name.fill('Loyalty 2.0')
  await emulator.faults({ method: 'GET', path: '*', kind: 'delay', delayMs: 3000 })
  await emulator.faults({ method: 'PATCH', path: '*', kind: 'status', status: 400 })
  await page.getByRole('button', { name: 'Save' }).click()

  await page.getByRole('link', { name: 'Setup' }).click()
  await question(page).getByRole('button', { name: 'Leave' }).click()

  await expect(
    page.getByRole('status').filter({ hasText: 'Loyalty 2.0, which was on its way when you left' }),
  ).toContainText('Something in this was not accepted')
  await expect(page).toHaveURL(pages.setup())
})

test('the question goes away when the save is done', async ({ page, emulator }) => {
  await signIn(page, administrator, pages.editConnector(demoIds.loyalty))
  await fields(page).name.fill('Loyalty 2.0')
  await emulator.faults({ method: 'PATCH', path: '*', kind: 'delay', delayMs: 20_000 })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(progress(page, sentWords)).toBeVisible()
  await page.getByRole('link', { name: 'Setup' }).click()
  await expect(question(page)).toBeVisible()

  await emulator.clearFaults()

  await expect(question(page)).toBeHidden()
  await expect(page.getByText('Loyalty 2.0 was saved.')).toBeVisible()
})
