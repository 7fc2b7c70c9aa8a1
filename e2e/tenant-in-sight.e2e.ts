/** Whoever looks after test and production always sees which of them this is. */
import type { Page } from '@playwright/test'
import { axeInAllColours } from './support/axe'
import { expectNoSidewaysScroll, pages } from './support/connectors'
import { signIn } from './support/sign-in'
import { chooseAccount } from './support/sign-in-pages'
import { expect, test } from './support/test'

const tenant = (page: Page) => page.getByRole('banner').getByRole('group', { name: 'Tenant' })
const openMenu = async (page: Page) => {
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  return (name: string) => page.getByRole('menuitem', { name })
}

test.describe('signed in through the pages', () => {
  test.use({ hasSharedSession: false })

  test('name and kind of the tenant are in the header, and asked for once a session', async ({
    page,
    emulator,
  }) => {
    await signIn(page)
    await expect(tenant(page)).toHaveText(/Contoso\s*Workforce tenant/)

    await page.reload()

    await expect(tenant(page)).toHaveText(/Contoso\s*Workforce tenant/)
    expect(await emulator.nameRequests()).toBe(1)
  })

  test('an account of another tenant changes everything that is shown', async ({ page }) => {
    await signIn(page)
    await expect(page.getByText('15 connectors')).toBeVisible()
    const item = await openMenu(page)
    await item('Sign in to another tenant').click()

    await chooseAccount(page, 'B2C Admin')

    await expect(tenant(page)).toHaveText(/Contoso Customers\s*Azure AD B2C tenant/)
    await expect(page.getByText('9 connectors')).toBeVisible()
    await page.reload()
    await expect(tenant(page)).toHaveText(/Contoso Customers/)
  })

  test('signing out leaves none of the tenants behind', async ({ page }) => {
    await signIn(page)
    const item = await openMenu(page)
    await item('Sign in to another tenant').click()
    await chooseAccount(page, 'B2C Admin')
    await expect(tenant(page)).toHaveText(/Contoso Customers/)

    const again = await openMenu(page)
    await again('Sign out').click()

    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
    const kept = await page.evaluate(() => Object.keys(localStorage).join('\n'))
    expect(kept).not.toMatch(/accesstoken|refreshtoken|idtoken/i)
  })
})

test('the account menu tells the tenant’s id and copies it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  // Over a page without a grid: axe takes the menu's colour for that of the cells below its edge.
  await signIn(page, 'B2C Admin', pages.newConnector())
  await expect(page.getByRole('heading', { level: 1, name: 'New connector' })).toBeVisible()
  const item = await openMenu(page)
  const id = '99999999-dddd-4eee-8fff-000000000002'
  await expect(page.getByText(`Tenant ID: ${id}`)).toBeVisible()
  await axeInAllColours(page)

  await item('Copy tenant ID').click()

  await expect(item('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id)
})

test('a narrow window has room for it', async ({ page, consoleErrors }) => {
  consoleErrors.allow(/status of 403/)
  await page.setViewportSize({ width: 320, height: 640 })
  await signIn(page, 'External Admin')
  await expect(tenant(page)).toHaveText(/Fabrikam\s*External tenant/)
  await expectNoSidewaysScroll(page)
})
