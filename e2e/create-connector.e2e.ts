import type { Page } from '@playwright/test'
import {
  connectorsPath,
  fields,
  fillBasic,
  graphCalls,
  loyaltyApi,
  pages,
  sha256,
  storedByName,
} from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const create = (page: Page) => page.getByRole('button', { name: 'Create' })

test('a connector with user name and password is created once, with what was typed', async ({
  page,
  emulator,
}) => {
  await signIn(page)
  await page.getByRole('button', { name: 'New connector' }).click()
  await fillBasic(page, loyaltyApi)

  await create(page).click()

  await expect(page.getByRole('heading', { level: 1, name: loyaltyApi.name })).toBeVisible()
  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
  expect(await graphCalls(emulator, 'POST')).toEqual([connectorsPath])
  const { id, ...stored } = await storedByName(emulator, loyaltyApi.name)
  await expect(page).toHaveURL(pages.connector(id))
  expect(stored).toEqual({
    displayName: loyaltyApi.name,
    targetUrl: loyaltyApi.url,
    authenticationConfiguration: {
      '@odata.type': '#microsoft.graph.basicAuthentication',
      username: loyaltyApi.username,
      passwordSha256: sha256(loyaltyApi.password),
    },
  })
})

test('a new connector is in the list at once', async ({ page }) => {
  await signIn(page)
  await expect(page.getByText('15 connectors')).toBeVisible()
  await page.getByRole('button', { name: 'New connector' }).click()
  await fillBasic(page, loyaltyApi)
  await create(page).click()
  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()

  await page.getByRole('link', { name: 'Connectors', exact: true }).click()

  await expect(page.getByRole('row', { name: loyaltyApi.name })).toBeVisible()
  await expect(page.getByText('16 connectors')).toBeVisible()
})

test('the first field has the focus', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())

  await expect(fields(page).name).toBeFocused()
})

test('a password is taken as it is, with spaces, quotes and other scripts', async ({
  page,
  emulator,
}) => {
  const password = "  “päss”\\wörd \u{1F511} <&>' "
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, { ...loyaltyApi, password })

  await create(page).click()

  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
  const { authenticationConfiguration } = await storedByName(emulator, loyaltyApi.name)
  expect(authenticationConfiguration).toMatchObject({ passwordSha256: sha256(password) })
})

test('what cannot be right is refused at its field, and nothing is sent', async ({
  page,
  emulator,
}) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())

  for (const [field, entry, complaint] of [
    ['name', ' ', 'Enter a display name.'],
    ['url', '', 'Enter the endpoint URL.'],
    ['url', 'api.contoso.example', 'Enter a complete address'],
    ['url', 'http://api.contoso.example/', 'must start with https://'],
    ['url', 'https://u:p@api.example/', 'Remove the username and password'],
    ['url', 'https://api.example/#top', 'Remove the part from # on'],
    ['username', '', 'Enter a username.'],
    ['username', 'svc:loyalty', 'cannot contain a colon'],
    ['password', '', 'Enter a password.'],
    ['password', '******', 'Enter the real one.'],
  ] as const) {
    await fillBasic(page, { ...loyaltyApi, [field]: entry })
    await fields(page).basic.press('Enter')
    const refused = fields(page)[field]
    await expect(refused).toHaveAttribute('aria-invalid', 'true')
    await expect(refused).toHaveAccessibleDescription(new RegExp(complaint))
    await expect(refused).toBeFocused()
    await expect(page.getByText('One field needs attention.')).toBeVisible()
  }

  expect(await graphCalls(emulator, 'POST')).toEqual([])
})

test('a click on Create counts although the field that was just left is wrong', async ({
  page,
}) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, { ...loyaltyApi, password: '******' })

  await create(page).click()

  await expect(page.getByText('One field needs attention.')).toBeVisible()
  await expect(fields(page).password).toBeFocused()
})

test('a complaint goes away when the entry is corrected', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, { ...loyaltyApi, url: 'http://api.contoso.example/' })
  await create(page).click()
  await expect(page.getByText('must start with https://')).toBeVisible()

  await fields(page).url.fill('https://api.contoso.example/')

  await expect(page.getByText('must start with https://')).toBeHidden()
})

for (const [what, twice] of [
  ['click', (page: Page) => create(page).dblclick()],
  ['Enter', pressEnterTwice],
] as const) {
  test(`a double ${what} creates one connector`, async ({ page, emulator }) => {
    await emulator.settings({ latencyMs: 300 })
    await signIn(page, 'User Flow Admin', pages.newConnector())
    await fillBasic(page, loyaltyApi)

    await twice(page)

    await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
    expect(await graphCalls(emulator, 'POST')).toEqual([connectorsPath])
  })
}

test('complaints about fields that have gone are not counted any more', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, { name: loyaltyApi.name, url: loyaltyApi.url })
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByText('2 fields need attention.')).toBeVisible()

  await fields(page).certificate.check()

  await expect(page.getByText(/need(s)? attention\./)).toBeHidden()
})

test('Discard asks before it goes back to the list', async ({ page, emulator }) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, loyaltyApi)

  await page.getByRole('button', { name: 'Discard' }).click()
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  await question.getByRole('button', { name: 'Discard' }).click()

  await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await graphCalls(emulator, 'POST')).toEqual([])
})

test('what is typed as password can be looked at', async ({ page }) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  const { password } = fields(page)
  await password.fill(loyaltyApi.password)
  await expect(password).toHaveAttribute('type', 'password')

  await page.getByRole('button', { name: 'Show what is typed' }).click()

  await expect(password).toHaveAttribute('type', 'text')
  await expect(password).toHaveValue(loyaltyApi.password)
})

/** On the keyboard, as the second one may come when the field has gone already. */
async function pressEnterTwice(page: Page) {
  await fields(page).password.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
}
