/** A key that was made here is not lost without a question, and can be used later. */
import type { Locator, Page } from '@playwright/test'
import {
  certificatesOf,
  demoIds,
  fields,
  fillBasic,
  loyaltyApi,
  pages,
  storedById,
  storedByName,
} from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const administrator = 'User Flow Admin'
const question = (page: Page) => page.getByRole('dialog', { name: 'Lose the new key?' })
const files = (place: Page | Locator) =>
  place.getByRole('region', { name: 'Files of the new certificate' })
const forecast = (place: Locator) => place.getByRole('region', { name: 'What will happen' })

async function makeKey(place: Page | Locator) {
  await place.getByRole('radio', { name: 'Made here' }).check()
  await place.getByRole('button', { name: 'Make certificate' }).click()
  await expect(files(place)).toBeVisible()
}

/** From the list, so that there is a page to go back to. */
async function openRotation(page: Page) {
  await signIn(page, administrator)
  await page.getByRole('link', { name: 'Partner approval' }).click()
  await page.getByRole('button', { name: 'Rotate certificate' }).click()
  return page.getByRole('dialog', { name: /^Rotate the certificate of/ })
}

const ways = {
  Escape: (page: Page) => page.keyboard.press('Escape'),
  Cancel: (page: Page) => page.getByRole('button', { name: 'Cancel' }).click(),
  Back: (page: Page) => page.goBack(),
  'the other source': (page: Page) => page.getByRole('radio', { name: 'From a file' }).click(),
}

for (const [way, leave] of Object.entries(ways)) {
  test(`${way} asks before a key that was made here is lost`, async ({ page }) => {
    const dialog = await openRotation(page)
    await makeKey(dialog)

    await leave(page)
    await question(page).getByRole('button', { name: 'Stay' }).click()

    await expect(question(page)).toBeHidden()
    await expect(files(dialog)).toBeVisible()
  })
}

test('a key is given up by choice', async ({ page }) => {
  const dialog = await openRotation(page)
  await makeKey(dialog)

  await page.keyboard.press('Escape')
  await question(page).getByRole('button', { name: 'Discard' }).click()

  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Rotate certificate' })).toBeFocused()
})

test('a key that was kept is rotated to later, from its file', async ({
  page,
  emulator,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const dialog = await openRotation(page)
  await makeKey(dialog)
  const downloading = page.waitForEvent('download')
  await files(dialog)
    .getByRole('button', { name: /\.pfx$/ })
    .click()
  const path = await (await downloading).path()
  await files(dialog).getByRole('button', { name: 'Copy password' }).click()
  await expect(files(dialog).getByRole('button', { name: 'Copied' })).toBeVisible()
  const password = await page.evaluate(() => navigator.clipboard.readText())

  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Rotate certificate' }).click()
  await dialog.getByLabel('Certificate file').setInputFiles(path)
  await dialog.getByLabel('Certificate password').fill(password)
  await expect(forecast(dialog)).toBeVisible()
  const before = certificatesOf(await storedById(emulator, demoIds.approval)).length
  await dialog.getByRole('button', { name: 'Rotate', exact: true }).click()

  await expect(page.getByText('The certificate was uploaded.')).toBeVisible()
  expect(certificatesOf(await storedById(emulator, demoIds.approval))).toHaveLength(before + 1)
})

test('a change after making says that the files are of before, and offers to make them anew', async ({
  page,
}) => {
  const dialog = await openRotation(page)
  await makeKey(dialog)

  await dialog.getByRole('textbox', { name: 'Name in the certificate' }).fill('Another name')
  await expect(dialog.getByRole('alert').filter({ hasText: 'made before this' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Make again' }).click()
  await question(page).getByRole('button', { name: 'Discard' }).click()

  await expect(dialog.getByText('CN=Another name').first()).toBeVisible()
  await expect(dialog.getByText('made before this')).toBeHidden()
})

test('the forecast of a certificate that was made a moment ago is about now', async ({ page }) => {
  const dialog = await openRotation(page)

  await makeKey(dialog)

  await expect(forecast(dialog)).toContainText('Microsoft will use the new certificate as soon as')
  await dialog.getByRole('button', { name: 'Rotate', exact: true }).click()
  await expect(page.getByText(/is active now\.$/)).toBeVisible()
  await expect(page.getByText('This is not what was foretold')).toBeHidden()
})

test('a start in the past is refused at its field', async ({ page }) => {
  const dialog = await openRotation(page)
  await dialog.getByRole('radio', { name: 'Made here' }).check()
  const start = dialog.getByLabel('Valid from')
  await start.fill('2020-01-01')

  await dialog.getByRole('button', { name: 'Make certificate' }).click()

  await expect(start).toHaveAccessibleDescription(/Choose today or a later day/)
  await expect(files(dialog)).toBeHidden()
})

test('a new connector can have a key that is made here', async ({ page, emulator }) => {
  await signIn(page, administrator, pages.newConnector())
  await fillBasic(page, { name: loyaltyApi.name, url: loyaltyApi.url })
  await fields(page).certificate.check()

  await makeKey(page)
  await page.getByRole('button', { name: 'Create' }).click()

  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
  expect(certificatesOf(await storedByName(emulator, loyaltyApi.name))).toHaveLength(1)
})

test('an upload can have a key that is made here', async ({ page, emulator }) => {
  await signIn(page, administrator, pages.connector(demoIds.approval))
  const before = certificatesOf(await storedById(emulator, demoIds.approval)).length
  await page.getByRole('button', { name: 'Upload certificate' }).click()
  const dialog = page.getByRole('dialog')

  await makeKey(dialog)
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click()

  await expect(page.getByText('The certificate was uploaded.')).toBeVisible()
  expect(certificatesOf(await storedById(emulator, demoIds.approval))).toHaveLength(before + 1)
})
