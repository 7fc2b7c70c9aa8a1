/** Sign-in in the middle of work, in a window: nothing that was entered is lost, nothing is sent twice. */
import { axe } from './support/axe'
import {
  anyConnectorPath,
  chooseCertificate,
  demoIds,
  fields,
  fillBasic,
  graphCalls,
  loyaltyApi,
  notice,
  pages,
  sha256,
  storedByName,
} from './support/connectors'
import { apply, pendingBar, pick } from './support/flow-matrix'
import {
  again,
  createUnverified,
  editEnded,
  ended,
  entriesOf,
  expectNoSecretKept,
  refusedToken,
  verification,
  windowsOf,
} from './support/interrupted-work'
import { signIn } from './support/sign-in'
import { chooseAccount, openWindow } from './support/sign-in-pages'
import { expect, test } from './support/test'
import { steps } from './support/user-flows'

test.use({ hasSharedSession: false })

test('a challenge on saving: verified in a window, nothing lost, and saved only when asked', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(...refusedToken)
  await createUnverified(page)
  const before = await entriesOf(page)
  expect(windowsOf(page), 'nothing opens by itself').toBe(0)

  const signInWindow = await openWindow(page, 'Verify it is you')
  await expect(page.getByText('Go on in the sign-in window.')).toBeVisible()
  expect(await entriesOf(page)).toEqual(before)
  await axe(page)
  await signInWindow.getByRole('button', { name: 'Verify', exact: true }).click()

  await expect(page.getByText(again)).toBeVisible()
  expect(signInWindow.isClosed()).toBe(true)
  expect(await entriesOf(page)).toEqual(before)
  expect(await graphCalls(emulator, 'POST'), 'not sent silently').toHaveLength(0)
  const createNow = page.getByRole('button', { name: 'Create now' })
  await expect(createNow).toBeFocused()
  await expectNoSecretKept(page, loyaltyApi.password)
  await axe(page)

  await createNow.click()

  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
  const posts = (await emulator.requests()).filter(({ method }) => method === 'POST')
  expect(posts.map(({ status }) => status)).toEqual([201])
  const stored = await storedByName(emulator, loyaltyApi.name)
  expect(stored.authenticationConfiguration).toMatchObject({
    username: loyaltyApi.username,
    passwordSha256: sha256(loyaltyApi.password),
  })
})

test('a chosen certificate file is still there after the window', async ({
  page,
  emulator,
  consoleErrors,
  certificateFile,
}) => {
  consoleErrors.allow(...refusedToken)
  const file = await certificateFile({ password: 'pfx-secret' })
  await signIn(page, 'Step Up', pages.newConnector())
  await fillBasic(page, { name: loyaltyApi.name, url: loyaltyApi.url })
  await fields(page).certificate.check()
  await chooseCertificate(page, file, 'pfx-secret')
  await page.getByRole('button', { name: 'Create' }).click()

  const signInWindow = await openWindow(page, 'Verify it is you')
  await signInWindow.getByRole('button', { name: 'Verify', exact: true }).click()
  await expectNoSecretKept(
    page,
    'pfx-secret',
    Buffer.from(file.pfx).toString('base64').slice(0, 60),
  )
  await page.getByRole('button', { name: 'Create now' }).click()

  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
  expect(await storedByName(emulator, loyaltyApi.name)).toMatchObject({
    authenticationConfiguration: { certificateList: [{ thumbprint: file.thumbprint }] },
  })
})

test('a sign-in that has ended while a form was open', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(...refusedToken)
  await editEnded(page, emulator)
  const before = await entriesOf(page)

  const signInWindow = await openWindow(page, 'Sign in again')
  await chooseAccount(signInWindow, 'User Flow Admin')

  await expect(page.getByText(again)).toBeVisible()
  expect(await entriesOf(page)).toEqual(before)
  expect(await graphCalls(emulator, 'PATCH')).toEqual([])
  await page.getByRole('button', { name: 'Save now' }).click()
  await expect(page.getByText('Loyalty 2.0 was saved.')).toBeVisible()
  expect(await graphCalls(emulator, 'PATCH')).toHaveLength(1)
})

test('one window serves all that was refused', async ({ page, consoleErrors }) => {
  consoleErrors.allow(...refusedToken)
  await signIn(page, 'Step Up', pages.connector(demoIds.loyalty))
  await expect(notice(page, verification)).toBeVisible()
  expect(windowsOf(page), 'reading opens no window').toBe(0)
  await page.getByRole('link', { name: 'User flows' }).click()
  await expect(notice(page, verification).first()).toBeVisible()

  const signInWindow = await openWindow(page, 'Verify it is you')
  await signInWindow.getByRole('button', { name: 'Verify', exact: true }).click()

  await expect(page.getByRole('grid', { name: 'User flows' })).toBeVisible()
  await expect(notice(page, verification)).toBeHidden()
  expect(windowsOf(page)).toBe(0)
})

test('a permission that was withdrawn is given again in the window', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(...refusedToken)
  await signIn(page, 'User Flow Admin', pages.editConnector(demoIds.loyalty))
  await fields(page).name.fill('Loyalty 2.0')
  await emulator.revoke({ consents: true })
  await emulator.faults({ kind: 'status', status: 401, path: anyConnectorPath })
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(notice(page, 'A permission has not been granted')).toBeVisible()

  const signInWindow = await openWindow(page, 'Give the permission')
  await signInWindow.getByRole('button', { name: 'Accept' }).click()

  await page.getByRole('button', { name: 'Save now' }).click()
  await expect(page.getByText('Loyalty 2.0 was saved.')).toBeVisible()
})

test('the permission for user flows is given in a window, and the matrix comes', async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(...refusedToken)
  await signIn(page, 'Connectors Only', pages.userFlows())

  const signInWindow = await openWindow(page, 'Allow access to user flows')
  await signInWindow.getByRole('button', { name: 'Accept' }).click()

  await expect(page.getByRole('grid', { name: 'User flows' })).toBeVisible()
})

test('changes that wait in the matrix of user flows outlive the sign-in', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(...refusedToken)
  const flow = 'B2X_1_pilot'
  await signIn(page, 'User Flow Admin', pages.userFlows())
  await pick(page, flow, [steps.creation, 'Age verification'])
  await emulator.revoke({ sessions: true, refreshTokens: true })
  await emulator.faults({ kind: 'status', status: 401, method: 'PUT', path: '/identity/*' })
  const dialog = await apply(page)
  await expect(notice(page, ended)).toBeVisible()

  const signInWindow = await openWindow(page, 'Sign in again')
  await chooseAccount(signInWindow, 'User Flow Admin')

  await expect(dialog.getByText(again)).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(pendingBar(page)).toContainText('1 change pending')
  expect(await graphCalls(emulator, 'PUT')).toHaveLength(1)
  const second = await apply(page)
  await expect(second.getByText('was applied')).toBeVisible()
  expect(await graphCalls(emulator, 'PUT')).toHaveLength(2)
})

test('an upload that was refused is offered again with its file', async ({
  page,
  emulator,
  consoleErrors,
  certificateFile,
}) => {
  consoleErrors.allow(...refusedToken)
  const file = await certificateFile({ password: 'pfx-secret' })
  await signIn(page, 'User Flow Admin', pages.connectorCertificates(demoIds.membership))
  await page.getByRole('button', { name: 'Upload certificate' }).click()
  await chooseCertificate(page.getByRole('dialog'), file, 'pfx-secret')
  await emulator.revoke({ sessions: true, refreshTokens: true })
  await emulator.faults({ kind: 'status', status: 401, method: 'POST', path: '/identity/*' })
  await page.getByRole('button', { name: 'Upload', exact: true }).click()

  const signInWindow = await openWindow(page, 'Sign in again')
  await chooseAccount(signInWindow, 'User Flow Admin')
  await page.getByRole('button', { name: 'Upload now' }).click()

  await expect(page.getByText(`${file.thumbprint} is active now.`)).toBeVisible()
  expect(await graphCalls(emulator, 'POST')).toHaveLength(2)
})
