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
  await emulator.faults({ ...read, kind: 'status', status: 500, times: 2 })
  await signIn(page)
  const failure = notice(page, 'Microsoft has a problem at the moment')
  await expect(failure).toBeVisible()

  await failure.getByRole('button', { name: 'Try again' }).click()

  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
  await expect(failure).toBeHidden()
})

test.describe('counted from the first call on', () => {
  test.use({ hasSharedSession: false }) // nothing of an earlier page arrives late in a world of its own

  test('a failure costs four calls, and none behind the person’s back', async ({
    page,
    emulator,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of 503/)
    await emulator.faults({ ...read, kind: 'status', status: 503, times: 9 })

    await signIn(page)

    await expect(notice(page, 'The service is not available at the moment')).toBeVisible()
    const calls = await graphCalls(emulator, 'GET')
    expect(calls.filter((path) => path === connectorsPath)).toHaveLength(4)
  })
})

const throttled = (seconds: string) =>
  ({ ...read, kind: 'status', status: 429, headers: { 'Retry-After': seconds } }) as const

test('while Microsoft limits requests, the page counts down and goes on by itself', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 429/)
  await emulator.faults(throttled('3'))

  await signIn(page)

  await expect(
    page.getByText(/Microsoft is limiting requests. Continuing in [123] s./),
  ).toBeVisible()
  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
  await expect(page.getByText('Microsoft is limiting requests')).toBeHidden()
})

test('who does not want to wait is told how many seconds it would take', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 429/)
  await emulator.faults(throttled('70'))
  await signIn(page)

  await page.getByRole('button', { name: 'Cancel' }).click()

  const failure = notice(page, 'Try again in 70 seconds.')
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('row', { name: aConnector })).toBeVisible()
})

const unreadable = 'The answer was not Microsoft Graph’s'

for (const [what, fault, title] of [
  ['a connection that breaks', { kind: 'reset', times: 4 }, 'Microsoft Graph cannot be reached'],
  ['an error page of a gateway', { kind: 'html', times: 4 }, unreadable],
  ['half an answer', { kind: 'truncate', times: 2 }, unreadable],
] as const) {
  test(`${what} is explained once it does not pass`, async ({ page, emulator, consoleErrors }) => {
    consoleErrors.allow(/status of 502/)
    await emulator.faults({ ...read, ...fault })

    await signIn(page)

    await expect(notice(page, title)).toBeVisible()
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
  await emulator.faults({ ...read, kind: 'status', status: 500, times: 2 })

  await page.getByRole('button', { name: 'Refresh' }).click()

  await expect(notice(page, 'Microsoft has a problem at the moment')).toBeVisible()
  await expect(page.getByText(/Shown as of \d+:\d\d/)).toBeVisible()
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
