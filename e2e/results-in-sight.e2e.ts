/** Whatever a write came to is beside the button that has sent it: in sight, announced, with Microsoft's reason. */
import type { Locator, Page } from '@playwright/test'
import {
  chooseCertificate,
  connectorsPath,
  demoIds,
  fillBasic,
  loyaltyApi,
  notice,
  pages,
} from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const administrator = 'User Flow Admin'
const refused = 'Something in this was not accepted'

const windows = [
  { width: 1280, height: 900 },
  { width: 1024, height: 640 },
  { width: 390, height: 844 },
] as const

/** The heading of the notice can be seen, and so can the button below it. */
async function expectInSight(place: Page | Locator, button: string) {
  await expect(place.getByRole('alert').getByText(refused)).toBeInViewport({ ratio: 1 })
  await expect(place.getByRole('button', { name: button, exact: true })).toBeInViewport()
}

for (const viewport of windows) {
  const size = `${viewport.width} × ${viewport.height}`

  test(`a refused form says so in sight at ${size}`, async ({ page, emulator, consoleErrors }) => {
    consoleErrors.allow(/status of 400/)
    await page.setViewportSize(viewport)
    await signIn(page, administrator, pages.newConnector())
    await fillBasic(page, loyaltyApi)
    await emulator.faults({ method: 'POST', path: connectorsPath, kind: 'status', status: 400 })

    await page.getByRole('button', { name: 'Create' }).click()

    await expectInSight(page, 'Create')
  })

  for (const [verb, open] of [
    ['Upload', 'Upload certificate'],
    ['Rotate', 'Rotate certificate'],
  ] as const) {
    test(`a refused ${verb} says so in sight at ${size}`, async ({
      page,
      emulator,
      certificateFile,
      consoleErrors,
    }) => {
      consoleErrors.allow(/status of 400/)
      await page.setViewportSize(viewport)
      await signIn(page, administrator, pages.connector(demoIds.approval))
      await page.getByRole('button', { name: open }).click()
      const dialog = page.getByRole('dialog')
      const file = await certificateFile({ password: 'pfx password' })
      await chooseCertificate(dialog, file, 'pfx password')
      await emulator.faults({ method: 'POST', path: '*', kind: 'status', status: 400 })

      await dialog.getByRole('button', { name: verb, exact: true }).click()

      await expectInSight(dialog, verb)
    })
  }
}

test('Microsoft’s own reason is shown as Microsoft’s, and nothing is said of values below', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 400/)
  await signIn(page, administrator, pages.newConnector())
  await fillBasic(page, loyaltyApi)
  await emulator.faults({
    method: 'POST',
    path: connectorsPath,
    kind: 'status',
    status: 400,
    body: { error: { code: 'AADB2C', message: 'The host of the URL is on a list of ours.' } },
  })

  await page.getByRole('button', { name: 'Create' }).click()

  const told = page.getByRole('alert').filter({ hasText: refused })
  await expect(told).toContainText(
    'Microsoft’s own words: “The host of the URL is on a list of ours.”',
  )
  await expect(told).not.toContainText('below')
})

test('the seconds until another try count', async ({ page, emulator, consoleErrors }) => {
  consoleErrors.allow(/status of 429/)
  await page.clock.install()
  await signIn(page, administrator, pages.newConnector())
  await fillBasic(page, loyaltyApi)
  await emulator.faults({
    method: 'POST',
    path: connectorsPath,
    kind: 'status',
    status: 429,
    headers: { 'retry-after': '600' },
  })

  await page.getByRole('button', { name: 'Create' }).click()

  const told = notice(page, 'Microsoft is limiting requests')
  await expect(told).toContainText(/Try again in (600|59\d) seconds\./)
  await page.clock.fastForward('05:00')
  await expect(told).toContainText(/Try again in 2\d\d seconds\./)
  await page.clock.fastForward('06:00')
  await expect(told).toContainText('You can try again now.')
})
