import { demoIds, notice, pages } from './support/connectors'
import { apply, cell, changeButton, flowRow, pick } from './support/flow-matrix'
import { signIn } from './support/sign-in'
import { openWindow } from './support/sign-in-pages'
import { expect, test } from './support/test'
import { flowPath, steps, storedSteps } from './support/user-flows'

const administrator = 'User Flow Admin'
const guests = 'B2X_1_event-guests'
const unlisted = 'User flows that could not be listed'

test('a flow that cannot be read says why in its row and is tried again alone', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 500/)
  await emulator.faults({ kind: 'status', status: 500, path: flowPath(guests), times: 4 })
  await signIn(page, administrator, pages.userFlows())
  const row = flowRow(page, guests)

  await expect(row).toContainText('This user flow could not be read.')
  await expect(row).toContainText('Microsoft has a problem at the moment')
  await expect(changeButton(page, 'B2X_1_pilot', steps.creation)).toBeVisible()
  await emulator.forgetRequests()
  const retry = row.getByRole('button', { name: `Try again: ${guests}` })
  await retry.click()
  await expect(retry).toBeEnabled()
  await expect(retry).toBeFocused()
  await retry.click()

  await expect(cell(page, guests, steps.creation)).toContainText('Acceptance of the terms')
  await expect(changeButton(page, guests, steps.federation)).toBeFocused()
  const paths = (await emulator.requests()).map(({ path }) => path)
  expect(paths).toEqual(Array.from({ length: 3 }, () => `/v1.0${flowPath(guests)}`))

  await emulator.faults({ kind: 'status', status: 500, path: flowPath(guests), times: 2 })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(row).toContainText('It could not be read again')
  await expect(cell(page, guests, steps.creation)).toContainText('Acceptance of the terms')
})

test('a kind of flow that cannot be listed leaves the other; one that is absent is not missed', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 500/, /status of 404/)
  const path = '/identity/b2cUserFlows'
  await emulator.faults({ kind: 'status', status: 500, path, times: 2 })
  await signIn(page, administrator, pages.userFlows())
  await expect(page.getByText('8 user flows')).toBeVisible()
  await expect(page.getByText(`${unlisted}: Azure AD B2C`)).toBeVisible()
  await notice(page, 'Microsoft has a problem').getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(unlisted)).toBeHidden()

  await page.evaluate(() => sessionStorage.clear()) // the kind of the tenant is kept there
  await emulator.faults({ kind: 'status', status: 404, path })
  await page.reload()
  await expect(page.getByText('8 user flows')).toBeVisible()
  await expect(changeButton(page, guests, steps.creation)).toBeVisible()
  await expect(page.getByText(unlisted)).toBeHidden()

  await emulator.reset('empty')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('heading', { name: 'No user flows yet' })).toBeVisible()
})

test('the connectors that cannot be read are told in the picker', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 500/)
  await emulator.faults({ kind: 'status', status: 500, path: '/identity/apiConnectors', times: 2 })
  await signIn(page, administrator, pages.userFlows())
  await changeButton(page, guests, steps.creation).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('option')).toHaveText(['No connector'])

  await dialog.getByRole('button', { name: 'Try again' }).click()

  await expect(dialog.getByRole('option')).toHaveCount(16)
})

test('an account that may only read is told what is missing', async ({ page, consoleErrors }) => {
  consoleErrors.allow(/status of 40[03]/)
  await signIn(page, 'Read Only', pages.userFlows())
  await expect(notice(page, 'User flows need one more permission')).toBeVisible()
  await expect(page.getByRole('grid')).toBeHidden()
})

test.describe('without a session to share', () => {
  test.use({ hasSharedSession: false })

  test('an account without a role is told so', async ({ page, consoleErrors }) => {
    consoleErrors.allow(/status of 403/)
    await signIn(page, 'No Role', pages.userFlows())

    await expect(notice(page, 'Your account does not have the role for this')).toHaveCount(1)
    await expect(page.getByText(`${unlisted}: B2X, Azure AD B2C`)).toBeVisible()
  })

  test('one button asks for the permission, and then the page is complete', async ({
    page,
    emulator,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of 400/)
    const address = pages.userFlowStep({ flowId: guests, step: 'postFederationSignup' })
    await signIn(page, 'Connectors Only', address)
    const question = notice(page, 'User flows need one more permission')
    await expect(question).toContainText('IdentityUserFlow.ReadWrite.All')
    await expect(page.getByRole('grid')).toBeHidden()
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeHidden()
    expect(await emulator.requests()).toEqual([])

    const signInWindow = await openWindow(page, 'Allow access to user flows')
    await signInWindow.getByRole('button', { name: 'Accept' }).click()

    await expect(page).toHaveURL(address)
    await expect(changeButton(page, guests, steps.federation)).toBeFocused()
    await pick(page, guests, [steps.federation, 'Age verification'])
    await expect(await apply(page)).toContainText('1 change was applied.')
    expect(await storedSteps(emulator, guests)).toMatchObject({
      postFederationSignup: demoIds.ageCheck,
    })
  })
})
