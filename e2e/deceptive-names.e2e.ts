import type { Page } from '@playwright/test'
import { demoIds, fields, fillBasic, graphCalls, loyaltyApi, pages } from './support/connectors'
import { changeElsewhere, renameElsewhere } from './support/elsewhere'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const rightToLeftOverride = '\u202e'
/** The first letter is Cyrillic. */
const cyrillic = 'https://аpple.com/signup'

const warning = (page: Page) => page.getByRole('main').getByText(/leads to xn--pple-43d\.com/)

test('a connector whose name cannot be seen has something to click in the list', async ({
  page,
  emulator,
}) => {
  await renameElsewhere(emulator, demoIds.ageCheck, '\u200b')
  await signIn(page)

  await page.getByRole('link', { name: '[U+200B]' }).click()

  await expect(page.getByRole('heading', { name: '[U+200B]' })).toBeVisible()
  await expect(page).toHaveURL(pages.connector(demoIds.ageCheck))
})

test('a name cannot turn the question before a deletion around', async ({ page, emulator }) => {
  await renameElsewhere(emulator, demoIds.ageCheck, `Old ${rightToLeftOverride}?pool`)
  await signIn(page, 'User Flow Admin', pages.connector(demoIds.ageCheck))

  await page.getByRole('main').getByRole('button', { name: 'Delete' }).click()

  await expect(page.getByRole('dialog')).toHaveAccessibleName('Delete Old [U+202E]?pool?')
})

test('a name from right to left leaves the sentence around it in its order', async ({
  page,
  emulator,
}) => {
  await renameElsewhere(emulator, demoIds.ageCheck, 'מועדון (לקוחות)')
  await signIn(page, 'User Flow Admin', pages.connector(demoIds.ageCheck))

  await page.getByRole('main').getByRole('button', { name: 'Delete' }).click()

  await expect(page.getByRole('dialog')).toHaveAccessibleName('Delete \u2068מועדון (לקוחות)\u2069?')
})

test('a name that turns text, or that nobody sees, is not saved', async ({ page, emulator }) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  const create = page.getByRole('button', { name: 'Create', exact: true })

  await fillBasic(page, { ...loyaltyApi, name: `Loyalty ${rightToLeftOverride}check` })
  await create.click()
  await expect(fields(page).name).toHaveAccessibleDescription(/right-to-left override, U\+202E/)
  await fillBasic(page, { name: '\u2060' })
  await expect(fields(page).name).toHaveAccessibleDescription(/name that people can see/)

  expect(await graphCalls(emulator, 'POST')).toEqual([])
})

test('the field of the endpoint says where an address in other letters leads', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())

  await fields(page).url.fill(cyrillic)
  await expect(warning(page)).toBeVisible()
  await fields(page).url.fill('https://apple.com/signup')

  await expect(warning(page)).toBeHidden()
})

test('a connector with an address in other letters says so wherever it is shown', async ({
  page,
  emulator,
}) => {
  await changeElsewhere(emulator, demoIds.ageCheck, { targetUrl: cyrillic })
  await signIn(page)
  await expect(page.getByRole('gridcell', { name: `${cyrillic} (xn--pple-43d.com)` })).toBeVisible()

  await page.getByRole('link', { name: 'Age verification' }).click()

  await expect(warning(page)).toBeVisible()
})
