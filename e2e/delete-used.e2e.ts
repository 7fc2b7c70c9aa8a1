import type { Page } from '@playwright/test'
import { axe, axeInAllColours } from './support/axe'
import { anyConnectorPath, demoIds, notice, pages } from './support/connectors'
import { attachElsewhere } from './support/elsewhere'
import { signIn } from './support/sign-in'
import { openWindow } from './support/sign-in-pages'
import { expect, test } from './support/test'
import { changesOf, flowPath, steps, storedSteps } from './support/user-flows'

const name = 'Partner approval'
const [onboarding, registration] = ['B2X_1_partner-onboarding', 'B2X_1_supplier-registration']
const change = (flow: string) =>
  `PUT /b2xUserFlows/${flow}/apiConnectorConfiguration/postFederationSignup/$ref`
const deletion = `DELETE /apiConnectors/${demoIds.approval}`
const anyDelete = { method: 'DELETE', path: anyConnectorPath } as const

async function askToDelete(page: Page, account = 'User Flow Admin', id: string = demoIds.approval) {
  await signIn(page, account, pages.connector(id))
  await page.getByRole('main').getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: /^Delete / })
  const button = (label: string) => dialog.getByRole('button', { name: label, exact: true })
  return {
    dialog,
    button,
    places: dialog.getByRole('list', { name: 'Steps that call this connector' }),
    typed: dialog.getByRole('textbox', { name: /^Type .* to confirm$/ }),
  }
}

for (const deleteInUse of ['reject-409', 'allow-and-clear'] as const) {
  test(`a used connector is detached from all steps and then deleted, with ${deleteInUse}`, async ({
    page,
    emulator,
  }) => {
    await emulator.settings({ deleteInUse })
    const { dialog, button, places, typed } = await askToDelete(page)
    await expect(places.getByRole('listitem')).toHaveText([
      `${onboarding}: ${steps.federation}`,
      `${registration}: ${steps.federation}`,
    ])
    await expect(typed).toBeHidden()
    await expect(button('Delete')).toBeHidden()
    await axe(page)

    await button('Detach from all, then delete').click()

    await expect(page.getByText(`${name} was deleted.`)).toBeVisible()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('row', { name })).toBeHidden()
    expect(await changesOf(emulator)).toEqual([change(onboarding), change(registration), deletion])
    expect(await storedSteps(emulator, onboarding)).toHaveProperty(
      'postAttributeCollection',
      demoIds.loyalty,
    )
  })
}

test('a click on the main button of a question that was just closed does nothing', async ({
  page,
  emulator,
}) => {
  const { dialog, button } = await askToDelete(page)
  await expect(button('Detach from all, then delete')).toBeEnabled()

  // In one go, as fast as no person is: the closing is still to be seen.
  await button('Detach from all, then delete').evaluate((main: HTMLElement) => {
    const { left, top } = main.getBoundingClientRect()
    main.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    requestAnimationFrame(() => {
      const hit = document.elementFromPoint(left + 5, top + 5)
      if (hit instanceof HTMLElement) hit.click()
    })
  })

  await expect(dialog).toBeHidden()
  await expect(page.getByRole('main').getByRole('button', { name: 'Delete' })).toBeFocused()
  expect(await changesOf(emulator)).toEqual([])
})

test('a step that cannot be detached stops it before the deletion, and the way back is offered', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 409/)
  await emulator.faults({
    method: 'PUT',
    path: `${flowPath(registration)}/*`,
    kind: 'status',
    status: 409,
    times: 2,
  })
  const { dialog, button, places } = await askToDelete(page)
  await button('Detach from all, then delete').click()

  await expect(places.getByRole('listitem')).toHaveText([/ – detached$/, / – not detached$/])
  await expect(dialog).toContainText('Two changes met')
  await expect(dialog).toContainText('The connector was not deleted. It stays detached from one')
  expect(await changesOf(emulator)).toEqual([change(onboarding), change(registration)])
  await axeInAllColours(page)

  await button('Try again').click()
  await expect(places.getByRole('listitem')).toHaveText([/ – detached$/, / – not detached$/])
  await expect.poll(async () => (await changesOf(emulator)).length).toBe(3)
  await expect(button('Re-attach')).toBeEnabled()
  await button('Re-attach').click()

  await expect(places.getByRole('listitem')).toHaveText([/ – attached again$/, / – not detached$/])
  expect(await storedSteps(emulator, onboarding)).toHaveProperty(
    'postFederationSignup',
    demoIds.approval,
  )
  await expect(button('Re-attach')).toBeHidden()

  await button('Detach from all, then delete').click()
  await expect(page.getByText(`${name} was deleted.`)).toBeVisible()
})

test('a deletion that fails after detaching offers the way back, and can be tried again', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 4(03|09)/)
  await emulator.faults({ ...anyDelete, kind: 'status', status: 403 })
  const { dialog, button, places } = await askToDelete(page)
  await button('Detach from all, then delete').click()
  await expect(dialog).toContainText('It stays detached from 2 steps')

  await button('Re-attach').click()
  await expect(places.getByRole('listitem')).toHaveText([/attached again$/, /attached again$/])
  expect(await storedSteps(emulator, registration)).toHaveProperty(
    'postFederationSignup',
    demoIds.approval,
  )

  const inUse = { error: { code: 'AADB2C', message: 'The API connector is used.' } }
  await emulator.faults({ ...anyDelete, kind: 'status', status: 409, body: inUse })
  await button('Detach from all, then delete').click()
  await expect(dialog).toContainText('User flows still use the connector')
  await expect(button('Re-attach')).toBeEnabled()
  await button('Delete').click()

  await expect(page.getByText(`${name} was deleted.`)).toBeVisible()
  expect((await changesOf(emulator)).slice(-2)).toEqual([deletion, deletion])
})

test('a detach whose answer was lost is looked at and not sent again', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of (500|504)/)
  const { dialog, button, places } = await askToDelete(page)
  await expect(places).toBeVisible()
  await emulator.faults(
    { method: 'PUT', path: `${flowPath(onboarding)}/*`, kind: 'loseResponse' },
    // The look before the write passes; those after it fail, the server’s and the page’s.
    { method: 'GET', path: flowPath(onboarding), kind: 'status', status: 500, skip: 1, times: 4 },
  )
  await button('Detach from all, then delete').click()
  await expect(places.getByRole('listitem').first()).toHaveText(/ – not known$/)
  await expect(dialog).toContainText('It is not known whether this has happened')
  const retry = dialog.getByRole('button', { name: 'Try again' }).last()
  await dialog.getByRole('textbox').fill(name)

  await retry.click()

  await expect(page.getByText(`${name} was deleted.`)).toBeVisible()
  expect(await changesOf(emulator)).toEqual([change(onboarding), change(registration), deletion])
})

test('a step that another connector has taken meanwhile is left alone', async ({
  page,
  emulator,
}) => {
  const { button, places } = await askToDelete(page)
  await expect(places).toBeVisible()
  await attachElsewhere(emulator, `${flowPath(onboarding)}/postFederationSignup`, demoIds.referral)

  await button('Detach from all, then delete').click()

  await expect(page.getByText(`${name} was deleted.`)).toBeVisible()
  expect(await storedSteps(emulator, onboarding)).toHaveProperty(
    'postFederationSignup',
    demoIds.referral,
  )
})

test('while flows are being checked it waits, but not for ever', async ({ page, emulator }) => {
  await emulator.faults({
    method: 'GET',
    path: flowPath('B2X_1_pilot'),
    kind: 'delay',
    delayMs: 20_000,
  })
  const { dialog, button, typed } = await askToDelete(page, 'User Flow Admin', demoIds.ageCheck)
  await expect(dialog).toContainText('Checked 7 of 8 flows')
  await expect(button('Delete')).toBeDisabled()

  await button('Do not wait').click()

  await expect(typed).toBeVisible()
  await emulator.clearFaults()
  await expect(dialog).toContainText('No user flow calls it.')
  await expect(button('Cancel')).toBeFocused()
  await button('Delete').click()
  await expect(page.getByText('Age verification was deleted.')).toBeVisible()
})

test('where a flow could not be checked, the name has to be typed', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 500/)
  const broken = { method: 'GET', path: flowPath('B2X_1_pilot'), kind: 'status' } as const
  await emulator.faults({ ...broken, status: 500, times: 4 })
  const { dialog, button, typed } = await askToDelete(page)
  const confirm = button('Detach from all, then delete')
  await expect(notice(page, '1 user flow could not be checked').last()).toBeVisible()
  await expect(confirm).toBeDisabled()
  await typed.fill('Partner')
  await expect(confirm).toBeDisabled()
  await typed.fill(name)
  await expect(confirm).toBeEnabled()
  await axe(page)

  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(typed).toBeVisible()
  await dialog.getByRole('button', { name: 'Try again' }).click()

  await expect(typed).toBeHidden()
  await expect(confirm).toBeEnabled()
})

test('without the permission the name has to be typed, and a refusal is explained', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of (400|409)/)
  await emulator.settings({ deleteInUse: 'reject-409' })
  const { dialog, button, typed } = await askToDelete(page, 'Connectors Only')
  await expect(button('Allow access to user flows')).toBeVisible()
  await expect(button('Delete')).toBeDisabled()
  await axeInAllColours(page)
  await typed.fill(name)
  await button('Delete').click()
  await expect(dialog).toContainText('User flows still use the connector')

  const signInWindow = await openWindow(page, 'Allow access to user flows')
  await signInWindow.getByRole('button', { name: 'Accept' }).click()
  await button('Detach from all, then delete').click()

  await expect(page.getByText(`${name} was deleted.`)).toBeVisible()
})

test('with a sign-in that only reads, nothing can be deleted', async ({ page }) => {
  await signIn(page, 'Read Only', pages.connector(demoIds.approval))

  const button = page.getByRole('main').getByRole('button', { name: 'Delete' })
  await expect(button).toBeDisabled()
  await expect(button).toHaveAccessibleDescription('Your sign-in allows reading only.')
})
