import type { Page } from '@playwright/test'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search connectors' })
const names = (page: Page) => page.getByRole('gridcell').getByRole('link')

test('every word that is typed narrows the list', async ({ page }) => {
  await signIn(page)

  await search(page).fill('referral staging')

  await expect(names(page)).toHaveText(['Employee referral check'])
  await expect(page.getByText('1 of 15 connectors')).toBeVisible()
})

test('the search looks at endpoint, authentication, certificate and id', async ({ page }) => {
  await signIn(page)

  for (const [text, name] of [
    ['PROOFING.fabrikam', 'Identity proofing (Fabrikam)'],
    ['basic crm', 'Legacy CRM lookup'],
    ['expires 6', 'Export control screening'],
    ['RestApi_f6e8', 'Legacy CRM lookup'],
  ] as const) {
    await search(page).fill(text)
    await expect(names(page)).toHaveText([name])
  }
})

test('a search that finds nothing says so and can be cleared', async ({ page }) => {
  await signIn(page)
  await search(page).fill('zebra')
  await expect(page.getByRole('heading', { name: 'No connector matches “zebra”' })).toBeVisible()

  await page.getByRole('button', { name: 'Clear search' }).click()

  await expect(search(page)).toHaveValue('')
  await expect(page.getByText('15 connectors', { exact: true })).toBeVisible()
  await expect(page).toHaveURL('/connectors')
})

test('the search is part of the address and survives a reload', async ({ page }) => {
  await signIn(page)
  await search(page).fill('age verification')
  await expect(page).toHaveURL('/connectors?q=age+verification')

  await page.reload()

  await expect(search(page)).toHaveValue('age verification')
  await expect(names(page)).toHaveText(['Age verification'])
})

test('the search is still there after a look at a connector', async ({ page }) => {
  await signIn(page)
  await search(page).fill('fabrikam')
  await expect(names(page)).toHaveCount(1)
  await names(page).click()
  await expect(page.getByRole('heading', { level: 1, name: /Identity proofing/ })).toBeVisible()

  await page.goBack()

  await expect(search(page)).toHaveValue('fabrikam')
  await expect(names(page)).toHaveCount(1)
})

test('Escape clears what was typed', async ({ page }) => {
  await signIn(page)
  await search(page).fill('zebra')

  await search(page).press('Escape')

  await expect(search(page)).toHaveValue('')
  await expect(names(page).first()).toBeVisible()
})

test('10,000 connectors are searched and sorted while one looks', async ({ page, emulator }) => {
  await emulator.reset('large', { connectors: 10_000, flows: 1 })
  await signIn(page)
  await expect(page.getByText('10,000 connectors')).toBeVisible()

  await page.getByRole('columnheader', { name: 'Name' }).click()
  await expect(names(page).first()).toHaveText('Connector 10000')
  await search(page).pressSequentially('number 09999')

  await expect(names(page)).toHaveText(['Connector 09999'])
  await expect(page.getByText('1 of 10,000 connectors')).toBeVisible()
})
