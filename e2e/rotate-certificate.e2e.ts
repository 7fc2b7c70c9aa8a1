import { createHash, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import {
  certificatesOf,
  chooseCertificate,
  demoIds,
  graphCalls,
  pages,
  storedById,
} from './support/connectors'
import { renameElsewhere } from './support/elsewhere'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const dayMs = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * dayMs)

const rotation = (page: Page) => page.getByRole('dialog', { name: /^Rotate the certificate of/ })
const forecast = (page: Page) => rotation(page).getByRole('region', { name: 'What will happen' })
const confirmation = (page: Page) =>
  rotation(page).getByRole('textbox', { name: 'Type Partner approval to confirm' })
const rotate = (page: Page) =>
  rotation(page).getByRole('button', { name: 'Rotate', exact: true }).click()

/** “Partner approval” has one certificate, valid for another 300 days. */
async function openRotation(page: Page) {
  await signIn(page, 'User Flow Admin', pages.connector(demoIds.approval))
  await page.getByRole('button', { name: 'Rotate certificate' }).click()
  await expect(rotation(page)).toBeVisible()
}

test('four clicks from the list rotate a certificate', async ({ page, certificateFile }) => {
  const file = await certificateFile({ password: 'pfx' })
  await signIn(page)

  await page.getByRole('link', { name: 'Partner approval' }).first().click()
  await page.getByRole('button', { name: 'Rotate certificate' }).click()
  await chooseCertificate(rotation(page), file, 'pfx')
  await rotate(page)

  await expect(page.getByText(`${file.thumbprint} is active now.`)).toBeVisible()
})

test('a rotation for now says which certificate gives way, and both thumbprints', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const file = await certificateFile({ password: 'pfx' })
  const [former] = certificatesOf(await storedById(emulator, demoIds.approval))
  await openRotation(page)

  await chooseCertificate(rotation(page), file, 'pfx')

  await expect(forecast(page)).toContainText(`instead of ${former?.thumbprint}`)
  const both = forecast(page).getByLabel('the API must accept both')
  await expect(both).toContainText(file.thumbprint)
  await expect(both).toContainText(former?.thumbprint ?? '-')
  await expect(confirmation(page)).toBeHidden()
})

test('a certificate for later takes over on its day', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const [notBefore, notAfter] = [inDays(30), inDays(400)]
  const file = await certificateFile({ password: 'pfx', notBefore, notAfter })
  const [former] = certificatesOf(await storedById(emulator, demoIds.approval))
  await openRotation(page)
  await chooseCertificate(rotation(page), file, 'pfx')
  await expect(forecast(page)).toContainText('The new certificate will wait until')

  await rotate(page)

  await expect(page.getByText(`${former?.thumbprint} is active now.`)).toBeVisible()
  await emulator.clock(inDays(31))
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByRole('tab', { name: 'Certificates' }).click()
  const rows = page.getByRole('table', { name: 'Certificates' }).getByRole('row')
  await expect(rows.filter({ hasText: file.thumbprint })).toContainText('Active')
})

test('a gap without an active certificate has to be confirmed by typing', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const [notBefore, notAfter] = [inDays(310), inDays(600)]
  const file = await certificateFile({ password: 'pfx', notBefore, notAfter })
  await openRotation(page)
  await chooseCertificate(rotation(page), file, 'pfx')
  await expect(forecast(page)).toContainText('no certificate will be active, and sign-up will fail')

  await confirmation(page).fill('Partner')
  await rotate(page)
  await expect(confirmation(page)).toHaveAccessibleDescription(/not the name of the connector/)
  expect(await graphCalls(emulator, 'POST')).toEqual([])
  await confirmation(page).fill('Partner approval')
  await rotate(page)

  await expect(rotation(page)).toBeHidden()
  expect(certificatesOf(await storedById(emulator, demoIds.approval))).toHaveLength(2)
})

test('a connector without a name is confirmed by its id, and the question says so', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const file = await certificateFile({ password: 'pfx', notBefore: inDays(310) })
  await renameElsewhere(emulator, demoIds.approval, ' ')
  await openRotation(page)
  await chooseCertificate(rotation(page), file, 'pfx')
  await expect(rotation(page)).toHaveAccessibleName('Rotate the certificate of (no name)')

  await rotation(page)
    .getByRole('textbox', { name: `Type ${demoIds.approval} to confirm` })
    .fill(demoIds.approval)
  await rotate(page)

  await expect(rotation(page)).toBeHidden()
  expect(certificatesOf(await storedById(emulator, demoIds.approval))).toHaveLength(2)
})

test('replacing all certificates has to be confirmed and leaves the new one only', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const file = await certificateFile({ password: 'pfx' })
  await openRotation(page)
  await chooseCertificate(rotation(page), file, 'pfx')
  await rotation(page).getByRole('radio', { name: 'Remove it' }).check()
  await expect(forecast(page)).toContainText('will be removed and cannot be taken back')

  await confirmation(page).fill('Partner approval')
  await rotate(page)

  await expect(page.getByText(`${file.thumbprint} is active now.`)).toBeVisible()
  const left = certificatesOf(await storedById(emulator, demoIds.approval))
  expect(left).toMatchObject([{ thumbprint: file.thumbprint, isActive: true }])
})

test('the present certificate once more is recognised', async ({ page, certificateFile }) => {
  const file = await certificateFile({ password: 'pfx' })
  await openRotation(page)
  await chooseCertificate(rotation(page), file, 'pfx')
  await rotate(page)
  await expect(rotation(page)).toBeHidden()

  await page.getByRole('button', { name: 'Rotate certificate' }).click()
  await chooseCertificate(rotation(page), file, 'pfx')

  await expect(forecast(page)).toContainText('The connector has this certificate already.')
})

test('an older certificate is pointed out', async ({ page, certificateFile }) => {
  const file = await certificateFile({ password: 'pfx', notBefore: inDays(-200) })
  await openRotation(page)

  await chooseCertificate(rotation(page), file, 'pfx')

  await expect(forecast(page)).toContainText('It starts earlier than the active certificate.')
})

test('when the service does something else than foretold, that is said', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const file = await certificateFile({ password: 'pfx' })
  const state = await storedById(emulator, demoIds.approval)
  const [former] = certificatesOf(state)
  await openRotation(page)
  await chooseCertificate(rotation(page), file, 'pfx')
  await expect(forecast(page)).toBeVisible()
  // The clock of the service stands before the new certificate's first day.
  await emulator.clock(inDays(-30))

  await rotate(page)

  await expect(page.getByText(`${former?.thumbprint} is active now.`)).toBeVisible()
  await expect(page.getByText(`${file.thumbprint} should be active.`)).toBeVisible()
})

test('a certificate made in the browser is uploaded, and its public half can be downloaded', async ({
  page,
  emulator,
}) => {
  await openRotation(page)
  await rotation(page).getByRole('radio', { name: 'Made here' }).check()
  await rotation(page)
    .getByRole('textbox', { name: 'Name in the certificate' })
    .fill('Sign-up 2027')
  await rotation(page).getByRole('button', { name: 'Make certificate' }).click()
  await expect(forecast(page)).toBeVisible()

  const downloading = page.waitForEvent('download')
  await rotation(page)
    .getByRole('button', { name: /^Download Partner-approval-until-\d{4}-\d\d-\d\d\.cer$/ })
    .click()
  const certificate = new X509Certificate(await readFile(await (await downloading).path()))
  await rotate(page)

  const thumbprint = createHash('sha1').update(certificate.raw).digest('hex').toUpperCase()
  expect(certificate.subject).toBe('CN=Sign-up 2027')
  expect(certificate.verify(certificate.publicKey)).toBe(true)
  await expect(page.getByText(`${thumbprint} is active now.`)).toBeVisible()
  const stored = certificatesOf(await storedById(emulator, demoIds.approval)).at(-1)
  expect(stored).toMatchObject({ thumbprint, isActive: true })
})

test('nothing is rotated before the certificate was made', async ({ page, emulator }) => {
  await openRotation(page)
  await rotation(page).getByRole('radio', { name: 'Made here' }).check()

  await rotate(page)

  await expect(rotation(page).getByText('Make the certificate first')).toBeVisible()
  expect(await graphCalls(emulator, 'POST')).toEqual([])
})

test('a certificate without a name is not made', async ({ page }) => {
  await openRotation(page)
  await rotation(page).getByRole('radio', { name: 'Made here' }).check()
  const name = rotation(page).getByRole('textbox', { name: 'Name in the certificate' })
  await name.fill('')

  await rotation(page).getByRole('button', { name: 'Make certificate' }).click()

  await expect(name).toHaveAccessibleDescription(/Enter a name for the certificate/)
})
