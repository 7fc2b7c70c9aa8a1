/** Sign-in in the middle of work where the browser blocks windows: by way of a full page. */
import { axe } from './support/axe'
import { demoIds, fields, graphCalls, loyaltyApi, sha256, storedById } from './support/connectors'
import {
  again,
  createUnverified,
  editEnded,
  entriesOf,
  expectNoSecretKept,
  refusedToken,
} from './support/interrupted-work'
import { findSecrets } from './support/secrets'
import { chooseAccount } from './support/sign-in-pages'
import { expect, test } from './support/test'

test.use({ hasSharedSession: false })

test.beforeEach(async ({ context, consoleErrors }) => {
  consoleErrors.allow(...refusedToken)
  await context.addInitScript(() => {
    window.open = () => null
  })
})

test('the form goes through a full sign-in without its secrets', async ({ page, emulator }) => {
  await createUnverified(page)
  await page.getByRole('button', { name: 'Verify it is you' }).click()
  await expect(page.getByText('Your browser has blocked the sign-in window.')).toBeVisible()

  await page.getByRole('button', { name: 'Use this page instead' }).click()
  await page.getByRole('button', { name: 'Verify', exact: true }).click()

  await expect(page.getByText('except passwords and files')).toBeVisible()
  expect(await entriesOf(page)).toEqual({
    name: loyaltyApi.name,
    url: loyaltyApi.url,
    username: loyaltyApi.username,
    password: '',
  })
  await expect(fields(page).password).toBeFocused()
  await expect(fields(page).password).toHaveAccessibleDescription(/did not store it/)
  expect(await graphCalls(emulator, 'POST'), 'not sent silently').toHaveLength(0)
  await expectNoSecretKept(page, loyaltyApi.password)
  const left = await page.evaluate(() => Object.keys(sessionStorage).join())
  expect(left).not.toContain('portal.draft')
  await axe(page)

  await fields(page).password.fill(loyaltyApi.password)
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
})

test('nothing secret is stored while the page is away', async ({ page, baseURL }) => {
  await createUnverified(page)
  await fields(page).url.fill('https://api.contoso.example/check?code=function-key')
  await page.getByRole('button', { name: 'Use this page instead' }).click()
  await page.getByRole('button', { name: 'Cancel' }).waitFor()

  await page.goto(`${baseURL ?? ''}/signed-out`)

  const kept = await page.evaluate(() => JSON.stringify([sessionStorage, localStorage]))
  expect(kept).toContain(loyaltyApi.username)
  expect(findSecrets(kept, [loyaltyApi.password, 'function-key'])).toEqual([])
})

test('an edit comes back with what it was opened with, and is still compared', async ({
  page,
  emulator,
}) => {
  await editEnded(page, emulator)
  await page.getByRole('button', { name: 'Use this page instead' }).click()
  await chooseAccount(page, 'User Flow Admin')

  await expect(page.getByText(again)).toBeVisible()
  await expect(fields(page).name).toHaveValue('Loyalty 2.0')
  await expect(fields(page).password).toBeFocused()
  await fields(page).password.fill('another-password')
  await page.getByRole('button', { name: 'Save' }).click()

  await expect(page.getByText('Loyalty 2.0 was saved.')).toBeVisible()
  expect(await storedById(emulator, demoIds.loyalty)).toMatchObject({
    displayName: 'Loyalty 2.0',
    authenticationConfiguration: { passwordSha256: sha256('another-password') },
  })
})

test('somebody else who signs in on the page sees nothing of the form', async ({
  page,
  emulator,
}) => {
  await editEnded(page, emulator)
  await page.getByRole('button', { name: 'Use this page instead' }).click()

  await chooseAccount(page, 'Connectors Only')

  await expect(page.getByText('Somebody else had begun to fill in a form')).toBeVisible()
  await expect(fields(page).name).toHaveValue('Loyalty number lookup')
  const kept = await page.evaluate(() => JSON.stringify(sessionStorage))
  expect(kept).not.toContain('Loyalty 2.0')
})
