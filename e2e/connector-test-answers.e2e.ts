import { openFormTest } from './support/connector-tests'
import { expect, test } from './support/test'

// Ten tests a minute are allowed to one person: each test here is about a person of its own.
test.use({ hasSharedSession: false })

const refused = 'Microsoft would not accept this answer'
const errorPage = 'Microsoft’s page about an error'

for (const [sample, verdict, ...told] of [
  ['continue', 'Accepted: sign-up goes on', 'the account is created with what was entered'],
  ['basic', 'Accepted: sign-up goes on', 'Nothing to complain about'],
  [
    'block',
    'Accepted: sign-up ends with your message',
    'A page that ends the sign-up:',
    'Sign-up is not open to you at the moment.',
  ],
  [
    'validation-error',
    'Accepted: the person is asked to correct something',
    'The same form again, with this above it:',
    'Please check the postal code.',
  ],
  ['validation-error-200', refused, 'ValidationError came with HTTP 200', errorPage],
  ['block-without-message', refused, 'There is no userMessage', errorPage],
  ['broken', refused, 'The body is not JSON', errorPage],
  ['null-claims', refused, 'postalCode is null'],
  ['nested-claim', refused, 'is an object'],
  ['wrong-version', refused, 'version is not a text'],
  ['missing-version', refused, 'There is no version'],
  ['html', refused, 'The answer is a web page', 'Content-Type is text/html'],
  ['error-500', refused, 'The endpoint failed (HTTP 500)'],
  ['redirect', refused, 'The endpoint redirects (HTTP 302)'],
  ['huge', refused, 'The answer is larger than 1 MiB', 'Only its beginning is shown.'],
  ['nowhere', refused, 'There is nothing at this address (HTTP 404)'],
  ['slow?seconds=6', refused, 'user flows give up after 5 s'],
] as const) {
  test(`of the sample ${sample} it is said what it means`, async ({ page }) => {
    const { run, result } = await openFormTest(page, sample)

    await run.click()

    await expect(result).toContainText(verdict)
    for (const text of told) await expect(result).toContainText(text)
  })
}

test('each finding shows an answer that would do', async ({ page }) => {
  const { run, result } = await openFormTest(page, 'null-claims')
  await run.click()
  await result.getByText('A corrected answer').first().click()

  const sample = result.getByRole('region', { name: 'A corrected answer' })

  await expect(sample).toContainText('HTTP/1.1 200 OK')
  await expect(sample).toContainText('"action": "Continue"')
})

test('a host that does not exist is explained with the stage', async ({ page }) => {
  const { run, result } = await openFormTest(page, 'continue')
  await page.getByRole('button', { name: 'Close' }).click()
  await page
    .getByRole('textbox', { name: 'Endpoint URL' })
    .fill('https://nothing-here.contoso-example.com/check')
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await run.click()

  await expect(result).toContainText('The endpoint could not be called')
  await expect(result).toContainText('It failed at this stage: Finding the address.')
  await expect(
    result.getByRole('table', { name: 'Stages of the call' }).getByRole('row').last(),
  ).toContainText('failed')
})
