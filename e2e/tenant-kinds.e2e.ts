/** Each kind of tenant shows what concerns it, and nothing reminds of another kind. */
import type { Page } from '@playwright/test'
import { axeInAllColours } from './support/axe'
import { demoIds, expectNoSidewaysScroll, graphCalls, pages } from './support/connectors'
import { matrix } from './support/flow-matrix'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'
import { usedIn } from './support/user-flows'

/** Notices of whatever importance; the test console is not opened here. */
const notices = (page: Page) => page.getByRole('main').locator('.fui-MessageBar')

const widths = [1280, 390] as const

for (const width of widths) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 800 } })

    test('a workforce tenant: no notice on the list, the certificates and the user flows', async ({
      page,
    }) => {
      await signIn(page)
      await expect(usedIn(page, 'Age verification')).toContainText('Not used')
      await expect(notices(page)).toHaveCount(0)

      await page.goto(pages.userFlows())
      await expect(page.getByText('8 user flows')).toBeVisible()
      await expect(matrix(page).getByRole('columnheader')).toHaveCount(3)
      await expect(page.getByRole('main')).not.toContainText(/B2C|not offered|token/)
      await expect(notices(page)).toHaveCount(0)

      await page.goto(pages.certificates())
      await expect(page.getByRole('row').nth(1)).toBeVisible()
      await expect(notices(page)).toHaveCount(0)
      await expectNoSidewaysScroll(page)
    })

    test('an Azure AD B2C tenant: the same with its own user flows', async ({ page }) => {
      // Searched for, since only the rows in sight exist, and a low window may not show it.
      await signIn(page, 'B2C Admin', `${pages.connectors()}?q=newsletter`)
      await expect(usedIn(page, 'Newsletter subscription')).toContainText('Not used')
      await expect(notices(page)).toHaveCount(0)

      await page.goto(pages.userFlows())
      await expect(page.getByText('6 user flows')).toBeVisible()
      await expect(matrix(page).getByRole('columnheader')).toHaveCount(4)
      await expect(page.getByRole('main')).not.toContainText(/B2X|not offered/)
      await expect(notices(page)).toHaveCount(0)
      await expectNoSidewaysScroll(page)
    })

    test('an external tenant says once what it is, on every page', async ({
      page,
      consoleErrors,
    }) => {
      consoleErrors.allow(/status of 403/)
      await signIn(page, 'External Admin')
      const main = page.getByRole('main')
      for (const address of [
        pages.connectors(),
        pages.certificates(),
        pages.userFlows(),
        pages.newConnector(),
      ]) {
        await page.goto(address)
        await expect(main.getByText('API connectors do not exist in this tenant')).toHaveCount(1)
        await expect(main).toContainText('custom authentication extensions')
        await expect(main.getByRole('link', { name: /Microsoft Learn/ })).toBeVisible()
        await expect(notices(page)).toHaveCount(0)
        await expect(page.getByRole('button', { name: 'New connector' })).toHaveCount(0)
        await expectNoSidewaysScroll(page)
      }
      await axeInAllColours(page)
    })
  })
}

test('an unused connector is deleted after a plain question', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.connector(demoIds.ageCheck))
  await page.getByRole('main').getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: /^Delete / })

  await expect(dialog).toContainText('No user flow calls it.')
  await expect(dialog.getByRole('textbox')).toBeHidden()
  await expect(dialog.getByRole('button', { name: 'Delete', exact: true })).toBeEnabled()
})

for (const otherKind of [403, 400] as const) {
  test(`refused with ${otherKind}, the other kind is not asked for again in the session`, async ({
    page,
    emulator,
  }) => {
    await emulator.settings({ otherKind })
    await signIn(page)
    await expect(usedIn(page, 'Age verification')).toContainText('Not used')
    await emulator.forgetRequests()

    await page.getByRole('button', { name: 'Refresh' }).click()
    await page.reload()
    await expect(usedIn(page, 'Age verification')).toContainText('Not used')

    const calls = await graphCalls(emulator, 'GET')
    expect(calls).toContain('/identity/b2xUserFlows')
    expect(calls.filter((path) => path.includes('b2cUserFlows'))).toEqual([])
  })
}

test('where a permission is missing, nothing is said to be unused', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 403/)
  const message =
    'The application does not have any of the required delegated permissions (IdentityUserFlow.Read.All) to access the resource.'
  const body = { error: { code: 'AADB2C', message } }
  await emulator.faults({ kind: 'status', status: 403, body, path: '/identity/b2*', times: 20 })
  await signIn(page)

  await expect(usedIn(page, 'Age verification')).toContainText('Not checked')
})

test.describe('an external tenant that refuses nothing', () => {
  test.use({ tenant: 'external' })

  for (const externalTenant of ['empty-200', 'missing-404'] as const) {
    test(`looks like a tenant without connectors (${externalTenant})`, async ({
      page,
      emulator,
      consoleErrors,
    }) => {
      consoleErrors.allow(/status of 404/)
      await emulator.settings({ externalTenant })
      await signIn(page, 'External Admin')
      await expect(page.getByRole('heading', { name: 'No API connectors yet' })).toBeVisible()
      await expect(notices(page)).toHaveCount(0)

      await page.goto(pages.userFlows())
      await expect(page.getByRole('heading', { name: 'No user flows yet' })).toBeVisible()
      await expect(notices(page)).toHaveCount(0)

      await page.goto(pages.certificates())
      await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toBeVisible()
      await expect(notices(page)).toHaveCount(0)
    })
  }
})
