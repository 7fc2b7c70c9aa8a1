import { readFile } from 'node:fs/promises'
import { certificatesOf, demoIds, pages, storedById } from './support/connectors'
import { openTest } from './support/connector-tests'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('the samples are filled in with the certificates of the connector', async ({
  page,
  emulator,
}) => {
  const certificates = certificatesOf(await storedById(emulator, demoIds.invitation))
  await openTest(page, demoIds.invitation)
  await page.getByRole('link', { name: 'Sample endpoints' }).click()

  const variables = page.getByRole('region', { name: 'Variables to set' })

  await expect(variables).toHaveText(
    `CONNECTOR_THUMBPRINTS=${certificates.map(({ thumbprint }) => thumbprint).join(',')}`,
  )
  await page.getByRole('link', { name: 'Back to the connector' }).click()
  await expect(page.getByRole('tab', { name: 'Test' })).toHaveAttribute('aria-selected', 'true')
})

test('certificates that have expired are not accepted any more', async ({ page, emulator }) => {
  const certificates = certificatesOf(await storedById(emulator, demoIds.identityProofing))
  await signIn(page, 'User Flow Admin', pages.samples(demoIds.identityProofing))

  await expect(page.getByRole('region', { name: 'Variables to set' })).toHaveText(
    `CONNECTOR_THUMBPRINTS=${certificates[1]?.thumbprint ?? ''}`,
  )
})

test('of a Basic connector the user name is filled in, and never a password', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.samples(demoIds.loyalty))

  await expect(page.getByRole('region', { name: 'Variables to set' })).toHaveText(
    'CONNECTOR_USERNAME=sample\nCONNECTOR_PASSWORD=',
  )
})

test('each file can be read, copied and downloaded', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.samples(null))
  await expect(page.getByText('Open this page from the Test tab of a connector')).toBeVisible()
  await page.getByRole('tab', { name: 'Azure Functions' }).click()
  const name = 'connector-endpoint/answer.ts'
  const shown = page.getByRole('region', { name: `File ${name}` })
  await expect(shown).toContainText('ShowBlockPage')

  await page.getByRole('button', { name: `Copy ${name}` }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: `Download ${name}` }).click()

  const file = await readFile(await (await downloading).path(), 'utf8')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(file)
  await expect(shown).toHaveText(file)
})
