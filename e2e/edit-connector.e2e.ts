import type { Page } from '@playwright/test'
import {
  anyConnectorPath,
  certificatesOf,
  chooseCertificate,
  demoIds,
  fields,
  graphCalls,
  notice,
  pages,
  sha256,
  storedById,
} from './support/connectors'
import { renameElsewhere } from './support/elsewhere'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const save = (page: Page) => page.getByRole('button', { name: 'Save' })
const edit = (page: Page, id: string) => signIn(page, 'User Flow Admin', pages.editConnector(id))
const saved = (page: Page, name: string) => page.getByText(`${name} was saved.`)

test('a new name is saved, read again, and nothing else has changed', async ({
  page,
  emulator,
}) => {
  const before = await storedById(emulator, demoIds.loyalty)
  await signIn(page, 'User Flow Admin', pages.connector(demoIds.loyalty))
  await page.getByRole('button', { name: 'Edit' }).click()
  await fields(page).name.fill('Loyalty 2.0')

  await save(page).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Loyalty 2.0' })).toBeVisible()
  await expect(saved(page, 'Loyalty 2.0')).toBeVisible()
  expect(await storedById(emulator, demoIds.loyalty)).toEqual({
    ...before,
    displayName: 'Loyalty 2.0',
  })
  const calls = (await emulator.requests()).map(({ method }) => method)
  expect(calls.filter((method) => method === 'PATCH')).toHaveLength(1)
  expect(calls.slice(calls.indexOf('PATCH')), 'it was read after it was saved').toContain('GET')
})

test('a new address keeps the stored password', async ({ page, emulator }) => {
  const before = await storedById(emulator, demoIds.loyalty)
  await edit(page, demoIds.loyalty)
  await expect(page.getByText('Leave it empty to keep the stored password.')).toBeVisible()
  await fields(page).url.fill('https://api.contoso.example/v2')

  await save(page).click()

  await expect(saved(page, 'Loyalty number lookup')).toBeVisible()
  expect(await storedById(emulator, demoIds.loyalty)).toEqual({
    ...before,
    targetUrl: 'https://api.contoso.example/v2',
  })
})

test('a password is never filled in, and a new one takes the place of the old', async ({
  page,
  emulator,
}) => {
  await edit(page, demoIds.loyalty)
  await expect(fields(page).password).toHaveValue('')
  await expect(page.getByText('******')).toBeHidden()
  await fields(page).password.fill('n€w pässword')

  await save(page).click()

  await expect(saved(page, 'Loyalty number lookup')).toBeVisible()
  const { authenticationConfiguration } = await storedById(emulator, demoIds.loyalty)
  expect(authenticationConfiguration).toMatchObject({
    username: 'sample',
    passwordSha256: sha256('n€w pässword'),
  })
})

test('a new user name needs the password as well', async ({ page, emulator }) => {
  await edit(page, demoIds.loyalty)
  await fields(page).username.fill('svc-new')

  await save(page).click()

  await expect(fields(page).password).toHaveAccessibleDescription(/Enter a password\./)
  expect(await graphCalls(emulator, 'PATCH')).toEqual([])
  await fields(page).password.fill('new-password')
  await save(page).click()
  await expect(saved(page, 'Loyalty number lookup')).toBeVisible()
  const { authenticationConfiguration } = await storedById(emulator, demoIds.loyalty)
  expect(authenticationConfiguration).toMatchObject({
    username: 'svc-new',
    passwordSha256: sha256('new-password'),
  })
})

test('from password to certificate: the page says what is lost, and then it is', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const file = await certificateFile({ password: 'pfx' })
  await edit(page, demoIds.loyalty)

  await fields(page).certificate.check()
  await expect(notice(page, 'Saving removes the stored username and password.')).toBeVisible()
  await chooseCertificate(page, file, 'pfx')
  await save(page).click()

  await expect(saved(page, 'Loyalty number lookup')).toBeVisible()
  const certificates = certificatesOf(await storedById(emulator, demoIds.loyalty))
  expect(certificates.map(({ thumbprint }) => thumbprint)).toEqual([file.thumbprint])
})

test('from certificates to password: the page says what is lost, and then it is', async ({
  page,
  emulator,
}) => {
  await edit(page, demoIds.membership)

  await fields(page).basic.check()
  await expect(notice(page, 'Saving removes all 2 certificates of this connector.')).toBeVisible()
  await fields(page).username.fill('svc-membership')
  await fields(page).password.fill('secret')
  await save(page).click()

  await expect(saved(page, 'Membership tier')).toBeVisible()
  const { authenticationConfiguration } = await storedById(emulator, demoIds.membership)
  expect(authenticationConfiguration).toEqual({
    '@odata.type': '#microsoft.graph.basicAuthentication',
    username: 'svc-membership',
    passwordSha256: sha256('secret'),
  })
})

test('a certificate chosen here replaces all others, and the page says so', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const file = await certificateFile({ password: '' })
  await edit(page, demoIds.membership)

  await chooseCertificate(page, file, '')
  await expect(notice(page, 'Saving removes all 2 present certificates')).toBeVisible()
  await save(page).click()

  await expect(saved(page, 'Membership tier')).toBeVisible()
  const certificates = certificatesOf(await storedById(emulator, demoIds.membership))
  expect(certificates.map(({ thumbprint }) => thumbprint)).toEqual([file.thumbprint])
})

test('a connector with certificates keeps them when only its name changes', async ({
  page,
  emulator,
}) => {
  const before = await storedById(emulator, demoIds.membership)
  await edit(page, demoIds.membership)
  await fields(page).name.fill('Membership level')

  await save(page).click()

  await expect(saved(page, 'Membership level')).toBeVisible()
  expect(certificatesOf(await storedById(emulator, demoIds.membership))).toEqual(
    certificatesOf(before),
  )
})

test('what was switched and switched back is not warned about', async ({ page }) => {
  await edit(page, demoIds.membership)
  const warning = page.getByText('Saving removes all 2 certificates')
  await fields(page).basic.check()
  await expect(warning).toBeVisible()

  await fields(page).certificate.check()

  await expect(warning).toBeHidden()
  await expect(save(page)).toBeDisabled()
})

test('without a change there is nothing to save', async ({ page, emulator }) => {
  await edit(page, demoIds.loyalty)
  await expect(save(page)).toBeDisabled()
  await expect(page.getByText('Nothing has been changed yet.')).toBeVisible()

  await fields(page).name.press('Enter')
  await fields(page).name.fill('Changed')
  await expect(save(page)).toBeEnabled()
  await fields(page).name.fill('Loyalty number lookup')

  await expect(save(page)).toBeDisabled()
  expect(await graphCalls(emulator, 'PATCH')).toEqual([])
})

test('the form opens with what Microsoft has now, not with what was read before', async ({
  page,
  emulator,
}) => {
  await signIn(page, 'User Flow Admin', pages.connector(demoIds.loyalty))
  await expect(page.getByRole('heading', { name: 'Loyalty number lookup' })).toBeVisible()
  await renameElsewhere(emulator, demoIds.loyalty, 'Renamed elsewhere')

  await page.getByRole('button', { name: 'Edit' }).click()

  await expect(fields(page).name).toHaveValue('Renamed elsewhere')
})

test('a refused change keeps what was entered', async ({ page, emulator, consoleErrors }) => {
  consoleErrors.allow(/status of 409/)
  await emulator.faults({ kind: 'status', status: 409, method: 'PATCH', path: anyConnectorPath })
  await edit(page, demoIds.loyalty)
  await fields(page).name.fill('Loyalty 2.0')
  await fields(page).password.fill('new-password')

  await save(page).click()

  await expect(notice(page, 'Two changes met')).toBeVisible()
  await expect(fields(page).name).toHaveValue('Loyalty 2.0')
  await expect(fields(page).password).toHaveValue('new-password')
})

test('a change whose answer is lost is looked for, and found', async ({ page, emulator }) => {
  await emulator.faults({ kind: 'loseResponse', method: 'PATCH', path: anyConnectorPath })
  await edit(page, demoIds.loyalty)
  await fields(page).name.fill('Loyalty 2.0')

  await save(page).click()

  await expect(page.getByText('Loyalty 2.0 was saved.')).toBeVisible()
  expect(await graphCalls(emulator, 'PATCH')).toHaveLength(1)
})

test('a change that nobody can look for is told as unknown, until it can be', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 504/)
  await edit(page, demoIds.loyalty)
  await fields(page).name.fill('Loyalty 2.0')
  await emulator.faults(
    { kind: 'loseResponse', method: 'PATCH', path: anyConnectorPath },
    { kind: 'status', status: 500, method: 'GET', path: anyConnectorPath, skip: 1, times: 2 },
  )
  await save(page).click()
  const lost = notice(page, 'It is not known whether this has happened')
  await expect(fields(page).name).toHaveValue('Loyalty 2.0')

  await lost.getByRole('button', { name: 'Check again' }).click()

  await expect(page.getByText('Loyalty 2.0 was saved.')).toBeVisible()
  expect(await graphCalls(emulator, 'PATCH')).toHaveLength(1)
})

test('a change that was saved but could not be read again is told as saved', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 500/)
  await edit(page, demoIds.loyalty)
  await fields(page).name.fill('Loyalty 2.0')
  const reading = { kind: 'status', status: 500, method: 'GET', path: anyConnectorPath } as const
  await emulator.faults({ ...reading, skip: 1, times: 2 })

  await save(page).click()

  await expect(notice(page, 'Saved, but it could not be read again')).toBeVisible()
})
