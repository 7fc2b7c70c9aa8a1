/** What holds for the user flows of guests holds for those of customers, the token step included. */
import { axe } from './support/axe'
import { customerIds, graphCalls, pages } from './support/connectors'
import { openTest } from './support/connector-tests'
import { apply, cell, pick } from './support/flow-matrix'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'
import {
  attachButton,
  changesOf,
  flowPath,
  stepChoice,
  steps,
  storedSteps,
  usedIn,
} from './support/user-flows'

test.use({ tenant: 'b2c' })

const account = 'B2C Admin'
const trial = 'B2C_1_trial'
const store = 'B2C_1_store-membership'
const kind = 'b2cUserFlows'
const reference = (flow: string, step: string) => `${flowPath(flow, kind)}/${step}/$ref`

test('the list tells where each connector is used, and attaches one at the token step', async ({
  page,
  emulator,
}) => {
  await signIn(page, account)
  await expect(usedIn(page, 'Membership claims')).toContainText('2 user flows')
  await expect(usedIn(page, 'Marketing consent register')).toContainText('1 user flow')
  await expect(usedIn(page, 'Newsletter subscription')).toContainText('Not used')

  await attachButton(page, 'Newsletter subscription').click()
  await stepChoice(page, trial, steps.token).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Attach' }).click()

  await expect(usedIn(page, 'Newsletter subscription')).toContainText('1 user flow')
  expect(await storedSteps(emulator, trial)).toHaveProperty(
    'preTokenIssuance',
    customerIds.newsletter,
  )
  expect(await graphCalls(emulator, 'PUT')).toEqual([reference(trial, 'preTokenIssuance')])
})

test('the matrix attaches and clears in beta, and takes both back', async ({ page, emulator }) => {
  await signIn(page, account, pages.userFlows())
  await pick(page, trial, [steps.token, 'Roles in the partner shop'])
  await pick(page, store, [steps.creation, 'No connector'])

  const dialog = await apply(page)

  await expect(dialog.getByText('All 2 changes were applied.')).toBeVisible()
  await expect(dialog.getByRole('listitem').first()).toContainText(
    `/beta/identity/apiConnectors/${customerIds.roles}"}`,
  )
  expect(await storedSteps(emulator, trial)).toHaveProperty('preTokenIssuance', customerIds.roles)
  expect(await storedSteps(emulator, store)).toHaveProperty('postAttributeCollection', null)
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByText('All 2 changes were undone.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(cell(page, store, steps.creation)).toContainText('Loyalty points lookup')
  expect(await storedSteps(emulator, trial)).toHaveProperty('preTokenIssuance', null)
})

test('a used connector is detached from the token steps and then deleted', async ({
  page,
  emulator,
}) => {
  await emulator.settings({ deleteInUse: 'reject-409' })
  await signIn(page, account, pages.connector(customerIds.membership))
  await page.getByRole('main').getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: /^Delete / })
  const places = dialog.getByRole('list', { name: 'Steps that call this connector' })
  await expect(places.getByRole('listitem')).toHaveText([
    `B2C_1_customer-signup-signin: ${steps.token}`,
    `${store}: ${steps.token}`,
  ])
  await axe(page)

  await dialog.getByRole('button', { name: 'Detach from all, then delete' }).click()

  await expect(page.getByText('Membership claims was deleted.')).toBeVisible()
  expect(await changesOf(emulator)).toEqual([
    `PUT /${kind}/B2C_1_customer-signup-signin/apiConnectorConfiguration/preTokenIssuance/$ref`,
    `PUT /${kind}/${store}/apiConnectorConfiguration/preTokenIssuance/$ref`,
    `DELETE /apiConnectors/${customerIds.membership}`,
  ])
})

test('an unused connector is deleted after a plain question', async ({ page }) => {
  await signIn(page, account, pages.connector(customerIds.newsletter))
  await page.getByRole('main').getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: /^Delete / })
  await expect(dialog).toContainText('No user flow calls it.')
  await expect(dialog.getByRole('textbox')).toBeHidden()

  await dialog.getByRole('button', { name: 'Delete' }).click()

  await expect(page.getByText('Newsletter subscription was deleted.')).toBeVisible()
})

test('a test begins with the token step where that is what calls the connector', async ({
  page,
}) => {
  const { step, json } = await openTest(page, customerIds.membership, account)

  await expect(step).toHaveValue('preTokenIssuance')
  await expect(json).toHaveValue(/"step": ?"PreTokenIssuance"/)
})
