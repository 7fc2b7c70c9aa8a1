import { axe, axeInAllColours } from './support/axe'
import { demoIds, expectNoSidewaysScroll, pages } from './support/connectors'
import { openFormTest, openTest, samplePassword } from './support/connector-tests'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

test('no barrier in the test console, its result, its history and a comparison', async ({
  page,
}) => {
  const { password, run, history, result } = await openTest(page, demoIds.loyalty)
  await axeInAllColours(page)

  for (const typed of [samplePassword, 'wrong']) {
    await password.fill(typed)
    await run.click()
    await expect(history.getByRole('checkbox').nth(typed === 'wrong' ? 1 : 0)).toBeVisible()
  }
  await expect(result).toContainText('The endpoint refused the credentials')
  await expect(result).toContainText('Another body would not mend this')
  await result.getByText('Request as it was sent').click()
  await axeInAllColours(page)

  await history.getByRole('checkbox').first().check()
  await history.getByRole('checkbox').last().check()
  await page.getByRole('button', { name: 'Compare the two chosen' }).click()
  await expect(page.getByRole('table', { name: 'Comparison' })).toBeVisible()
  await axeInAllColours(page)
})

test('no barrier while a test runs, nor where claims are no JSON', async ({ page }) => {
  const { password, run, cancel, json } = await openTest(page, demoIds.legacy)
  await password.fill('demo-only-crm')
  await run.click()
  await expect(cancel).toBeVisible()
  await axe(page)
  await cancel.click()

  await json.fill('{')
  await expect(page.getByText('This is not JSON yet')).toBeVisible()
  await axeInAllColours(page)
})

test('no barrier in the test of a form', async ({ page }) => {
  const { run, result } = await openFormTest(page, 'null-claims')
  await run.click()
  await expect(result).toContainText('postalCode is null')

  await axeInAllColours(page)
})

test('no barrier among the sample endpoints', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.samples(demoIds.membership))
  await expect(page.getByRole('region', { name: 'Variables to set' })).toBeVisible()

  await axeInAllColours(page)
})

test('on a narrow screen nothing of it runs out of sight', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const { password, run, result } = await openTest(page, demoIds.loyalty)
  await password.fill(samplePassword)
  await run.click()
  await expect(result).toContainText('Accepted: sign-up goes on')
  await axe(page)
  await expectNoSidewaysScroll(page)

  await page.goto(pages.samples(demoIds.loyalty))
  await expect(page.getByRole('heading', { name: 'Sample endpoints' })).toBeVisible()
  await expectNoSidewaysScroll(page)
})
