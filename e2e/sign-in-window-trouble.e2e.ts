/** A sign-in window that does not bring what it was opened for: the work on the page stays. */
import { connectorsPath, graphCalls, loyaltyApi, notice, pages } from './support/connectors'
import {
  again,
  createUnverified,
  editEnded,
  ended,
  entriesOf,
  refusedToken,
  verification,
  windowsOf,
} from './support/interrupted-work'
import { signIn } from './support/sign-in'
import { chooseAccount, openWindow } from './support/sign-in-pages'
import { expect, test } from './support/test'

test.use({ hasSharedSession: false })

test('a window that was closed is opened again', async ({ page, consoleErrors }) => {
  consoleErrors.allow(...refusedToken)
  await createUnverified(page)
  const before = await entriesOf(page)
  await (await openWindow(page, 'Verify it is you')).close()
  await expect(page.getByText('If you have closed the window, open it again.')).toBeVisible()

  const second = await openWindow(page, 'Open the window again')
  await second.getByRole('button', { name: 'Verify', exact: true }).click()

  await expect(page.getByText(again)).toBeVisible()
  expect(await entriesOf(page)).toEqual(before)
})

test('waiting can be given up and begun again', async ({ page, consoleErrors }) => {
  consoleErrors.allow(...refusedToken)
  await createUnverified(page)
  await (await openWindow(page, 'Verify it is you')).close()

  await page.getByRole('button', { name: 'Stop waiting' }).click()

  await expect(page.getByText('Go on in the sign-in window.')).toBeHidden()
  const second = await openWindow(page, 'Verify it is you')
  await second.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(page.getByText(again)).toBeVisible()
})

test('a sign-in cancelled in its window leaves the form, and can be tried again', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(...refusedToken)
  await createUnverified(page)
  const before = await entriesOf(page)
  const signInWindow = await openWindow(page, 'Verify it is you')

  await signInWindow.getByRole('button', { name: 'Cancel' }).click()

  await expect(page.getByText('The sign-in was cancelled in its window.')).toBeVisible()
  expect(await entriesOf(page)).toEqual(before)
  expect(await graphCalls(emulator, 'POST')).toHaveLength(0)
  const second = await openWindow(page, 'Verify it is you')
  await second.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(page.getByText(again)).toBeVisible()
})

test('a window that nobody comes back to is given up after five minutes', async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(...refusedToken)
  await page.clock.install()
  await createUnverified(page)
  const before = await entriesOf(page)
  await openWindow(page, 'Verify it is you')
  await expect(page.getByText('Go on in the sign-in window.')).toBeVisible()

  await page.clock.fastForward('05:01')

  await expect(page.getByText('Nothing came back from the sign-in window')).toBeVisible()
  expect(await entriesOf(page)).toEqual(before)
})

test('somebody else in the window: nothing is sent, and the form stays its owner’s', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(...refusedToken)
  await editEnded(page, emulator)
  const before = await entriesOf(page)
  const signInWindow = await openWindow(page, 'Sign in again')

  await chooseAccount(signInWindow, 'No Role')

  const refusal = notice(page, ended)
  await expect(refusal).toContainText('norole@contoso.example signed in')
  await expect(refusal).toContainText('Sign in as admin@contoso.example to go on')
  expect(await entriesOf(page)).toEqual(before)
  expect(await graphCalls(emulator, 'PATCH')).toEqual([])
  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  expect(kept, 'nothing of the other person is kept').not.toContain('000000000004')
})

test('a challenge that comes back at once is explained, not met with another window', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(...refusedToken)
  const claims = btoa('{"access_token":{"acrs":{"essential":true,"value":"c1"}}}')
  const challenge = `Bearer realm="", error="insufficient_claims", claims="${claims}"`
  await createUnverified(page)
  const signInWindow = await openWindow(page, 'Verify it is you')
  await signInWindow.getByRole('button', { name: 'Verify', exact: true }).click()
  await emulator.faults({
    kind: 'status',
    status: 401,
    method: 'POST',
    path: connectorsPath,
    times: 2,
    headers: { 'www-authenticate': challenge },
  })

  await page.getByRole('button', { name: 'Create now' }).click()

  const repeated = notice(page, verification)
  await expect(repeated).toContainText('Microsoft asks for the same again')
  const last = (await emulator.requests()).at(-1)
  await expect(repeated.getByRole('alert').filter({ hasNotText: verification })).toContainText(
    last?.requestId ?? 'no request',
  )
  await expect(page.getByRole('button', { name: 'Verify it is you' })).toBeHidden()
  expect(windowsOf(page)).toBe(0)
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
})

test('what only an administrator can permit is said, and the page stays', async ({
  page,
  consoleErrors,
}) => {
  consoleErrors.allow(...refusedToken)
  await signIn(page, 'Read Only', pages.userFlows())

  await openWindow(page, 'Allow access to user flows')

  await expect(page.getByText('Only an administrator can give this permission.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'How to give admin consent' })).toBeVisible()
})
