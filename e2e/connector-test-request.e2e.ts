import { demoIds } from './support/connectors'
import { claimsOf, openTest } from './support/connector-tests'
import { expect, test } from './support/test'

const field = ({ form }: Awaited<ReturnType<typeof openTest>>, name: string) =>
  form.getByRole('textbox', { name })

test('a field changes the JSON, and emptied takes its claim away', async ({ page }) => {
  const found = await openTest(page, demoIds.loyalty)
  await field(found, 'City').fill('Bergen')
  await field(found, 'Postal code').fill('')

  const claims = await claimsOf(found)

  expect(claims.city).toBe('Bergen')
  expect('postalCode' in claims).toBe(false)
})

test('the JSON changes the fields', async ({ page }) => {
  const found = await openTest(page, demoIds.loyalty)

  await found.json.fill('{"city":"Tromsø","postalCode":9008}')

  await expect(field(found, 'City')).toHaveValue('Tromsø')
  await expect(field(found, 'Email')).toHaveValue('')
  await expect(field(found, 'Postal code')).toBeDisabled()
  await expect(found.form).toContainText('Not a text: change it in the JSON.')
})

test('what is no JSON is said, kept, and holds up the test', async ({ page }) => {
  const found = await openTest(page, demoIds.loyalty)
  const half = '{\n  "city": "Oslo",\n  "email"\n}'

  await found.json.fill(half)

  await expect(page.getByText('This is not JSON yet, see line 4.')).toBeVisible()
  await expect(field(found, 'City')).toBeDisabled()
  await expect(found.run).toBeDisabled()
  await found.step.selectOption({
    label: 'After federating with an identity provider during sign-up',
  })
  await expect(found.json).toHaveValue(half)

  await found.json.fill('{"city":"Oslo"}')
  await expect(field(found, 'Email')).toBeEnabled()
  await expect(found.run).toBeEnabled()
})

test('a list is no request', async ({ page }) => {
  const found = await openTest(page, demoIds.loyalty)

  await found.json.fill('[]')

  await expect(page.getByText('The request must be one JSON object')).toBeVisible()
})

test('the test begins with the step at which the connector is called', async ({ page }) => {
  const { tenant, step } = await openTest(page, demoIds.fraud)

  await expect(tenant).toHaveValue('b2x')
  await expect(step).toHaveValue('postFederationSignup')
})

test('the body follows tenant and step, and keeps what was changed', async ({ page }) => {
  const found = await openTest(page, demoIds.loyalty)
  await field(found, 'Given name').fill('Nils')
  expect(await claimsOf(found)).not.toHaveProperty('step')

  await found.tenant.selectOption({ label: 'Azure AD B2C' })
  await found.step.selectOption({ label: 'Before sending the token (preview)' })

  expect(await claimsOf(found)).toMatchObject({ step: 'PreTokenIssuance', givenName: 'Nils' })
  expect(await claimsOf(found)).toHaveProperty('objectId')
  await found.tenant.selectOption({ label: 'Workforce tenant (B2X)' })
  await expect(found.step).toHaveValue('postAttributeCollection')
  expect(await claimsOf(found)).not.toHaveProperty('client_id')
  expect(await claimsOf(found)).toMatchObject({ givenName: 'Nils' })
})

test('another person fills the claims anew', async ({ page }) => {
  const found = await openTest(page, demoIds.loyalty)

  await found.person.selectOption({ label: 'Non-Latin names' })
  await expect(field(found, 'Display name')).toHaveValue('佐藤 美咲')

  await found.person.selectOption({ label: 'Claims missing' })
  await expect(field(found, 'Display name')).toHaveValue('')
  expect(await claimsOf(found)).not.toHaveProperty('displayName')
})
