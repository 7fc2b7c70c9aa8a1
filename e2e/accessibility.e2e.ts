import { axe, axeInAllColours } from './support/axe'
import {
  chooseCertificate,
  connectorsPath,
  demoIds,
  fields,
  notice,
  pages,
} from './support/connectors'
import { signIn } from './support/sign-in'
import { chooseAccount } from './support/sign-in-pages'
import { expect, test } from './support/test'

const administrator = 'User Flow Admin'
const heading = { level: 1 } as const

test('no barrier for a visitor', async ({ page }) => {
  for (const [address, title] of [
    ['/', 'API connectors, under control'],
    [pages.setup(), 'Setup'],
    [pages.signedOut(), 'You are signed out'],
  ] as const) {
    await page.goto(address)
    await expect(page.getByRole('heading', { ...heading, name: title })).toBeVisible()
    await axeInAllColours(page)
  }
})

test('no barrier for somebody whose account may not consent', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await chooseAccount(page, 'Needs Approval')
  const refusal = notice(page, 'An administrator has to approve this portal first')
  await refusal.getByText('Details for support').click()

  await expect(refusal.getByText('correlationId')).toBeVisible()
  await axeInAllColours(page)
})

test('no barrier in the list and its search', async ({ page }) => {
  await signIn(page)
  await expect(page.getByRole('row', { name: 'Age verification' })).toBeVisible()
  await axeInAllColours(page)

  await page.getByRole('searchbox', { name: 'Search connectors' }).fill('nothing like it')
  await expect(page.getByRole('button', { name: 'Clear search' })).toBeVisible()
  await axeInAllColours(page)
})

test('no barrier in the menus', async ({ page }) => {
  await signIn(page)
  await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()
  for (const [button, item] of [
    ['Account', page.getByRole('menuitem', { name: 'Sign out' })],
    ['Colours', page.getByRole('menuitemradio', { name: 'High contrast' })],
  ] as const) {
    await page.getByRole('button', { name: button }).click()
    await expect(item).toBeVisible()
    await axeInAllColours(page)
    await page.keyboard.press('Escape')
    await expect(item).toBeHidden()
  }
})

test('no barrier in a list that is empty, loading or failed', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 500/)
  await emulator.reset('empty')
  await emulator.faults(
    { kind: 'status', status: 500, path: connectorsPath, times: 2 },
    { kind: 'delay', delayMs: 15_000, path: connectorsPath },
  )
  await signIn(page)
  const failure = notice(page, 'Microsoft has a problem at the moment')
  await failure.getByText('Details for support').click()
  await expect(failure.getByText('request-id', { exact: true })).toBeVisible()
  await axeInAllColours(page)

  await page.getByRole('button', { name: 'Try again' }).click()
  await axe(page)
  await emulator.clearFaults()

  await expect(page.getByRole('heading', { name: 'No API connectors yet' })).toBeVisible()
  await axeInAllColours(page)
})

test('no barrier at a connector', async ({ page }) => {
  await signIn(page, administrator, pages.connector(demoIds.membership))
  for (const name of ['Overview', 'Certificates', 'Code', 'History']) {
    await page.getByRole('tab', { name }).click()
    await expect(page.getByRole('tabpanel', { name })).toBeVisible()
    await axeInAllColours(page)
  }
})

test('no barrier in the questions about a connector', async ({ page }) => {
  await signIn(page, administrator, pages.connector(demoIds.membership))
  for (const name of ['Upload certificate', 'Delete']) {
    await page.getByRole('main').getByRole('button', { name }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await axeInAllColours(page)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
})

test('no barrier in a rotation that needs a second look', async ({ page, certificateFile }) => {
  const file = await certificateFile({
    password: 'pfx',
    encryption: 'aes256',
    notBefore: new Date(Date.now() + 400 * 86_400_000),
    notAfter: new Date(Date.now() + 700 * 86_400_000),
  })
  await signIn(page, administrator, pages.connector(demoIds.membership))
  await page.getByRole('button', { name: 'Rotate certificate' }).click()
  const dialog = page.getByRole('dialog')
  await chooseCertificate(dialog, file, 'pfx')
  await expect(dialog.getByRole('textbox', { name: /^Type .* to confirm$/ })).toBeVisible()
  await axeInAllColours(page)

  await dialog.getByRole('radio', { name: 'Made here' }).check()
  await axeInAllColours(page)
})

test('no barrier at a connector without an active certificate, and at one with a key', async ({
  page,
}) => {
  await signIn(page, administrator, `${pages.connector(demoIds.identityProofing)}?tab=certificates`)
  await expect(notice(page, 'No certificate is active')).toBeVisible()
  await axeInAllColours(page)

  await page.goto(pages.connector(demoIds.address))
  await page.getByRole('button', { name: 'Show secrets in the address' }).click()
  await expect(page.getByRole('button', { name: 'Hide secrets in the address' })).toBeVisible()
  await axeInAllColours(page)
})

test('no barrier in the form, its complaints and the question before leaving', async ({ page }) => {
  await signIn(page, administrator, pages.newConnector())
  const form = fields(page)
  await form.name.fill('Half a connector')
  await axeInAllColours(page)

  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByText('3 fields need attention.')).toBeVisible()
  await axeInAllColours(page)

  await form.certificate.check()
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByText('Choose a .pfx or .p12 file.')).toBeVisible()
  await axeInAllColours(page)

  await page.getByRole('link', { name: 'Setup' }).click()
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible()
  await axeInAllColours(page)
})

test('no barrier in the form for changes and its warnings', async ({ page, certificateFile }) => {
  const file = await certificateFile({ password: 'pfx', encryption: 'aes256' })
  await signIn(page, administrator, pages.editConnector(demoIds.membership))
  await expect(page.getByText('Nothing has been changed yet.')).toBeVisible()
  await axeInAllColours(page)

  await chooseCertificate(page, file, 'pfx')
  await expect(page.getByLabel('Convert the file to TripleDES-SHA1')).toBeChecked()
  await expect(notice(page, 'Saving removes all 2 present certificates')).toBeVisible()
  await axeInAllColours(page)
})

test('no barrier where there is nothing to find or to change', async ({ page, consoleErrors }) => {
  consoleErrors.allow(/status of 404/)
  await signIn(page, 'Read Only', pages.newConnector())
  await expect(notice(page, 'Changing connectors needs')).toBeVisible()
  await axeInAllColours(page)

  await page.goto(pages.connector('unknown'))
  await expect(notice(page, 'This connector does not exist')).toBeVisible()
  await axeInAllColours(page)

  await page.goto(pages.setup())
  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
  await axeInAllColours(page)

  await page.goto('/nowhere')
  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  await axeInAllColours(page)
})
