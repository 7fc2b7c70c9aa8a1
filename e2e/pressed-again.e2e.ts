/** Pressing the main button again after a lost answer doubles nothing, and a running write is not closed away. */
import type { Page } from '@playwright/test'
import type { EmulatorControl } from '../emulator/testing/control-client'
import {
  certificatesOf,
  chooseCertificate,
  connectorsPath,
  demoIds,
  fields,
  fillBasic,
  graphCalls,
  loyaltyApi,
  notice,
  pages,
  storedById,
} from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const unknown = 'It is not known whether this has happened'
const administrator = 'User Flow Admin'

/**
 * The write takes effect, its answer is lost, and nothing can be read to find out; what is read before the
 * write, which is as often as `before` says, still can.
 */
const loseAnswer = async (
  emulator: EmulatorControl,
  { path, reads, before }: { path: string; reads: string; before: number },
) =>
  emulator.faults(
    { method: 'POST', path, kind: 'loseResponse' },
    { method: 'GET', path: reads, kind: 'reset', times: 99, skip: before },
  )

const howMany = async (emulator: EmulatorControl) => (await emulator.state()).connectors.length

async function createWithoutAnswer(page: Page, emulator: EmulatorControl) {
  await signIn(page, administrator, pages.newConnector())
  await fillBasic(page, loyaltyApi)
  const before = await howMany(emulator)
  await loseAnswer(emulator, { path: connectorsPath, reads: connectorsPath, before: 2 })
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(notice(page, unknown)).toBeVisible({ timeout: 30_000 })
  return before
}

const ways = {
  Create: (page: Page) => page.getByRole('button', { name: 'Create' }).click(),
  Enter: (page: Page) => fields(page).name.press('Enter'),
}

for (const [way, press] of Object.entries(ways)) {
  test(`after a creation without an answer, ${way} finds out first`, async ({
    page,
    emulator,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of 50\d/)
    const before = await createWithoutAnswer(page, emulator)
    await emulator.clearFaults()

    await press(page)

    await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
    expect(await howMany(emulator)).toBe(before + 1)
    expect(await graphCalls(emulator, 'POST')).toHaveLength(1)
  })
}

test('as long as nobody can know, the main button sends nothing and says why', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 50\d/)
  await createWithoutAnswer(page, emulator)

  await page.getByRole('button', { name: 'Create' }).click()

  await expect(notice(page, unknown).getByRole('status')).toContainText(
    'Microsoft could not be asked just now.',
  )
  expect(await graphCalls(emulator, 'POST')).toHaveLength(1)
})

test('what is certain not to have happened is sent by the main button', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 504/)
  await signIn(page, administrator, pages.newConnector())
  await fillBasic(page, loyaltyApi)
  await emulator.faults({ method: 'POST', path: connectorsPath, kind: 'reset' })
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(notice(page, 'It has probably not happened')).toBeVisible({ timeout: 30_000 })

  await page.getByRole('button', { name: 'Create' }).click()

  await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
  expect(await graphCalls(emulator, 'POST')).toHaveLength(2)
})

for (const [verb, open] of [
  ['Upload', 'Upload certificate'],
  ['Rotate', 'Rotate certificate'],
] as const) {
  test(`after an upload without an answer, ${verb} finds out first`, async ({
    page,
    emulator,
    certificateFile,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of 50\d/)
    await signIn(page, administrator, pages.connector(demoIds.approval))
    await page.getByRole('button', { name: open }).click()
    const dialog = page.getByRole('dialog')
    const file = await certificateFile({ password: 'pfx password' })
    await chooseCertificate(dialog, file, 'pfx password')
    await loseAnswer(emulator, {
      path: `${connectorsPath}/*/uploadClientCertificate`,
      reads: `${connectorsPath}/*`,
      before: 1,
    })
    await dialog.getByRole('button', { name: verb, exact: true }).click()
    await expect(dialog).toContainText(unknown, { timeout: 30_000 })
    await emulator.clearFaults()

    await dialog.getByRole('button', { name: verb, exact: true }).click()

    await expect(dialog).toBeHidden()
    const stored = certificatesOf(await storedById(emulator, demoIds.approval))
    expect(stored.filter(({ thumbprint }) => thumbprint === file.thumbprint)).toHaveLength(1)
    expect(await graphCalls(emulator, 'POST')).toHaveLength(1)
  })
}

test('Escape does not close a dialog whose write is running', async ({
  page,
  emulator,
  certificateFile,
}) => {
  await signIn(page, administrator, pages.connector(demoIds.approval))
  await page.getByRole('button', { name: 'Upload certificate' }).click()
  const dialog = page.getByRole('dialog')
  const file = await certificateFile({ password: 'pfx password' })
  await chooseCertificate(dialog, file, 'pfx password')
  await emulator.faults({ method: 'POST', path: '*', kind: 'delay', delayMs: 3000 })
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click()
  await expect(dialog.getByRole('button', { name: 'Uploading…' })).toBeVisible()

  await page.keyboard.press('Escape')

  await expect(dialog.getByRole('button', { name: 'Uploading…' })).toBeVisible()
  await expect(page.getByText(`${file.thumbprint} is active now.`)).toBeVisible()
})
