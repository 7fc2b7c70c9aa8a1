import { chooseCertificate, demoIds, notice, pages } from './support/connectors'
import { openTest, samplePassword, testConsole } from './support/connector-tests'
import { tabTo } from './support/keyboard'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

// Ten tests a minute are allowed to one person: each test here is about a person of its own.
test.use({ hasSharedSession: false })

test('from the list to a verdict it takes three clicks', async ({ page }) => {
  await signIn(page)
  const { password, run, result } = testConsole(page)

  await page.getByRole('link', { name: 'Loyalty number lookup' }).click()
  await page.getByRole('tab', { name: 'Test' }).click()
  await password.focus()
  await page.keyboard.type(samplePassword)
  await run.click()

  await expect(result).toContainText('Accepted: sign-up goes on')
  await expect(result.getByRole('heading', { name: 'Result' })).toBeFocused()
})

test('a test can be run with the keyboard alone', async ({ page }) => {
  const { password, result, step, history } = await openTest(page, demoIds.loyalty)
  await tabTo(page, step)
  await page.keyboard.press('ArrowUp')
  await tabTo(page, password)
  await page.keyboard.type(samplePassword)
  await page.keyboard.press('Enter')

  await expect(result.getByRole('heading', { name: 'Result' })).toBeFocused()
  await expect(result).toContainText('Accepted: sign-up goes on')
  await tabTo(page, history.getByRole('button', { name: /^Show/ }))
  await page.keyboard.press('Enter')
  await expect(result.getByRole('heading', { name: /^An earlier test/ })).toBeFocused()
})

test('what happened at each stage, and on the wire, is told', async ({ page }) => {
  const { password, run, result } = await openTest(page, demoIds.loyalty)
  await password.fill(samplePassword)
  await run.click()

  const stages = result.getByRole('table', { name: 'Stages of the call' })
  for (const stage of ['Finding the address', 'TLS handshake', 'Waiting for the answer']) {
    await expect(stages.getByRole('row', { name: stage })).toContainText('done')
  }
  await expect(result.getByRole('region', { name: 'Body of the answer' })).toContainText(
    '"action": "Continue"',
  )
  const chain = result.getByRole('table', { name: 'Certificates of the endpoint' })
  await expect(chain).toContainText('CN=localhost')
  await result.getByText('Request as it was sent').click()
  await expect(result.getByRole('region', { name: 'Body of the request' })).toContainText(
    '"email": "kim@fabrikam.example"',
  )
})

test('without a password nothing is called, and the field says so', async ({ page }) => {
  const { password, run, result } = await openTest(page, demoIds.loyalty)

  await run.click()

  await expect(page.getByText('Enter a password.')).toBeVisible()
  await expect(password).toBeFocused()
  await expect(result).toBeHidden()
})

test('a wrong password is a finding, with what it means', async ({ page }) => {
  const { password, run, result } = await openTest(page, demoIds.loyalty)
  await password.fill('wrong')

  await run.click()

  await expect(result).toContainText('Microsoft would not accept this answer')
  await expect(result).toContainText('The endpoint refused the credentials of this test (HTTP 401)')
  await expect(result).toContainText('Microsoft’s page about an error')
})

for (const encryption of ['3des', 'aes256'] as const) {
  test(`a client certificate of a ${encryption} file is shown to the endpoint`, async ({
    page,
    certificateFile,
  }) => {
    const file = await certificateFile({ password: 'pfx', encryption })
    const { run, result } = await openTest(page, demoIds.approval)
    await chooseCertificate(page, file, 'pfx')
    await expect(page.getByLabel('Convert the file')).toBeHidden()

    await run.click()

    await expect(result).toContainText('Accepted: sign-up goes on')
    await expect(result).toContainText('The endpoint asks for one.')
  })
}

test('a test can be cancelled, at once, and run again', async ({ page }) => {
  const { password, run, cancel, result } = await openTest(page, demoIds.legacy)
  await password.fill('demo-only-crm')
  await run.click()
  await expect(page.getByText('The endpoint is being called.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Running…' })).toBeVisible()

  await cancel.click()

  await expect(page.getByText('The test was cancelled.')).toBeVisible()
  await expect(cancel).toBeHidden()
  await expect(run).toBeEnabled()
  await expect(result).toBeHidden()
})

test('more than ten tests a minute are refused, with the time to wait', async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 429/)
  const { password, run, history } = await openTest(page, demoIds.loyalty)
  await password.fill(samplePassword)
  for (let count = 1; count <= 10; count += 1) {
    await run.click()
    await expect(history.getByRole('row')).toHaveCount(count + 1)
  }

  await run.click()

  await expect(notice(page, 'Too many tests in a short time')).toBeVisible()
  await expect(page.getByText(/Try again in \d+ seconds?\./)).toBeVisible()
})

test('an address that may not be called is explained', async ({ page, consoleErrors }) => {
  consoleErrors.allow(/status of 400/)
  const { password, run } = testConsole(page)
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await page.getByRole('textbox', { name: 'Display name' }).fill('Inside')
  await page.getByRole('textbox', { name: 'Endpoint URL' }).fill('https://127.0.0.1/admin')
  await page.getByLabel('Username').fill('someone')
  await password.fill('secret')
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await run.click()

  const refusal = notice(page, 'This address may not be tested')
  await expect(refusal).toBeVisible()
  await tabTo(page, refusal.getByText('Details for support'))
  await tabTo(page, page.getByRole('button', { name: 'Close' }))
})
