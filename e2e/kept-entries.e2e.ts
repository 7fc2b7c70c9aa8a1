/** What was entered survives a change of tab and a loss of the network; a sign-out elsewhere says what is gone. */
import { demoIds, fields, fillBasic, loyaltyApi, pages } from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const administrator = 'User Flow Admin'

test('the Test tab keeps what was typed while another tab is looked at', async ({ page }) => {
  await signIn(page, administrator, `${pages.connector(demoIds.loyalty)}?tab=test`)
  const password = page.getByLabel('Password', { exact: true })
  await password.fill('only for the test')

  await page.getByRole('tab', { name: 'Overview' }).click()
  await expect(password).toBeHidden()
  await page.getByRole('tab', { name: 'Test', exact: true }).click()

  await expect(password).toHaveValue('only for the test')
})

test('offline, a link leaves the page as it is, and goes on when there is a network', async ({
  page,
  context,
  consoleErrors,
}) => {
  consoleErrors.allow(/ERR_INTERNET_DISCONNECTED/) // what the page was still reading
  await signIn(page, administrator, pages.connector(demoIds.loyalty))
  const heading = page.getByRole('heading', { level: 1, name: 'Loyalty number lookup' })
  await expect(heading).toBeVisible()
  await context.setOffline(true)

  await page.getByRole('link', { name: 'Setup' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'There is no network.' })).toBeVisible()
  await expect(heading).toBeVisible()
  await context.setOffline(false)

  await expect(page.getByRole('heading', { level: 1, name: 'Setup' })).toBeVisible()
  await expect(page.getByText('There is no network.')).toBeHidden()
})

test('signing out asks while something is unsaved', async ({ page }) => {
  await signIn(page, administrator, pages.newConnector())
  await fillBasic(page, loyaltyApi)

  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  await question.getByRole('button', { name: 'Stay' }).click()

  await expect(fields(page).password).toHaveValue(loyaltyApi.password)
})

test('a sign-out in another window says what has become of this one', async ({ page, context }) => {
  await signIn(page, administrator)
  const other = await context.newPage()
  await other.goto(pages.newConnector())
  await fields(other).name.fill(loyaltyApi.name)

  await page.getByRole('button', { name: 'Account' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()

  await expect(
    other.getByRole('status').filter({ hasText: 'What was not saved on this page is gone.' }),
  ).toBeVisible()
})
