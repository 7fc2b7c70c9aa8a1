import type { Page } from '@playwright/test'
import { axe, axeInAllColours } from './support/axe'
import { demoIds, expectNoSidewaysScroll, fields, notice, pages } from './support/connectors'
import { renameElsewhere } from './support/elsewhere'
import { signIn } from './support/sign-in'
import { openWindow } from './support/sign-in-pages'
import { expect, test } from './support/test'

const administrator = 'User Flow Admin'
const auditsPath = '/auditLogs/directoryAudits'
const history = (page: Page) => page.getByRole('tabpanel', { name: 'History' })
const entries = (page: Page) =>
  page.getByRole('table', { name: 'History' }).getByRole('row').filter({ hasNotText: 'Result' })
const readAgain = (page: Page) => page.getByRole('button', { name: 'Read again' })

test('the history tells who changed a connector, when and how it went', async ({
  page,
  emulator,
}) => {
  await signIn(page, administrator, pages.connector(demoIds.membership))
  expect((await emulator.requests()).map(({ path }) => path)).not.toContain(`/v1.0${auditsPath}`)
  await page.getByRole('tab', { name: 'History' }).click()

  await expect(page).toHaveURL(pages.connectorHistory(demoIds.membership))
  await expect(entries(page)).toHaveCount(3) // the creation is older than the log goes back
  await expect(entries(page).first()).toContainText('Changed')
  await expect(entries(page).first()).toContainText('User Flow Admin')
  await expect(entries(page).first()).toContainText('admin@contoso.example')
  await expect(entries(page).first()).toContainText('Success')
  await expect(entries(page).nth(1)).toContainText('Failed')
  await expect(entries(page).nth(1)).toContainText('AADB2C90213')
  await expect(history(page)).toContainText('an uploaded certificate has no entry of its own')

  await renameElsewhere(emulator, demoIds.membership, 'Membership level')
  await readAgain(page).click()
  await expect(entries(page)).toHaveCount(4)
})

test('only the entries about this connector are asked for', async ({ page, emulator }) => {
  await signIn(page, administrator, pages.connectorHistory(demoIds.loyalty))
  await expect(entries(page)).toHaveCount(1)

  const asked = (await emulator.requests()).filter(({ path }) => path.endsWith(auditsPath))
  expect(asked.map(({ query }) => query)).toEqual([
    {
      $filter: `targetResources/any(t:t/id eq '${demoIds.loyalty}')`,
      $orderby: 'activityDateTime desc',
      $top: '100',
    },
  ])
})

test('a connector that was made here has its creation and its change in the history', async ({
  page,
}) => {
  await signIn(page, administrator, pages.editConnector(demoIds.ageCheck))
  await fields(page).name.fill('Age check')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Age check' })).toBeVisible()

  await page.getByRole('tab', { name: 'History' }).click()

  await expect(entries(page)).toHaveCount(1)
  await expect(entries(page)).toContainText('Changed')
})

test('while it is read, and when there is nothing, the history says so', async ({
  page,
  emulator,
}) => {
  await emulator.faults({ kind: 'delay', delayMs: 20_000, path: auditsPath })
  await signIn(page, administrator, pages.connectorHistory(demoIds.referral))
  await expect(page.getByRole('status', { name: 'Reading the audit log…' })).toBeVisible()
  await axe(page)

  await emulator.clearFaults()

  await expect(page.getByRole('heading', { name: 'Nothing recorded' })).toBeVisible()
  await axeInAllColours(page)
})

test('a history that cannot be read leaves the rest alone and is read again', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 500/)
  await emulator.faults({ kind: 'status', status: 500, path: auditsPath, times: 9 })
  await signIn(page, administrator, pages.connectorHistory(demoIds.membership))
  const trouble = notice(page, 'Microsoft has a problem at the moment')
  await expect(trouble).toBeVisible()
  await page.getByRole('tab', { name: 'Overview' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Overview' })).toContainText(demoIds.membership)

  await emulator.clearFaults()
  await page.getByRole('tab', { name: 'History' }).click()

  await expect(entries(page)).toHaveCount(3)
  await expect(trouble).toBeHidden()
})

test('what was read stays when it cannot be read again', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 503/)
  await signIn(page, administrator, pages.connectorHistory(demoIds.membership))
  await expect(entries(page)).toHaveCount(3)
  await emulator.faults({ kind: 'status', status: 503, path: auditsPath, times: 9 })

  await readAgain(page).click()

  await expect(notice(page, 'The service is not available at the moment')).toBeVisible()
  await expect(entries(page)).toHaveCount(3)
})

test('of many entries the newest hundred are shown', async ({ page, emulator }) => {
  for (let count = 1; count <= 103; count += 1) {
    await renameElsewhere(emulator, demoIds.membership, `Membership ${count}`)
  }
  await signIn(page, administrator, pages.connectorHistory(demoIds.membership))

  await expect(entries(page)).toHaveCount(100)
  await expect(history(page)).toContainText('The newest 100 entries are shown.')
})

test('on a narrow screen only the table scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await signIn(page, administrator, pages.connectorHistory(demoIds.membership))

  await expect(entries(page)).toHaveCount(3)
  await expectNoSidewaysScroll(page)
  await axe(page)
})

test.describe('without the permission', () => {
  test.use({ hasSharedSession: false }) // what is consented stays in the world of the test

  test('one button asks for it, there and nowhere else', async ({
    page,
    emulator,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of 400/) // the provider says that consent is missing
    await signIn(page, 'Connectors Only', pages.connector(demoIds.membership))
    const ask = page.getByRole('button', { name: 'Allow access to the audit log' })
    await expect(page.getByRole('heading', { level: 1, name: 'Membership tier' })).toBeVisible()
    await expect(ask).toBeHidden()

    await page.getByRole('tab', { name: 'History' }).click()
    await expect(notice(page, 'The history needs one more permission')).toBeVisible()
    await axeInAllColours(page)
    const asked = (await emulator.requests()).map(({ path }) => path)
    expect(asked.filter((path) => path.includes('auditLogs'))).toEqual([])
    const signInWindow = await openWindow(page, 'Allow access to the audit log')
    await expect(signInWindow.getByText('Read audit log data')).toBeVisible()
    await signInWindow.getByRole('button', { name: 'Accept' }).click()

    await expect(page).toHaveURL(pages.connectorHistory(demoIds.membership))
    await expect(entries(page)).toHaveCount(3)
  })

  test('who may not consent is told what to do, and goes on working', async ({
    page,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of 400/)
    await signIn(page, 'Read Only', pages.connectorHistory(demoIds.membership))
    await openWindow(page, 'Allow access to the audit log')

    const permission = notice(page, 'The history needs one more permission')
    await expect(permission).toContainText('Only an administrator can give this permission.')
    await page.getByRole('tab', { name: 'Overview' }).click()
    await expect(page.getByRole('tabpanel', { name: 'Overview' })).toContainText(demoIds.membership)
  })
})

for (const [code, title] of [
  ['Authentication_RequestFromUnsupportedUserRole', 'Your roles do not include the audit log'],
  ['Authentication_MSGraphPermissionMissing', 'The history needs one more permission'],
] as const) {
  test(`${code} is explained in the words of the audit log`, async ({
    page,
    emulator,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of 403/)
    const body = { error: { code, message: 'No.', innerError: {} } }
    await emulator.faults({ kind: 'status', status: 403, path: auditsPath, body })
    await signIn(page, administrator, pages.connectorHistory(demoIds.membership))

    const refusal = notice(page, title)
    await expect(refusal).toBeVisible()
    await refusal.getByText('Details for support').click()
    await expect(refusal).toContainText(code)
    await axeInAllColours(page)
  })
}
