import type { Page } from '@playwright/test'
import { demoIds, fields, fillBasic, loyaltyApi, pages } from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const question = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' })
const answer = (page: Page, name: 'Stay' | 'Leave') =>
  question(page).getByRole('button', { name }).click()

/** From the list by its button, so that there is a page to go back to. */
async function beginConnector(page: Page) {
  await signIn(page)
  await page.getByRole('button', { name: 'New connector' }).click()
  await fillBasic(page, loyaltyApi)
}

test('a link asks before what was typed is lost; staying keeps it', async ({ page }) => {
  await beginConnector(page)

  await page.getByRole('link', { name: 'Setup' }).click()
  await answer(page, 'Stay')

  await expect(question(page)).toBeHidden()
  await expect(page).toHaveURL(pages.newConnector())
  await expect(fields(page).name).toHaveValue(loyaltyApi.name)
  await expect(fields(page).password).toHaveValue(loyaltyApi.password)
})

test('whoever wants to leave is taken to where the link leads', async ({ page }) => {
  await beginConnector(page)

  await page.getByRole('link', { name: 'Setup' }).click()
  await answer(page, 'Leave')

  await expect(page).toHaveURL(pages.setup())
  await expect(page.getByRole('heading', { level: 1, name: 'Setup' })).toBeVisible()
})

test('Escape answers the question with staying', async ({ page }) => {
  await beginConnector(page)
  await page.getByRole('link', { name: 'Setup' }).click()
  await expect(question(page)).toBeVisible()

  await page.keyboard.press('Escape')

  await expect(question(page)).toBeHidden()
  await expect(fields(page).name).toHaveValue(loyaltyApi.name)
})

test('the Back button asks; staying keeps what was typed', async ({ page }) => {
  await beginConnector(page)

  await page.goBack()
  await answer(page, 'Stay')

  await expect(question(page)).toBeHidden()
  await expect(page).toHaveURL(pages.newConnector())
  await expect(fields(page).name).toHaveValue(loyaltyApi.name)
  await expect(fields(page).password).toHaveValue(loyaltyApi.password)
})

test('the Back button asks each time', async ({ page }) => {
  await beginConnector(page)
  await page.goBack()
  await answer(page, 'Stay')

  await page.goBack()
  await answer(page, 'Stay')

  await expect(page).toHaveURL(pages.newConnector())
  await expect(fields(page).name).toHaveValue(loyaltyApi.name)
})

test('the Back button goes back when the person wants to leave', async ({ page }) => {
  await beginConnector(page)

  await page.goBack()
  await answer(page, 'Leave')

  await expect(page).toHaveURL(pages.connectors())
  await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()
})

test('the Forward button asks as well', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.connector(demoIds.loyalty))
  await page.getByRole('button', { name: 'Edit' }).click()
  await expect(fields(page).name).toBeVisible()
  await page.getByRole('link', { name: 'Setup' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Setup' })).toBeVisible()
  await page.goBack()
  await fields(page).name.fill('Loyalty 2.0')

  await page.goForward()
  await answer(page, 'Stay')

  await expect(page).toHaveURL(pages.editConnector(demoIds.loyalty))
  await expect(fields(page).name).toHaveValue('Loyalty 2.0')
})

test('closing the tab asks while something is unsaved', async ({ page }) => {
  await beginConnector(page)
  const asked = page.waitForEvent('dialog')

  await page.close({ runBeforeUnload: true })

  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(fields(page).name).toHaveValue(loyaltyApi.name)
})

test('closing the tab does not ask when nothing was typed', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await expect(fields(page).name).toBeVisible()
  const closed = page.waitForEvent('close')

  await page.close({ runBeforeUnload: true })

  await closed
  expect(page.isClosed()).toBe(true)
})

test('after saving nothing is asked', async ({ page }) => {
  await beginConnector(page)
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()

  await page.getByRole('link', { name: 'Connectors', exact: true }).click()

  await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()
  await expect(question(page)).toBeHidden()
})

test('Discard asks as a link does; staying keeps what was typed', async ({ page }) => {
  await beginConnector(page)

  await page.getByRole('button', { name: 'Discard' }).click()
  await answer(page, 'Stay')

  await expect(question(page)).toBeHidden()
  await expect(fields(page).password).toHaveValue(loyaltyApi.password)
})

test('Discard asks nothing when nothing was typed', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.editConnector(demoIds.loyalty))
  await expect(fields(page).name).toBeVisible()

  await page.getByRole('button', { name: 'Discard' }).click()

  await expect(page.getByRole('heading', { name: 'Loyalty number lookup' })).toBeVisible()
  await expect(question(page)).toBeHidden()
})
