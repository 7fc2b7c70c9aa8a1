/** As many connectors and user flows as Azure AD B2C allows, throttled as Graph throttles. */
import type { Page } from '@playwright/test'
import { createElsewhere } from './support/elsewhere'
import { pages } from './support/connectors'
import { cell, flowRow } from './support/flow-matrix'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'
import { steps, usedIn } from './support/user-flows'

test.use({ hasSharedSession: false })

const progress = (page: Page) => page.getByText(/^Checked \d+ of 200 flows/)

test('200 user flows: usable at once, honest while it reads, complete within the allowance', async ({
  page,
  emulator,
}) => {
  test.setTimeout(180_000)
  await emulator.reset('large', { connectors: 19, flows: 200 })
  await createElsewhere(emulator, 'Backup')
  await emulator.settings({
    latencyMs: 100,
    throttling: { perApplicationPerMinute: 200, perTenantPerMinute: 300 },
  })

  await signIn(page)
  await expect(page.getByRole('row', { name: 'Connector 00001' })).toBeVisible()
  await expect(usedIn(page, 'Backup')).toContainText('Checking…')
  await expect(usedIn(page, 'Connector 00001')).toContainText('user flow')

  await page.getByRole('link', { name: 'User flows' }).click()
  await expect(progress(page)).toHaveText(/; about \d+ s$/)
  await expect(cell(page, 'B2X_1_flow-001', steps.creation)).toContainText('Connector 00002')
  await expect(progress(page)).toHaveText(/^Checked 1[78]\d of 200 flows; about [3-6]0 s$/)
  await flowRow(page, 'B2X_1_flow-200').scrollIntoViewIfNeeded()
  await expect(cell(page, 'B2X_1_flow-200', steps.creation)).toContainText('Connector 00011')

  await emulator.forgetRequests()
  await page.reload()
  await expect(cell(page, 'B2X_1_flow-001', steps.creation)).toContainText('Connector 00002')
  await expect(progress(page)).toBeVisible()
  expect((await emulator.requests()).map(({ path }) => path)).not.toContain(
    '/v1.0/identity/b2xUserFlows',
  )

  await page.getByRole('link', { name: 'Connectors', exact: true }).click()
  await page.getByRole('link', { name: 'Backup' }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  const question = page.getByRole('dialog')
  await expect(question.getByRole('status')).toHaveText(/^Checked \d+ of 200 flows; about \d+ s$/)
  await expect(question.getByRole('button', { name: 'Delete' })).toBeDisabled()

  await expect(question).toContainText('No user flow calls it', { timeout: 80_000 })
  await expect(question.getByRole('textbox')).toBeHidden()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await page.goto(pages.connectors())
  await expect(usedIn(page, 'Backup')).toContainText('Not used')
  const statuses = (await emulator.requests()).map(({ status }) => status)
  expect(statuses).not.toContain(429)
})
