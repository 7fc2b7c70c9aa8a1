import { connectorsPath, graphCalls, notice } from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const aConnector = 'Loyalty number lookup'
const read = { method: 'GET', path: connectorsPath } as const

test('while Microsoft is slow, the page says that it is loading', async ({ page, emulator }) => {
  await emulator.faults({ ...read, kind: 'delay', delayMs: 15_000 })

  await signIn(page)

  await expect(page.getByRole('status', { name: 'Loading connectors…' })).toBeVisible()
  await emulator.clearFaults()
  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
  await expect(page.getByRole('status', { name: 'Loading connectors…' })).toBeHidden()
})

test('an error of the service is explained, and the next try succeeds', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 500/)
  await emulator.faults({ ...read, kind: 'status', status: 500 })
  await signIn(page)
  const failure = notice(page, 'Microsoft has a problem at the moment')
  await expect(failure).toBeVisible()

  await failure.getByRole('button', { name: 'Try again' }).click()

  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
  await expect(failure).toBeHidden()
})

test.describe('counted from the first call on', () => {
  test.use({ hasSharedSession: false }) // nothing of an earlier page arrives late in a world of its own

  test('a failure is not repeated behind the person’s back', async ({
    page,
    emulator,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of 503/)
    await emulator.faults({ ...read, kind: 'status', status: 503, times: 9 })

    await signIn(page)

    await expect(notice(page, 'Microsoft has a problem at the moment')).toBeVisible()
    expect(await graphCalls(emulator, 'GET')).toHaveLength(1)
  })
})

test('throttling says how many seconds to wait', async ({ page, emulator, consoleErrors }) => {
  consoleErrors.allow(/status of 429/)
  await emulator.faults({ ...read, kind: 'status', status: 429, headers: { 'Retry-After': '7' } })

  await signIn(page)

  const failure = notice(page, 'Microsoft is limiting requests')
  await expect(failure).toContainText('Try again in 7 seconds.')
  await expect(failure.getByRole('button', { name: 'Try again' })).toBeVisible()
})

for (const [what, kind, status] of [
  ['a connection that breaks', 'reset', 502],
  ['an error page of a gateway', 'html', 502],
  ['half an answer', 'truncate', 502],
] as const) {
  test(`${what} is told as Microsoft Graph not being reachable`, async ({
    page,
    emulator,
    consoleErrors,
  }) => {
    consoleErrors.allow(new RegExp(`status of ${status}`))
    await emulator.faults({ ...read, kind })

    await signIn(page)

    await expect(notice(page, 'Microsoft Graph cannot be reached')).toBeVisible()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
  })
}

test('when refreshing fails, what was read before stays in sight', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 500/)
  await signIn(page)
  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
  await emulator.faults({ ...read, kind: 'status', status: 500 })

  await page.getByRole('button', { name: 'Refresh' }).click()

  await expect(notice(page, 'Microsoft has a problem at the moment')).toBeVisible()
  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
})

test('a browser without a network says so and sends nothing', async ({
  page,
  context,
  emulator,
}) => {
  await signIn(page)
  await expect(page.getByRole('row', { name: 'Age verification' })).toContainText('Not used')
  await emulator.forgetRequests()
  await context.setOffline(true)

  await page.getByRole('button', { name: 'Refresh' }).click()

  await expect(notice(page, 'You are offline')).toBeVisible()
  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
  expect(await emulator.requests()).toEqual([])
})
