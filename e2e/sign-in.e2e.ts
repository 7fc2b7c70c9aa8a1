import { connectorsPath, demoIds, notice, pages } from './support/connectors'
import { signIn } from './support/sign-in'
import { chooseAccount, openWindow } from './support/sign-in-pages'
import { expect, test } from './support/test'

test.use({ hasSharedSession: false })

test('an administrator signs in and sees the connectors of the tenant', async ({
  page,
  emulator,
}) => {
  await signIn(page)

  const { connectors } = await emulator.state()
  await expect(page.getByRole('heading', { level: 1, name: 'API connectors' })).toBeVisible()
  await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()
  await expect(page.getByRole('row', { name: connectors[0]?.displayName ?? '' })).toBeVisible()
})

test('the account menu says who is signed in', async ({ page }) => {
  await signIn(page)

  await page.getByRole('button', { name: 'Account' }).click()

  await expect(page.getByText('User Flow Admin')).toBeVisible()
  await expect(page.getByText('admin@contoso.example')).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
})

test('the demonstration says that its data is not real', async ({ page }) => {
  await signIn(page)

  await expect(page.getByText('Demo data')).toBeVisible()
})

for (const address of [
  '/connectors/new?x=1#frag',
  `/connectors/${demoIds.membership}?tab=certificates#top`,
  '/connectors?q=legacy+crm',
]) {
  test(`sign-in leads back to ${address}`, async ({ page, baseURL }) => {
    await signIn(page, 'User Flow Admin', address)

    await expect(page).toHaveURL(`${baseURL}${address}`)
  })
}

test('a search in the address is applied after sign-in', async ({ page }) => {
  await signIn(page, 'User Flow Admin', '/connectors?q=legacy+crm')

  await expect(page.getByRole('searchbox', { name: 'Search connectors' })).toHaveValue('legacy crm')
  await expect(page.getByText('1 of 15 connectors')).toBeVisible()
})

test('whoever has consent for connectors only can work with them', async ({ page }) => {
  await signIn(page, 'Connectors Only')

  await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'New connector' })).toBeEnabled()
  await expect(page.getByText('Read only')).toBeHidden()
})

test.describe('with permission to read only', () => {
  const reason = 'Your sign-in allows reading only.'

  test('the list is there, and New connector says why it does nothing', async ({ page }) => {
    await signIn(page, 'Read Only')
    const newConnector = page.getByRole('button', { name: 'New connector' })

    await newConnector.focus()
    await page.keyboard.press('Enter')

    await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()
    await expect(page.getByText('Read only', { exact: true })).toBeVisible()
    await expect(newConnector).toBeDisabled()
    await expect(newConnector).toHaveAccessibleDescription(reason)
    await expect(page).toHaveURL('/connectors')
  })

  test('a connector can be read but not changed', async ({ page }) => {
    await signIn(page, 'Read Only', pages.connector(demoIds.membership))

    await expect(page.getByRole('heading', { level: 1, name: 'Membership tier' })).toBeVisible()
    for (const name of ['Edit', 'Upload certificate', 'Delete']) {
      const button = page.getByRole('button', { name })
      await expect(button).toBeDisabled()
      await button.focus()
      await expect(button).toHaveAccessibleDescription(reason)
    }
  })

  for (const address of [pages.newConnector(), pages.editConnector(demoIds.loyalty)]) {
    test(`${address} explains what is missing instead of showing a form`, async ({ page }) => {
      await signIn(page, 'Read Only', address)

      await expect(
        notice(page, 'Changing connectors needs APIConnectors.ReadWrite.All.'),
      ).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'Display name' })).toBeHidden()
    })
  }
})

test('an account without the role learns which role it needs', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 403/)
  await signIn(page, 'No Role')
  const refusal = notice(page, 'Your account does not have the role for this')
  await expect(refusal).toContainText('External ID User Flow Administrator')

  await refusal.getByText('Details for support').click()
  await page.getByRole('button', { name: 'Try again' }).click()

  const readings = async () =>
    (await emulator.requests()).filter(({ path }) => path.endsWith(connectorsPath))
  await expect.poll(async () => (await readings()).length).toBe(2)
  const requests = await readings()
  await expect(refusal).toContainText('403')
  await expect(refusal).toContainText(requests[1]?.requestId ?? '')
})

test('an account that may not consent learns which approval it needs', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await chooseAccount(page, 'Needs Approval')
  const refusal = notice(page, 'An administrator has to approve this portal first')

  await expect(refusal).toContainText('APIConnectors.ReadWrite.All')
  await expect(refusal.getByRole('link', { name: 'How to give admin consent' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
})

test('after a refusal another account can sign in', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await chooseAccount(page, 'Needs Approval')

  await page.getByRole('button', { name: 'Use another account' }).click()
  await chooseAccount(page, 'User Flow Admin')

  await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()
})

test('an extra verification is explained, done and followed by the list', async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 401/, /status of 400.*oauth2\/v2\.0\/token/)
  await signIn(page, 'Step Up', '/connectors?q=partner')
  await expect(notice(page, 'Microsoft asks for extra verification')).toBeVisible()

  const signInWindow = await openWindow(page, 'Verify it is you')
  await signInWindow.getByRole('button', { name: 'Verify' }).click()

  await expect(page.getByRole('row', { name: 'Partner approval' })).toBeVisible()
  await expect(page).toHaveURL('/connectors?q=partner')
})

test('a cancelled verification leaves the session as it was, and the page asks again', async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 401/, /status of 400.*oauth2\/v2\.0\/token/)
  await signIn(page, 'Step Up')

  await page.getByRole('button', { name: 'Use this page instead' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()

  await expect(notice(page, 'Microsoft asks for extra verification')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
  await page.getByRole('button', { name: 'Use this page instead' }).click()
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect(page.getByRole('row', { name: 'Partner approval' })).toBeVisible()
})
