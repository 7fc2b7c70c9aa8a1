import type { Page } from '@playwright/test'
import { certificatesOf, demoIds, pages, storedById } from './support/connectors'
import { readElsewhere } from './support/elsewhere'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const functionKey = 'aVZ3c0xQbWFkZS11cC1mdW5jdGlvbi1rZXk9PQ=='
const addressWithKey = `https://contoso-signup.azurewebsites.example/api/ValidateAddress?code=${functionKey}`
const hiddenAddress = 'https://contoso-signup.azurewebsites.example/api/ValidateAddress?code=•••'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const openConnector = (page: Page, id: string, tab = '') =>
  signIn(page, 'User Flow Admin', `${pages.connector(id)}${tab && `?tab=${tab}`}`)

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

for (const [what, text] of [
  ['username', 'svc-address'],
  ['ID', demoIds.address],
] as const) {
  test(`the ${what} can be copied`, async ({ page }) => {
    await openConnector(page, demoIds.address)

    await page.getByRole('button', { name: `Copy ${what}` }).click()

    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
    expect(await copied(page)).toBe(text)
  })
}

test('the endpoint URL can be copied as it is shown', async ({ page }) => {
  await openConnector(page, demoIds.address)
  await page.getByRole('button', { name: 'Show secrets in the address' }).click()

  await page.getByRole('button', { name: 'Copy endpoint URL' }).click()

  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  expect(await copied(page)).toBe(addressWithKey)
})

test('a thumbprint can be copied', async ({ page, emulator }) => {
  const newest = certificatesOf(await storedById(emulator, demoIds.membership))[1]?.thumbprint ?? ''
  await openConnector(page, demoIds.membership, 'certificates')

  await page
    .getByRole('row', { name: newest })
    .getByRole('button', { name: 'Copy thumbprint' })
    .click()

  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  expect(await copied(page)).toBe(newest)
})

test('the key in an address stays hidden until somebody asks for it', async ({ page }) => {
  await openConnector(page, demoIds.address)
  const overview = page.getByRole('tabpanel', { name: 'Overview' })
  await expect(overview).toContainText(hiddenAddress)
  await expect(page.getByText(functionKey)).toBeHidden()

  await page.getByRole('button', { name: 'Show secrets in the address' }).click()
  await expect(overview).toContainText(addressWithKey)
  await page.getByRole('button', { name: 'Hide secrets in the address' }).click()

  await expect(overview).toContainText(hiddenAddress)
  await expect(page.getByText(functionKey)).toBeHidden()
})

test('an address without a secret has nothing to show', async ({ page }) => {
  await openConnector(page, demoIds.ageCheck)

  await expect(page.getByText('https://verify.contoso.example/v2/age')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show secrets in the address' })).toBeHidden()
})

for (const [kind, id] of [
  ['Basic', demoIds.loyalty],
  ['certificate', demoIds.membership],
] as const) {
  test(`the code of a ${kind} connector is what Microsoft Graph sent`, async ({
    page,
    emulator,
  }) => {
    await openConnector(page, id, 'code')

    const code = page.getByRole('region', { name: 'As Microsoft Graph sent it' })
    await expect(code).toContainText(id)
    const shown: unknown = JSON.parse(await code.innerText())
    expect(shown).toEqual(await readElsewhere(emulator, id))
  })
}

test('the code hides the key in the address, in what is copied as well', async ({ page }) => {
  await openConnector(page, demoIds.address, 'code')
  const code = page.getByRole('tabpanel', { name: 'Code' })
  await expect(code).toContainText(`"targetUrl": "${hiddenAddress}"`)
  await page.getByRole('button', { name: 'Copy JSON' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached()
  expect(await copied(page)).not.toContain(functionKey)

  await page.getByRole('button', { name: 'Show secrets in the address' }).click()

  await expect(code).toContainText(`"targetUrl": "${addressWithKey}"`)
  await page.getByRole('button', { name: 'Hide secrets in the address' }).click()
  await expect(code).not.toContainText(functionKey)
})
