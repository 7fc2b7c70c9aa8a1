import { demoIds, fields, graphCalls, loyaltyApi, pages, storedByName } from './support/connectors'
import { tabTo } from './support/keyboard'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

test('a connector can be created with the keyboard alone', async ({ page, emulator }) => {
  await signIn(page)
  const form = fields(page)
  await tabTo(page, page.getByRole('button', { name: 'New connector' }))
  await page.keyboard.press('Enter')
  await expect(form.name).toBeFocused()

  for (const [field, text] of [
    [form.name, loyaltyApi.name],
    [form.url, loyaltyApi.url],
    [form.username, loyaltyApi.username],
    [form.password, loyaltyApi.password],
  ] as const) {
    await tabTo(page, field)
    await page.keyboard.type(text)
  }
  await tabTo(page, page.getByRole('button', { name: 'Create' }))
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: loyaltyApi.name })).toBeFocused()
  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
  expect(await storedByName(emulator, loyaltyApi.name)).toMatchObject({
    targetUrl: loyaltyApi.url,
    authenticationConfiguration: { username: loyaltyApi.username },
  })
})

test('the arrow keys choose the kind of authentication', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  const form = fields(page)
  await tabTo(page, form.basic)

  await page.keyboard.press('ArrowDown')

  await expect(form.certificate).toBeChecked()
  await expect(form.certificate).toBeFocused()
  await tabTo(page, form.file)
  await tabTo(page, form.filePassword)
})

test('a connector can be deleted with the keyboard alone', async ({ page, emulator }) => {
  await signIn(page)
  await tabTo(page, page.getByRole('searchbox', { name: 'Search connectors' }))
  await page.keyboard.type('age ver')
  await expect(page.getByText('1 of 15 connectors')).toBeVisible()
  await tabTo(page, page.getByRole('columnheader').getByRole('button', { name: 'Name' }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Age verification' })).toBeFocused()
  await page.keyboard.press('Enter')

  await tabTo(page, page.getByRole('main').getByRole('button', { name: 'Delete' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Delete' }))
  await page.keyboard.press('Enter')

  await expect(page.getByText('Age verification was deleted.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'API connectors' })).toBeFocused()
  expect(await graphCalls(emulator, 'DELETE')).toHaveLength(1)
})

test('each page has a title of its own', async ({ page }) => {
  await signIn(page)

  for (const [address, title] of [
    [pages.connectors(), 'API connectors – API Connectors'],
    [pages.newConnector(), 'New connector – API Connectors'],
    [pages.connector(demoIds.loyalty), 'Loyalty number lookup – API Connectors'],
    [pages.editConnector(demoIds.loyalty), 'Edit connector – API Connectors'],
    [pages.userFlows(), 'User flows – API Connectors'],
    [pages.samples(null), 'Sample endpoints – API Connectors'],
    [pages.setup(), 'Setup – API Connectors'],
    [pages.signedOut(), 'You are signed out – API Connectors'],
  ] as const) {
    await page.goto(address)
    await expect(page).toHaveTitle(title)
  }
})
