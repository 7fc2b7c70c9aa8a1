import type { Page } from '@playwright/test'
import {
  anyConnectorPath,
  connectorsPath,
  demoIds,
  graphCalls,
  notice,
  pages,
} from './support/connectors'
import { deleteElsewhere } from './support/elsewhere'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const name = 'Age verification'
const path = pages.connector(demoIds.ageCheck)
const anyDelete = { method: 'DELETE', path: anyConnectorPath } as const

/** The button of the page, not the one of the dialog. */
const deleteButton = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Delete' })

async function askToDelete(page: Page, address = path) {
  await signIn(page, 'User Flow Admin', address)
  await deleteButton(page).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  return { dialog, confirm: dialog.getByRole('button', { name: 'Delete' }) }
}

test('the question before a deletion names the connector', async ({ page }) => {
  const { dialog, confirm } = await askToDelete(page)

  await expect(dialog).toHaveAccessibleName(`Delete ${name}?`)
  await expect(dialog).toContainText('deleted for good, with its credentials')
  await expect(confirm).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeVisible()
})

for (const [way, leave] of [
  ['Cancel', (page: Page) => page.getByRole('button', { name: 'Cancel' }).click()],
  ['the Escape key', (page: Page) => page.keyboard.press('Escape')],
] as const) {
  test(`${way} deletes nothing and leads back to the Delete button`, async ({ page, emulator }) => {
    const { dialog } = await askToDelete(page)

    await leave(page)

    await expect(dialog).toBeHidden()
    await expect(deleteButton(page)).toBeFocused()
    await expect(page).toHaveURL(path)
    expect(await graphCalls(emulator, 'DELETE')).toEqual([])
  })
}

test('a click beside the question does not close it', async ({ page }) => {
  const { dialog } = await askToDelete(page)

  await page.mouse.click(5, 5)

  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('a deleted connector is gone from the list, and the list says so', async ({
  page,
  emulator,
}) => {
  const { confirm } = await askToDelete(page)

  await confirm.click()

  await expect(page).toHaveURL(pages.connectors())
  await expect(page.getByRole('status').filter({ hasText: `${name} was deleted.` })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'API connectors' })).toBeFocused()
  await expect(page.getByText('14 connectors')).toBeVisible()
  await expect(page.getByRole('row', { name })).toBeHidden()
  expect(await graphCalls(emulator, 'DELETE')).toEqual([`${connectorsPath}/${demoIds.ageCheck}`])
})

test('a connector deleted from the list is gone from it at once', async ({ page }) => {
  await signIn(page)
  await page.getByRole('link', { name }).click()
  await deleteButton(page).click()

  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()

  await expect(page.getByText('14 connectors')).toBeVisible()
  await expect(page.getByRole('row', { name })).toBeHidden()
})

test('two quick clicks delete once', async ({ page, emulator }) => {
  await emulator.faults({ ...anyDelete, kind: 'delay', delayMs: 500 })
  const { confirm } = await askToDelete(page)

  await confirm.dblclick()

  await expect(page.getByText(`${name} was deleted.`)).toBeVisible()
  expect(await graphCalls(emulator, 'DELETE')).toHaveLength(1)
})

test('while a deletion is under way, the question stays and says so', async ({
  page,
  emulator,
}) => {
  await emulator.faults({ ...anyDelete, kind: 'delay', delayMs: 40_000 })
  const { dialog, confirm } = await askToDelete(page)

  await confirm.click()

  await expect(dialog.getByRole('button', { name: 'Deleting…' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  await emulator.clearFaults()
  await expect(page.getByText(`${name} was deleted.`)).toBeVisible()
})

for (const [status, title] of [
  [403, 'Microsoft refused although you have the role'],
  [400, 'Something in this was not accepted'],
] as const) {
  test(`a deletion refused with ${status} is explained, and can be tried again`, async ({
    page,
    emulator,
    consoleErrors,
  }) => {
    consoleErrors.allow(new RegExp(`status of ${status}`))
    await emulator.faults({ ...anyDelete, kind: 'status', status })
    const { dialog, confirm } = await askToDelete(page)

    await confirm.click()

    await expect(notice(page, title)).toBeVisible()
    await expect(dialog).toHaveAccessibleName(`Delete ${name}?`)
    await confirm.click()
    await expect(page.getByText(`${name} was deleted.`)).toBeVisible()
  })
}

test('asked again after a failure, the question does not repeat the old explanation', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 403/)
  await emulator.faults({ ...anyDelete, kind: 'status', status: 403 })
  const { dialog, confirm } = await askToDelete(page)
  await confirm.click()
  await expect(dialog).toContainText('Microsoft refused although you have the role')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await deleteButton(page).click()

  await expect(dialog).toHaveAccessibleName(`Delete ${name}?`)
  await expect(dialog).not.toContainText('Microsoft refused although you have the role')
})

test('when the answer is lost, the portal looks and finds the connector gone', async ({
  page,
  emulator,
}) => {
  await emulator.faults({ ...anyDelete, kind: 'loseResponse' })
  const { confirm } = await askToDelete(page)

  await confirm.click()

  await expect(page.getByText(`${name} was deleted.`)).toBeVisible()
  expect(await graphCalls(emulator, 'DELETE')).toHaveLength(1)
})

test('when nobody can know, the question stays and can be answered by looking', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 504/, /status of 404/)
  const { dialog, confirm } = await askToDelete(page)
  await emulator.faults(
    { ...anyDelete, kind: 'loseResponse' },
    { method: 'GET', path: anyConnectorPath, kind: 'status', status: 500, times: 2 },
  )

  await confirm.click()
  await expect(dialog).toContainText('It is not known whether this has happened')
  await dialog.getByRole('button', { name: 'Check again' }).click()

  await expect(page.getByText(`${name} was deleted.`)).toBeVisible()
  expect(await graphCalls(emulator, 'DELETE')).toHaveLength(1)
})

test('a connector that somebody else has deleted meanwhile is told to be gone', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 404/)
  const { dialog, confirm } = await askToDelete(page)
  await deleteElsewhere(emulator, demoIds.ageCheck)

  await confirm.click()

  await expect(dialog).toContainText('This connector does not exist')
  await dialog.getByRole('button', { name: 'Go to the connectors' }).click()
  await expect(page.getByText('14 connectors')).toBeVisible()
  await expect(page.getByRole('row', { name })).toBeHidden()
})
