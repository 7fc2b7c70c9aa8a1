import type { Page } from '@playwright/test'
import { axe, axeInAllColours } from './support/axe'
import { demoIds, expectNoSidewaysScroll, graphCalls, notice, pages } from './support/connectors'
import { attachElsewhere } from './support/elsewhere'
import { signIn } from './support/sign-in'
import { openWindow } from './support/sign-in-pages'
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

const administrator = 'User Flow Admin'
const pilot = 'B2X_1_pilot'
const tab = (id: string) => pages.connectorUserFlows(id)
const panel = (page: Page) => page.getByRole('tabpanel', { name: 'User flows' })
const status = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

test.describe('counted from the first call on', () => {
  test.use({ hasSharedSession: false }) // nothing of an earlier page arrives late in a world of its own

  test('the list tells in words where each connector is used, and sorts and searches by it', async ({
    page,
    emulator,
  }) => {
    await signIn(page)

    await expect(usedIn(page, 'Membership tier')).toContainText('2 user flows')
    await expect(usedIn(page, 'Identity proofing')).toContainText('1 user flow')
    await expect(usedIn(page, 'Age verification')).toContainText('Not used')
    expect(await graphCalls(emulator, 'GET')).toHaveLength(1 + 2 + 8)

    await usedIn(page, 'Identity proofing').getByRole('button', { name: '1 user flow' }).click()
    const places = page.getByRole('dialog', { name: 'Where Identity proofing (Fabrikam) is used' })
    await expect(places.getByRole('link')).toHaveText([
      `B2X_1_research-network: ${steps.federation}`,
      `B2X_1_research-network: ${steps.creation}`,
    ])
    await axe(page)
    await page.keyboard.press('Escape')
    await expect(places).toBeHidden()

    const header = page.getByRole('columnheader', { name: 'Used in' })
    await header.click()
    await expect(header).toHaveAttribute('aria-sort', 'ascending')
    await expect(page.getByRole('row').nth(1)).toContainText('Not used')
    await header.click()
    await expect(page.getByRole('row').nth(1)).toContainText(/Partner approval|Membership|Identity/)

    await page.getByRole('searchbox', { name: 'Search connectors' }).fill('store-staff')
    await expect(page.getByText('2 of 15 connectors')).toBeVisible()
    await axeInAllColours(page)
  })
})

test('the keyboard reaches where a connector is used', async ({ page }) => {
  await signIn(page)
  const cell = usedIn(page, 'Legacy CRM lookup')
  await expect(cell).toContainText('1 user flow')
  await page.getByRole('link', { name: 'Legacy CRM lookup' }).focus()

  for (let column = 1; column <= 4; column += 1) await page.keyboard.press('ArrowRight')
  await expect(cell).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cell.getByRole('button', { name: /^1 user flow/ })).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('link', { name: /^B2X_1_store-staff/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(cell.getByRole('button', { name: /^1 user flow/ })).toBeFocused()
})

test('a flow that cannot be read leaves a doubt, and only it is read again', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 500/)
  const broken = { method: 'GET', path: flowPath(pilot) } as const
  const slow = { method: 'GET', path: flowPath('B2X_1_contractors') } as const
  await emulator.faults({ ...broken, kind: 'status', status: 500, times: 2 })
  await emulator.faults({ ...slow, kind: 'delay', delayMs: 20_000 })
  await signIn(page)

  await expect(status(page, 'Checked 7 of 8 flows')).toBeVisible()
  await expect(usedIn(page, 'Age verification')).toContainText('Checking…')
  await expect(usedIn(page, 'Legacy CRM lookup')).toContainText('1 user flow')
  await emulator.clearFaults()

  const trouble = notice(page, '1 user flow could not be checked')
  await expect(trouble).toContainText(`${pilot}: Microsoft has a problem at the moment`)
  await expect(usedIn(page, 'Age verification')).toContainText('Not checked')
  await expect(usedIn(page, 'Legacy CRM lookup')).toContainText('1 user flow, 1 not checked')
  await axe(page)
  await emulator.forgetRequests()

  await trouble.getByRole('button', { name: 'Try again' }).click()

  await expect(usedIn(page, 'Age verification')).toContainText('Not used')
  await expect(trouble).toBeHidden()
  expect(await graphCalls(emulator, 'GET')).toEqual([flowPath(pilot)])
})

test('without the permission one button asks for it, and the rest works', async ({
  page,
  consoleErrors,
  emulator,
}) => {
  consoleErrors.allow(/status of 400/) // the provider says that consent is missing
  await signIn(page, 'Connectors Only')
  const ask = page.getByRole('button', { name: 'Allow access to user flows' })
  await expect(ask).toHaveCount(1)
  await expect(usedIn(page, 'Age verification')).toContainText('Not checked')
  await expect(attachButton(page, 'Age verification')).toBeHidden()
  const calls = await graphCalls(emulator, 'GET')
  expect(calls.filter((path) => path.includes('UserFlows'))).toEqual([])
  await axe(page)

  await page.getByRole('link', { name: 'Membership tier' }).click()
  await page.getByRole('tab', { name: 'User flows' }).click()
  await expect(notice(page, 'User flows need one more permission')).toBeVisible()
  const signInWindow = await openWindow(page, 'Allow access to user flows')
  await signInWindow.getByRole('button', { name: 'Accept' }).click()

  await expect(page).toHaveURL(tab(demoIds.membership))
  await expect(panel(page).getByRole('listitem')).toHaveCount(2)
})

test('three clicks attach a connector from the list', async ({ page, emulator }) => {
  await signIn(page)
  await expect(usedIn(page, 'Age verification')).toContainText('Not used')
  await emulator.forgetRequests()

  await attachButton(page, 'Age verification').click()
  await stepChoice(page, pilot, steps.creation).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Attach' }).click()

  await expect(
    status(page, `Age verification is attached to ${pilot}: ${steps.creation}.`),
  ).toBeVisible()
  await expect(usedIn(page, 'Age verification')).toContainText('1 user flow')
  await expect(attachButton(page, 'Age verification')).toBeFocused()
  expect(await storedSteps(emulator, pilot)).toHaveProperty(
    'postAttributeCollection',
    demoIds.ageCheck,
  )
  const calls = await emulator.requests()
  expect(calls.map(({ path }) => path).filter((path) => !path.includes(pilot))).toEqual([])
})

test('attaching where another connector is says so, and replaces it', async ({
  page,
  emulator,
}) => {
  await signIn(page, administrator, tab(demoIds.ageCheck))
  await expect(panel(page)).toContainText('No user flow calls this connector')
  await axeInAllColours(page)
  await page.getByRole('button', { name: 'Attach to a user flow' }).click()
  const dialog = page.getByRole('dialog', { name: 'Attach Age verification to a user flow' })
  const attach = dialog.getByRole('button', { name: 'Attach' })
  await expect(attach).toBeDisabled()
  await stepChoice(page, 'B2X_1_store-staff', steps.federation).check()
  await expect(dialog).toContainText('Membership tier is at this step now and will be replaced.')
  await axeInAllColours(page)

  await attach.click()

  await expect(status(page, 'instead of Membership tier.')).toBeVisible()
  await expect(panel(page).getByRole('listitem')).toHaveCount(1)
  expect(await storedSteps(emulator, 'B2X_1_store-staff')).toHaveProperty(
    'postFederationSignup',
    demoIds.ageCheck,
  )
})

test('an attachment that fails is explained, and one whose answer is lost is looked at', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 409/)
  const put = { method: 'PUT', path: `${flowPath(pilot)}/*` } as const
  await signIn(page)
  await attachButton(page, 'Age verification').click()
  const dialog = page.getByRole('dialog')
  const attach = dialog.getByRole('button', { name: 'Attach' })
  await stepChoice(page, pilot, steps.creation).check()

  await emulator.faults({ ...put, kind: 'status', status: 409 })
  await attach.click()
  await expect(dialog).toContainText('Two changes met')
  await expect(dialog).toContainText('the connector is not attached to this step')

  await emulator.faults({ ...put, kind: 'loseResponse' })
  await attach.click()
  await expect(status(page, `Age verification is attached to ${pilot}`)).toBeVisible()
  expect(await graphCalls(emulator, 'PUT')).toHaveLength(2)
})

test('a step that somebody else has taken meanwhile is not overwritten', async ({
  page,
  emulator,
}) => {
  await signIn(page)
  await attachButton(page, 'Age verification').click()
  const dialog = page.getByRole('dialog')
  await stepChoice(page, pilot, steps.creation).check()
  await attachElsewhere(emulator, `${flowPath(pilot)}/postAttributeCollection`, demoIds.referral)

  await dialog.getByRole('button', { name: 'Attach' }).click()

  await expect(dialog).toContainText('it calls Employee referral check now. Nothing was sent.')
  await expect(dialog.getByRole('button', { name: 'Attach' })).toBeDisabled()
  expect(await storedSteps(emulator, pilot)).toHaveProperty(
    'postAttributeCollection',
    demoIds.referral,
  )
})

test('detaching says what it has done, and can be taken back', async ({ page, emulator }) => {
  const flow = 'B2X_1_partner-onboarding'
  await signIn(page, administrator, tab(demoIds.approval))
  const places = panel(page).getByRole('listitem')
  await expect(places).toHaveCount(2)
  await axeInAllColours(page)
  await expect(places.first().getByRole('link', { name: steps.federation })).toHaveAttribute(
    'href',
    pages.userFlowStep({ flowId: flow, step: 'postFederationSignup' }),
  )
  await page.getByRole('button', { name: `Detach from ${flow}` }).click()
  const question = page.getByRole('dialog', { name: 'Detach Partner approval?' })
  await expect(question).toContainText(`“${steps.federation}” of ${flow}`)

  await question.getByRole('button', { name: 'Detach' }).click()

  await expect(status(page, 'Partner approval was detached from')).toBeVisible()
  await expect(places).toHaveCount(1)
  expect(await storedSteps(emulator, flow)).toHaveProperty('postFederationSignup', null)
  const undo = page.getByRole('button', { name: 'Attach again' })
  await expect(undo).toBeFocused()
  await undo.click()
  await expect(status(page, 'attached to B2X_1_partner-onboarding')).toBeVisible()
  await expect(places).toHaveCount(2)
  const change = `PUT /b2xUserFlows/${flow}/apiConnectorConfiguration/postFederationSignup/$ref`
  expect(await changesOf(emulator)).toEqual([change, change])
})

test('the overview tells it too, and a narrow window needs no sideways scrolling', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await signIn(page, administrator, pages.connector(demoIds.legacy))
  await expect(page.getByRole('tabpanel', { name: 'Overview' })).toContainText('1 user flow')
  await expect(
    page.getByRole('link', { name: `B2X_1_store-staff: ${steps.creation}` }),
  ).toBeVisible()
  await expectNoSidewaysScroll(page)

  await page.getByRole('tab', { name: 'User flows' }).click()
  await page.getByRole('button', { name: 'Attach to a user flow' }).click()
  await expect(stepChoice(page, pilot, steps.federation)).toBeVisible()
  await expectNoSidewaysScroll(page)
})

test('among 60 flows the dialog has a search', async ({ page, emulator }) => {
  await emulator.reset('large', { connectors: 70, flows: 60 })
  await signIn(page)
  await expect(usedIn(page, 'Connector 00061')).toBeHidden()
  await page.getByRole('searchbox', { name: 'Search connectors' }).fill('flow-042')
  await expect(page.getByText('1 of 70 connectors')).toBeVisible()
  await attachButton(page, 'Connector 00043').click()

  await page.getByRole('searchbox', { name: 'Search user flows' }).fill('flow-017')

  await expect(page.getByRole('dialog').getByRole('radio')).toHaveCount(2)
})
