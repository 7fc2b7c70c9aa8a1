import { demoIds, fields, fillBasic, graphCalls, pages } from './support/connectors'
import { openFormTest, samplePassword, sampleUrl, testConsole } from './support/connector-tests'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

test.use({ hasSharedSession: false })

test('a new connector can be tested before it is saved', async ({ page, emulator }) => {
  const { run, result } = await openFormTest(page, 'basic')

  await run.click()

  await expect(result).toContainText('Accepted: sign-up goes on')
  expect(await graphCalls(emulator, 'POST')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Test', exact: true })).toBeFocused()
  await expect(fields(page).password).toHaveValue(samplePassword)
})

test('a certificate that was chosen in the form is used', async ({ page, certificateFile }) => {
  const file = await certificateFile({ password: 'pfx', encryption: 'aes256' })
  await signIn(page, 'User Flow Admin', pages.newConnector())
  const form = fields(page)
  await fillBasic(page, { name: 'Not saved', url: sampleUrl('client-certificate') })
  await form.certificate.check()
  await form.file.setInputFiles(file.path)
  await form.filePassword.fill('pfx')
  await expect(page.getByRole('region', { name: 'What is in the file' })).toBeVisible()

  await page.getByRole('button', { name: 'Test', exact: true }).click()
  const { run, result } = testConsole(page.getByRole('dialog'))
  await run.click()

  await expect(result).toContainText('Accepted: sign-up goes on')
})

test('what an edited connector keeps at Microsoft is asked for', async ({ page, emulator }) => {
  await signIn(page, 'User Flow Admin', pages.editConnector(demoIds.loyalty))
  await fields(page).url.fill(sampleUrl('block'))
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  const { run, password, result } = testConsole(page.getByRole('dialog'))
  await run.click()
  await expect(page.getByText('Enter a password.')).toBeVisible()

  await password.fill(samplePassword)
  await run.click()

  await expect(result).toContainText('Accepted: sign-up ends with your message')
  expect(await graphCalls(emulator, 'PATCH')).toEqual([])
})

test('without a sound address there is no test', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  const { url } = fields(page)
  await url.fill('http://api.contoso.example')

  await page.getByRole('button', { name: 'Test', exact: true }).click()

  await expect(page.getByText('The address must start with https://')).toBeVisible()
  await expect(url).toBeFocused()
  await expect(page.getByRole('dialog')).toBeHidden()
})
