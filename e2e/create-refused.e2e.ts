import type { Page } from '@playwright/test'
import type { EmulatorControl } from '../emulator/testing/control-client'
import {
  connectorsPath,
  fields,
  fillBasic,
  graphCalls,
  loyaltyApi,
  notice,
  pages,
} from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const creation = { method: 'POST', path: connectorsPath } as const
const create = (page: Page) => page.getByRole('button', { name: 'Create' })

/** Everything that was entered is still there to be sent again. */
async function expectEverythingKept(page: Page) {
  const { name, url, username, password } = fields(page)
  await expect(name).toHaveValue(loyaltyApi.name)
  await expect(url).toHaveValue(loyaltyApi.url)
  await expect(username).toHaveValue(loyaltyApi.username)
  await expect(password).toHaveValue(loyaltyApi.password)
}

const howMany = async (emulator: EmulatorControl) => (await emulator.state()).connectors.length

for (const [status, title] of [
  [400, 'Something in this was not accepted'],
  [403, 'Microsoft refused although you have the role'],
  [409, 'Two changes met'],
  [507, 'The tenant has reached a limit of Microsoft’s'],
] as const) {
  test(`a refusal with ${status} is explained and keeps what was entered`, async ({
    page,
    emulator,
    consoleErrors,
  }) => {
    consoleErrors.allow(new RegExp(`status of ${status}`))
    await emulator.faults({ ...creation, kind: 'status', status })
    await signIn(page, 'User Flow Admin', pages.newConnector())
    await fillBasic(page, loyaltyApi)

    await create(page).click()

    await expect(notice(page, title)).toBeVisible()
    await expectEverythingKept(page)
    expect(await graphCalls(emulator, 'POST')).toEqual([connectorsPath])
  })
}

test('after a refusal the same entries can be sent again', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 409/)
  await emulator.faults({ ...creation, kind: 'status', status: 409 })
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, loyaltyApi)
  await create(page).click()
  await expect(notice(page, 'Two changes met')).toBeVisible()

  await create(page).click()

  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
  expect(await howMany(emulator)).toBe(16)
})

test('a full tenant is explained with its limit', async ({ page, emulator, consoleErrors }) => {
  consoleErrors.allow(/status of 400/)
  await emulator.settings({ connectorLimit: 15 })
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, loyaltyApi)

  await create(page).click()

  const refusal = notice(page, 'No more connectors fit into this tenant')
  await expect(refusal).toContainText('20 in Azure AD B2C')
  await refusal.getByText('Details for support').click()
  await expect(refusal).toContainText('The maximum number of API connectors (15)')
  await expectEverythingKept(page)
})

test('an invisible character in the endpoint URL is named at the field', async ({
  page,
  emulator,
}) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, { ...loyaltyApi, url: 'https://api.contoso\u200b.example/loyalty' })

  await create(page).click()

  await expect(fields(page).url).toHaveAccessibleDescription(/zero width space, U\+200B/)
  await expect(fields(page).url).toBeFocused()
  expect(await graphCalls(emulator, 'POST')).toEqual([])
})

test('an address that Microsoft cannot reach is doubted at the field, and can be saved', async ({
  page,
}) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, { ...loyaltyApi, url: 'https://10.0.0.5/check' })
  await expect(page.getByText('This address belongs to a private network')).toBeVisible()

  await create(page).click()

  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
})

test('a failure of the service names the one cause that is known', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 50[04]/)
  const body = { error: { code: 'AADB2C90063', message: 'There is a problem with the service.' } }
  await emulator.faults({ ...creation, kind: 'status', status: 500, body })
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, loyaltyApi)

  await create(page).click()

  await expect(page.getByText('has no service principal in the tenant')).toBeVisible({
    timeout: 20_000, // the connector is looked for before
  })
})

for (const kind of ['loseResponse', 'truncate'] as const) {
  test(`when the answer is lost (${kind}), the portal finds the connector that was created`, async ({
    page,
    emulator,
  }) => {
    await emulator.faults({ ...creation, kind })
    await signIn(page, 'User Flow Admin', pages.newConnector())
    await fillBasic(page, loyaltyApi)

    await create(page).click()

    await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
    expect(await graphCalls(emulator, 'POST')).toEqual([connectorsPath])
    expect(await howMany(emulator)).toBe(16)
  })
}

test('what was looked for in vain can be looked for again, and sent again, with everything kept', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 504/)
  await emulator.faults({ ...creation, kind: 'reset' })
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, loyaltyApi)
  await create(page).click()
  const lost = notice(page, 'It has probably not happened')
  await expectEverythingKept(page)

  await lost.getByRole('button', { name: 'Check again' }).click()
  await expect(lost).toContainText('Looked just now: it has not happened so far.')
  expect(await graphCalls(emulator, 'POST')).toEqual([connectorsPath])
  await lost.getByRole('button', { name: 'Try again' }).click()

  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
  expect(await graphCalls(emulator, 'POST')).toHaveLength(2)
  expect(await howMany(emulator)).toBe(16)
})

test('a connector that shows up late is found by looking, and not created twice', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 504/)
  await emulator.settings({ listLagMs: 60_000 })
  await emulator.faults({ ...creation, kind: 'loseResponse' })
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, loyaltyApi)
  await create(page).click()
  const lost = notice(page, 'It has probably not happened')
  await expect(lost).toBeVisible()
  await emulator.settings({ listLagMs: 0 })

  await lost.getByRole('button', { name: 'Try again' }).click()

  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
  expect(await graphCalls(emulator, 'POST')).toEqual([connectorsPath])
  expect(await howMany(emulator)).toBe(16)
})

test.describe('with a session of its own', () => {
  test.use({ hasSharedSession: false })

  test('a session that ends meanwhile keeps the connector from being half created', async ({
    page,
    emulator,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of 40[01]/)
    await emulator.settings({ accessTokenSeconds: 60 })
    await signIn(page, 'User Flow Admin', pages.newConnector())
    await fillBasic(page, loyaltyApi)
    await emulator.revoke({ sessions: true, refreshTokens: true })

    await create(page).click()

    await expect(notice(page, 'Your sign-in has ended')).toBeVisible()
    await expectEverythingKept(page)
    expect(await howMany(emulator)).toBe(15)
  })
})
