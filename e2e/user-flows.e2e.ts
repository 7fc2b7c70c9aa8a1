import type { Page } from '@playwright/test'
import { axe, axeInAllColours } from './support/axe'
import {
  customerIds,
  demoIds,
  expectNoSidewaysScroll,
  graphCalls,
  notice,
  pages,
} from './support/connectors'
import { apply, cell, changeButton, flowRow, matrix, pendingBar, pick } from './support/flow-matrix'
import { tabTo } from './support/keyboard'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'
import { flowPath, steps, storedSteps } from './support/user-flows'

const administrator = 'User Flow Admin'
const pilot = 'B2X_1_pilot'
const onboarding = 'B2X_1_partner-onboarding'
const dealers = 'B2X_1_dealer-portal'

const open = (page: Page, address = pages.userFlows()) => signIn(page, administrator, address)
const search = (page: Page) =>
  page.getByRole('searchbox', { name: 'Search user flows and connectors' })

test('the matrix shows which connector each flow calls at each step, and what a step is', async ({
  page,
}) => {
  await open(page)

  await expect(page.getByText('8 user flows')).toBeVisible()
  await expect(matrix(page).getByRole('columnheader')).toHaveCount(3)
  for (const name of [steps.federation, steps.creation]) {
    await expect(page.getByRole('columnheader', { name, exact: true })).toBeVisible()
  }
  await expect(page.getByRole('rowheader')).toContainText(
    Array.from({ length: 8 }, () => /^B2X_1_.*B2X$/),
  )
  await expect(flowRow(page, onboarding).getByRole('gridcell')).toHaveText([
    'Partner approval',
    'Loyalty number lookup',
  ])
  await expect(flowRow(page, pilot).getByRole('gridcell')).toHaveText(['–', '–'])
  const tier = cell(page, dealers, steps.creation).getByRole('link', { name: 'Membership tier' })
  await expect(tier).toHaveAttribute('href', pages.connector(demoIds.membership))

  await page.getByRole('button', { name: `About the step: ${steps.creation}` }).click()
  await expect(page.getByRole('dialog')).toContainText('ValidationError')
})

test.describe('in a tenant for customers', () => {
  test.use({ tenant: 'b2c' })

  test('the matrix has the step before the token, and says what it is', async ({ page }) => {
    await signIn(page, 'B2C Admin', pages.userFlows())

    await expect(page.getByText('6 user flows')).toBeVisible()
    await expect(matrix(page).getByRole('columnheader')).toHaveCount(4)
    await expect(page.getByRole('rowheader')).toContainText(
      Array.from({ length: 6 }, () => /^B2C_1_.*Azure AD B2C · beta$/),
    )
    const token = cell(page, 'B2C_1_store-membership', steps.token).getByRole('link')
    await expect(token).toHaveText('Membership claims')
    await expect(token).toHaveAttribute('href', pages.connector(customerIds.membership))

    await page.getByRole('button', { name: `About the step: ${steps.token}` }).click()
    await expect(page.getByRole('dialog')).toContainText('before a token is issued')
    await expect(page.getByRole('dialog')).toContainText('Continue only')
    await expect(page.getByRole('dialog')).toContainText('preview')
  })
})

test.describe('counted from the first call on', () => {
  test.use({ hasSharedSession: false }) // nothing of an earlier page arrives late in a world of its own

  test('60 flows take 62 calls at most, their progress is told, a second visit takes none', async ({
    page,
    emulator,
  }) => {
    await emulator.reset('large', { connectors: 5, flows: 60 })
    await emulator.faults({
      kind: 'delay',
      delayMs: 40_000,
      path: flowPath('B2X_1_flow-042'),
    })

    await open(page)
    await expect(page.getByText('Checked 59 of 60 flows')).toBeVisible()
    await emulator.clearFaults()
    await expect(page.getByText('Checked 59 of 60 flows')).toBeHidden()
    await expect(cell(page, 'B2X_1_flow-042', steps.creation)).toContainText('Connector 00003')
    expect((await emulator.requests()).length).toBeLessThanOrEqual(62)
    await emulator.forgetRequests()
    await page.getByRole('link', { name: 'Setup' }).click()
    await page.getByRole('link', { name: 'User flows' }).click()

    await expect(page.getByText('60 user flows')).toBeVisible()
    await expect(cell(page, 'B2X_1_flow-060', steps.creation)).toContainText('Connector 00001')
    expect(await emulator.requests()).toEqual([])
    await pick(page, 'B2X_1_flow-060', [steps.creation, 'Connector 00002'])
    const paths = (await emulator.requests()).map(({ path }) => path)
    expect(paths).toEqual(['/v1.0/identity/apiConnectors'])
  })
})

test('a cell, a flow, a search and a connector have addresses', async ({ page }) => {
  await open(page, pages.userFlowStep({ flowId: dealers, step: 'postAttributeCollection' }))
  const target = cell(page, dealers, steps.creation)
  await expect(target).toHaveAttribute('aria-current', 'true')
  await expect(target.getByRole('link')).toBeFocused()
  await expect(target).toBeInViewport()

  await page.goto(`${pages.userFlows()}?flow=${onboarding}`)
  await expect(cell(page, onboarding, steps.federation).getByRole('link')).toBeFocused()
  await expect(page.locator('td[aria-current=true]')).toHaveCount(2)

  await page.goto(`${pages.userFlows()}?connector=${demoIds.membership}`)
  await expect(page.getByText('2 of 8 user flows')).toBeVisible()
  await search(page).fill('store')
  await expect(page.getByText('1 of 8 user flows')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 of 8 user flows')).toBeVisible()
  await expect(search(page)).toHaveValue('store')
  await page.getByRole('button', { name: /^Show all user flows, not only.*Membership/ }).click()
  await search(page).fill('fabrikam')
  await expect(page.getByRole('rowheader')).toHaveText(/B2X_1_research-network/)
  await search(page).fill('nothing like it')
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByText('8 user flows')).toBeVisible()
  await expect(page).toHaveURL(pages.userFlows())

  await page.goto(pages.userFlowStep({ flowId: 'B2X_1_gone', step: 'postAttributeCollection' }))
  await expect(page.getByText('This tenant has no user flow B2X_1_gone.')).toBeVisible()
})

test('the keyboard walks through the matrix, picks, reviews and applies', async ({
  page,
  emulator,
}) => {
  await open(page)
  await expect(page.getByText('8 user flows')).toBeVisible()
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await tabTo(page, changeButton(page, 'B2X_1_contractors', steps.federation))
  await press('ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(changeButton(page, onboarding, steps.federation)).toBeFocused()
  await press('ArrowRight')
  await expect(cell(page, onboarding, steps.creation).getByRole('link')).toBeFocused()
  await press('Control+End')
  await expect(changeButton(page, 'B2X_1_supplier-registration', steps.creation)).toBeFocused()
  await press('ArrowUp', 'ArrowUp')
  await expect(changeButton(page, 'B2X_1_research-network', steps.creation)).toBeFocused()
  await press('Home')
  await expect(page.getByRole('link', { name: 'Identity proofing' }).first()).toBeFocused()
  await press('Control+Home')
  const about = page.getByRole('button', { name: /^About.*federating/ })
  await expect(about).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('dialog')).toContainText('another identity provider')
  await press('Escape')
  await expect(about).toBeFocused()
  await press('PageDown', 'ArrowUp', 'ArrowUp', 'ArrowUp')
  await expect(changeButton(page, pilot, steps.federation)).toBeFocused()

  await press('Enter')
  await expect(page.getByRole('option')).toHaveCount(16)
  await page.keyboard.type('referral')
  await expect(page.getByRole('option')).toHaveCount(2)
  await press('ArrowDown', 'Enter')
  await expect(changeButton(page, pilot, steps.federation)).toBeFocused()
  await expect(cell(page, pilot, steps.federation)).toContainText('Employee referral check')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('button', { name: 'Review and apply' })).toBeFocused()
  await press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Apply', exact: true }))
  await press('Enter')
  await expect(page.getByRole('dialog')).toContainText('1 change was applied.')
  await press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  const { postFederationSignup } = await storedSteps(emulator, pilot)
  expect([demoIds.referral, demoIds.referralStaging]).toContain(postFederationSignup)
})

test('no barrier in the matrix, the picker, the review and its results, wide and narrow', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of (409|500)/)
  const guests = flowPath('B2X_1_event-guests')
  await emulator.faults({ kind: 'status', status: 500, path: guests, times: 2 })
  await open(page, pages.userFlowStep({ flowId: pilot, step: 'postFederationSignup' }))
  await expect(cell(page, pilot, steps.federation)).toHaveAttribute('aria-current', 'true')
  await pick(page, pilot, [steps.creation, 'Acceptance of the terms'])
  await axeInAllColours(page)
  await changeButton(page, pilot, steps.creation).click()
  await expect(page.getByRole('option')).toHaveCount(16)
  await axeInAllColours(page)
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  await axe(page)

  await emulator.faults({ kind: 'status', status: 409, method: 'PUT', path: '*' })
  await pendingBar(page).getByRole('button', { name: 'Review and apply' }).click()
  const readings = async () =>
    (await graphCalls(emulator, 'GET')).filter((path) => path === flowPath(pilot)).length
  await expect.poll(readings).toBe(2) // the review reads the flow once more
  await expect(page.getByRole('button', { name: 'Apply', exact: true })).toBeEnabled()
  await axe(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await apply(page)
  await expect(notice(page, 'Two changes met')).toBeVisible()
  await expectNoSidewaysScroll(page)
  await axeInAllColours(page)
})
