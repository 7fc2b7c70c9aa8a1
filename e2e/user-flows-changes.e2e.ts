import type { Page } from '@playwright/test'
import { demoIds, graphCalls, notice, pages } from './support/connectors'
import { attachElsewhere } from './support/elsewhere'
import { apply, cell, pendingBar, pick, review } from './support/flow-matrix'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'
import { flowPath, steps, storedSteps } from './support/user-flows'

const administrator = 'User Flow Admin'
const pilot = 'B2X_1_pilot'
const contractors = 'B2X_1_contractors'
const staff = 'B2X_1_store-staff'

const open = (page: Page) => signIn(page, administrator, pages.userFlows())

/** One to attach, one to clear, one to change. */
async function pickThree(page: Page) {
  await pick(page, pilot, [steps.creation, 'Age verification'])
  await pick(page, contractors, [steps.federation, 'No connector'])
  await pick(page, staff, [steps.federation, 'Age verification'])
}

const reference = (flow: string, step: string, kind?: string) =>
  `${flowPath(flow, kind)}/${step}/$ref`

const creationOf = (flow: string) => `${flowPath(flow)}/postAttributeCollection`

const threeReferences = [
  reference(pilot, 'postAttributeCollection'),
  reference(contractors, 'postFederationSignup'),
  reference(staff, 'postFederationSignup'),
]

test('attaching, clearing and changing: collected, reviewed, sent in order, undone', async ({
  page,
  emulator,
}) => {
  await open(page)
  await pickThree(page)
  await expect(pendingBar(page)).toContainText('3 changes pending')
  await expect(cell(page, contractors, steps.federation)).toContainText('Pending')
  await expect(cell(page, contractors, steps.federation).getByRole('deletion')).toHaveText(
    'Invitation code',
  )
  await expect(cell(page, contractors, steps.federation).getByRole('insertion')).toHaveText(
    'No connector',
  )
  expect(await graphCalls(emulator, 'PUT')).toEqual([])

  const dialog = await review(page)
  await expect(dialog.getByRole('heading', { name: 'Review 3 changes' })).toBeVisible()
  const calls = dialog.getByRole('listitem')
  await expect(calls.nth(0)).toContainText(
    new RegExp(`PUT http.*/v1.0/identity/b2xUserFlows/${pilot}/.*postAttributeCollection/\\$ref`),
  )
  await expect(calls.nth(0)).toContainText(`apiConnectors/${demoIds.ageCheck}"}`)
  await expect(calls.nth(1)).toContainText('{}')
  await expect(calls.nth(2)).toContainText(`/v1.0/identity/b2xUserFlows/${staff}/`)
  await expect(calls.nth(2)).toContainText(`/v1.0/identity/apiConnectors/${demoIds.ageCheck}"}`)

  await dialog.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(dialog.getByText('All 3 changes were applied.')).toBeVisible()
  await expect(calls.getByText('Applied', { exact: true })).toHaveCount(3)
  expect(await graphCalls(emulator, 'PUT')).toEqual(threeReferences)
  expect(await storedSteps(emulator, pilot)).toMatchObject({
    postAttributeCollection: demoIds.ageCheck,
  })
  expect(await storedSteps(emulator, contractors)).toMatchObject({ postFederationSignup: null })
  expect(await storedSteps(emulator, staff)).toMatchObject({
    postFederationSignup: demoIds.ageCheck,
  })

  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByText('All 3 changes were undone.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Close', exact: true })).toBeFocused()
  expect(await graphCalls(emulator, 'PUT')).toEqual([
    ...threeReferences,
    ...threeReferences.toReversed(),
  ])
  expect(await storedSteps(emulator, pilot)).toMatchObject({ postAttributeCollection: null })
  expect(await storedSteps(emulator, contractors)).toMatchObject({
    postFederationSignup: demoIds.invitation,
  })
  expect(await storedSteps(emulator, staff)).toMatchObject({
    postFederationSignup: demoIds.membership,
  })

  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(pendingBar(page)).toContainText('No changes pending')
  await expect(page.getByRole('button', { name: 'Review and apply' })).toBeFocused()
  await expect(page.getByText('All 3 changes were undone.')).toBeVisible()
})

test('a failure in the middle ends it; what was not done stays and can be tried again', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 409/)
  await open(page)
  await pickThree(page)
  await emulator.faults({ kind: 'status', status: 409, method: 'PUT', path: '*', skip: 1 })

  const dialog = await apply(page)

  await expect(dialog.getByText('1 of 3 changes applied.')).toBeVisible()
  await expect(dialog.getByText('What was not done stays pending')).toBeVisible()
  const items = dialog.getByRole('listitem')
  await expect(items.nth(0)).toContainText('Applied')
  await expect(items.nth(1)).toContainText('Failed')
  await expect(items.nth(1)).toContainText('Read again, the flow shows: Invitation code.')
  await expect(notice(page, 'Two changes met')).toBeVisible()
  await expect(items.nth(2)).toContainText('Not tried')
  expect(await graphCalls(emulator, 'PUT')).toEqual(threeReferences.slice(0, 2))

  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(pendingBar(page)).toContainText('2 changes pending')
  await expect(cell(page, pilot, steps.creation).getByRole('link')).toHaveText('Age verification')
  await expect(await apply(page)).toContainText('All 2 changes were applied.')
  expect(await storedSteps(emulator, contractors)).toMatchObject({ postFederationSignup: null })
})

test('a failure in the middle ends nothing if that is wished', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 409/)
  await open(page)
  await pickThree(page)
  await emulator.faults({ kind: 'status', status: 409, method: 'PUT', path: '*', skip: 1 })
  const dialog = await review(page)
  await dialog.getByRole('checkbox', { name: 'Stop at the first failure' }).uncheck()

  await dialog.getByRole('button', { name: 'Apply', exact: true }).click()

  await expect(dialog.getByText('2 of 3 changes applied.')).toBeVisible()
  expect(await graphCalls(emulator, 'PUT')).toEqual(threeReferences)
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByText('All 2 changes were undone.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(pendingBar(page)).toContainText('1 change pending')
  expect(await storedSteps(emulator, staff)).toMatchObject({
    postFederationSignup: demoIds.membership,
  })
})

test('a lost answer is never followed by a second try; the flow tells what has happened', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 504/)
  await open(page)
  await pick(page, pilot, [steps.creation, 'Age verification'])
  await emulator.faults(
    { kind: 'loseResponse', method: 'PUT', path: '*' },
    // The review may read, and the look before the change; the server, which looks for the change, may
    // not; the page has to wait.
    { kind: 'status', status: 500, path: flowPath(pilot), skip: 2, times: 2 },
    { kind: 'delay', delayMs: 30_000, path: flowPath(pilot), skip: 4 },
  )

  const dialog = await apply(page)

  const item = dialog.getByRole('listitem')
  await expect(item).toContainText('Applying…')
  await page.keyboard.press('Escape') // the dialog stays while changes are on their way
  await expect(dialog.getByRole('button', { name: 'Close', exact: true })).toBeDisabled()
  const faults = async () => (await emulator.requests()).map(({ fault }) => fault)
  await expect.poll(faults).toContain('delay') // by then, the answer is lost
  await emulator.clearFaults()
  await expect(item).toContainText('Outcome unknown')
  await expect(item).toContainText('Read again, the flow shows what was wanted: Age verification.')
  expect(await graphCalls(emulator, 'PUT')).toHaveLength(1)
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(pendingBar(page)).toContainText('No changes pending')
})

test('what somebody else has changed since is said, and replaced only by choice', async ({
  page,
  emulator,
}) => {
  await open(page)
  await pick(page, contractors, [steps.creation, 'Age verification'])
  await attachElsewhere(emulator, creationOf(contractors), demoIds.address)

  const dialog = await review(page)
  await expect(dialog).toContainText('it now calls Postal address validation.')
  await expect(dialog.getByRole('deletion')).toHaveText('Postal address validation')
  await dialog.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(dialog).toContainText('0 of 1 change applied.')
  await expect(dialog.getByRole('listitem')).toContainText('Not sent')
  expect(await graphCalls(emulator, 'PUT')).toHaveLength(1) // somebody else's

  await dialog.getByRole('button', { name: 'Review again' }).click()
  await dialog.getByRole('button', { name: 'Replace Postal address validation' }).click()
  await expect(dialog.getByRole('button', { name: /^Do not change/ })).toBeFocused()
  await expect(dialog.getByRole('deletion')).toHaveText('Postal address validation')
  await dialog.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(dialog).toContainText('1 change was applied.')
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog).toContainText('1 change was undone.')
  expect(await storedSteps(emulator, contractors)).toMatchObject({
    postAttributeCollection: demoIds.address,
  })
})

test('a change of somebody else between review and apply is not overwritten', async ({
  page,
  emulator,
}) => {
  await open(page)
  await pick(page, contractors, [steps.creation, 'Age verification'])
  const dialog = await review(page)
  await expect(dialog.getByRole('button', { name: 'Apply', exact: true })).toBeEnabled()
  await attachElsewhere(emulator, creationOf(contractors), demoIds.address)

  await dialog.getByRole('button', { name: 'Apply', exact: true }).click()

  const item = dialog.getByRole('listitem')
  await expect(item).toContainText('it now calls Postal address validation. Nothing was sent.')
  await expect(dialog).toContainText('What was not done stays pending')
  expect(await storedSteps(emulator, contractors)).toMatchObject({
    postAttributeCollection: demoIds.address,
  })
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(pendingBar(page)).toContainText('1 change pending')
})

test('a change of somebody else between apply and undo is not overwritten', async ({
  page,
  emulator,
}) => {
  await open(page)
  await pick(page, contractors, [steps.creation, 'Age verification'])
  await pick(page, pilot, [steps.creation, 'Age verification'])
  const dialog = await apply(page)
  await expect(dialog).toContainText('All 2 changes were applied.')
  await attachElsewhere(emulator, creationOf(contractors), demoIds.address)

  await dialog.getByRole('button', { name: 'Undo' }).click()

  await expect(dialog).toContainText('1 of 2 changes undone.')
  const kept = dialog.getByRole('listitem').filter({ hasText: contractors })
  await expect(kept).toContainText('it now calls Postal address validation. Nothing was sent.')
  expect(await storedSteps(emulator, contractors)).toMatchObject({
    postAttributeCollection: demoIds.address,
  })
  expect(await storedSteps(emulator, pilot)).toMatchObject({ postAttributeCollection: null })
})

test('pending changes are taken back one by one or all together, and guarded', async ({ page }) => {
  await signIn(page)
  await page.getByRole('link', { name: 'User flows' }).click()
  await pickThree(page)
  const question = page.getByRole('dialog', { name: 'Give up the pending changes?' })
  await page.getByRole('link', { name: 'Setup' }).click()
  await question.getByRole('button', { name: 'Stay' }).click()
  await page.getByRole('searchbox').fill('b2') // part of the address, but no step in the history
  await page.goBack()
  await question.getByRole('button', { name: 'Stay' }).click()
  await expect(question).toBeHidden()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  await (await asked).dismiss()

  await page.getByRole('button', { name: `Do not change ${pilot}, ${steps.creation}` }).click()
  await expect(pendingBar(page)).toContainText('2 changes pending')
  await pick(page, contractors, [steps.federation, 'Invitation code']) // what is there already
  await expect(pendingBar(page)).toContainText('1 change pending')
  await pick(page, pilot, [steps.federation, 'Age verification'])
  const dialog = await review(page)
  await dialog.getByRole('button', { name: `Do not change ${staff}, ${steps.federation}` }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()
  await question.getByRole('button', { name: 'Discard' }).click()

  await expect(pendingBar(page)).toContainText('No changes pending')
  await page.getByRole('link', { name: 'Setup' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Setup' })).toBeVisible()
})
