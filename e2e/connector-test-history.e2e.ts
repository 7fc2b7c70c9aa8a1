import type { Page } from '@playwright/test'
import { demoIds, fields, pages } from './support/connectors'
import { openFormTest, openTest, samplePassword, sampleUrl } from './support/connector-tests'
import { findSecrets, keptBy, listen } from './support/secrets'
import { expect, test } from './support/test'

test.use({ hasSharedSession: false, permissions: ['clipboard-read', 'clipboard-write'] })

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

async function runTwice(page: Page) {
  const found = await openTest(page, demoIds.loyalty)
  await found.password.fill(samplePassword)
  await found.run.click()
  await expect(found.history.getByRole('row')).toHaveCount(2)
  await found.form.getByRole('textbox', { name: 'City' }).fill('Bergen')
  await found.password.fill('wrong')
  await found.run.click()
  await expect(found.history.getByRole('row')).toHaveCount(3)
  return found
}

test('two tests can be compared side by side', async ({ page }) => {
  const { history } = await runTwice(page)
  await history.getByRole('checkbox').first().check()
  await history.getByRole('checkbox').last().check()

  await page.getByRole('button', { name: 'Compare the two chosen' }).click()

  const table = page.getByRole('table', { name: 'Comparison' })
  await expect(table.getByRole('row', { name: 'Outcome' })).toContainText('Not accepted')
  await expect(table.getByRole('row', { name: 'HTTP status' })).toContainText('401')
  await expect(table.getByRole('row', { name: 'Findings' })).toContainText(
    'The endpoint refused the credentials of this test (HTTP 401)',
  )
  await expect(table.getByRole('row', { name: 'Sent: city' })).toContainText('OsloBergen')
  await page.getByRole('checkbox', { name: 'Only differences' }).check()
  await expect(table.getByRole('row', { name: 'Sent: email' })).toBeHidden()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('button', { name: 'Compare the two chosen' })).toBeFocused()
})

test('a test of the past is shown again, after a reload as well', async ({ page }) => {
  const { history, result } = await runTwice(page)
  await page.reload()

  await history.getByRole('button', { name: /^Show/ }).last().click()

  await expect(result.getByRole('heading', { name: /^An earlier test/ })).toBeFocused()
  await expect(result).toContainText('Accepted: sign-up goes on')
})

test('the history shows the connector at hand, or all, and can be cleared', async ({ page }) => {
  const { history } = await runTwice(page)
  await page.goto(pages.connectorTest(demoIds.terms))
  await expect(page.getByText('No test has been run yet.')).toBeVisible()

  await page.getByRole('checkbox', { name: 'All connectors' }).check()
  await expect(history.getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: 'Clear earlier tests' }).click()

  await expect(page.getByText('No test has been run yet.')).toBeVisible()
})

test('another account of the same browser has a history of its own', async ({ page }) => {
  await runTwice(page)
  const stored = await page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('portal.tests.')),
  )

  expect(stored).toHaveLength(1)
  expect(stored[0]).not.toBe('portal.tests.')
})

test('the curl command asks for its secrets by variables', async ({ page }) => {
  await openFormTest(page, 'continue?code=function-key-of-this-test')
  await page.getByRole('button', { name: 'Copy as curl' }).click()
  await expect(page.getByText('Set the variables that it names')).toBeVisible()

  const command = await copied(page)

  expect(command).toContain(`curl '${sampleUrl('continue?')}''code='"$QUERY_CODE"`)
  expect(command).toContain(`--user 'sample:'"$API_PASSWORD"`)
  expect(findSecrets(command, [samplePassword, 'function-key-of-this-test'])).toEqual([])
})

test('no secret of a test is kept or passed on', async ({ page, context, certificateFile }) => {
  const password = 'pfx-password-of-this-test'
  const key = 'function-key-of-this-test'
  const { heard } = listen(context)
  const file = await certificateFile({ password })
  const found = await openFormTest(page, `continue?code=${key}`)
  await found.run.click()
  await expect(found.result).toContainText('Accepted: sign-up goes on')
  await page.getByRole('button', { name: 'Close' }).click()
  const form = fields(page)
  await form.certificate.check()
  await form.file.setInputFiles(file.path)
  await form.filePassword.fill(password)
  await expect(page.getByRole('region', { name: 'What is in the file' })).toBeVisible()
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await found.run.click()
  await expect(found.history.getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: 'Close' }).click()

  await page.goto(pages.connectors())
  await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()

  const secrets = [
    samplePassword,
    password,
    key,
    Buffer.from(file.pfx).toString('base64').slice(0, 60),
  ]
  expect(findSecrets(await keptBy(page), secrets)).toEqual([])
  expect(findSecrets(await heard(), secrets)).toEqual([])
})
