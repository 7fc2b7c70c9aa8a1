import type { Page } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import {
  certificatesOf,
  chooseCertificate,
  chooseFile,
  certificateFields,
  demoIds,
  fields,
  fillBasic,
  graphCalls,
  loyaltyApi,
  notice,
  pages,
  sha256,
  storedById,
  storedByName,
} from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Upload a certificate to/ })

/** Opens the dialog for a certificate of “Partner approval”, which has one that is valid. */
async function openUpload(page: Page, tab = '') {
  await signIn(page, 'User Flow Admin', pages.connector(demoIds.approval) + tab)
  await page.getByRole('button', { name: 'Upload certificate' }).click()
  await expect(dialogOf(page)).toBeVisible()
  return dialogOf(page)
}

test('an uploaded certificate is added and is the one in use from now on', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const file = await certificateFile({ password: 'pfx password' })
  const dialog = await openUpload(page, '?tab=certificates')
  await chooseCertificate(dialog, file, 'pfx password')

  await dialog.getByRole('button', { name: 'Upload', exact: true }).click()

  await expect(dialog).toBeHidden()
  await expect(page.getByText(`${file.thumbprint} is active now.`)).toBeVisible()
  const rows = page.getByRole('table', { name: 'Certificates' }).getByRole('row')
  await expect(rows.filter({ hasText: file.thumbprint })).toContainText('Active')
  await expect(rows).toHaveCount(3)
  const certificates = certificatesOf(await storedById(emulator, demoIds.approval))
  expect(certificates).toMatchObject([
    { isActive: false },
    {
      isActive: true,
      thumbprint: file.thumbprint,
      pkcs12ValueSha256: sha256(file.base64),
      passwordSha256: sha256('pfx password'),
    },
  ])
})

test('a certificate for later waits until it becomes valid', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const notBefore = new Date(Date.now() + 10 * 86_400_000)
  const file = await certificateFile({ password: 'pfx', notBefore })
  const dialog = await openUpload(page, '?tab=certificates')
  await chooseCertificate(dialog, file, 'pfx')

  await dialog.getByRole('button', { name: 'Upload', exact: true }).click()

  const row = page.getByRole('table', { name: 'Certificates' }).getByRole('row')
  await expect(row.filter({ hasText: file.thumbprint })).toContainText('Waiting')
  const certificates = certificatesOf(await storedById(emulator, demoIds.approval))
  expect(certificates.map(({ isActive }) => isActive)).toEqual([true, false])
})

for (const password of ['pfx password', '']) {
  test(`a connector is created with a certificate whose password is “${password}”`, async ({
    page,
    emulator,
    certificateFile,
  }) => {
    const file = await certificateFile({ password })
    await signIn(page, 'User Flow Admin', pages.newConnector())
    await fillBasic(page, { name: loyaltyApi.name, url: loyaltyApi.url })
    await fields(page).certificate.check()
    await chooseCertificate(page, file, password)

    await page.getByRole('button', { name: 'Create' }).click()

    await expect(page.getByText(`${loyaltyApi.name} was created.`)).toBeVisible()
    expect(certificatesOf(await storedByName(emulator, loyaltyApi.name))).toMatchObject([
      { thumbprint: file.thumbprint, isActive: true, passwordSha256: sha256(password) },
    ])
  })
}

test('a connector without its certificate file is not created', async ({ page, emulator }) => {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, { name: loyaltyApi.name, url: loyaltyApi.url })
  await fields(page).certificate.check()

  await page.getByRole('button', { name: 'Create' }).click()

  await expect(fields(page).file).toHaveAccessibleDescription(/Choose a \.pfx or \.p12 file\./)
  expect(await graphCalls(emulator, 'POST')).toEqual([])
})

test('a wrong password is found out before anything is sent', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const dialog = await openUpload(page)
  await chooseFile(dialog, await certificateFile({ password: 'right' }), 'wrong')

  await dialog.getByRole('button', { name: 'Upload', exact: true }).click()

  const { filePassword } = certificateFields(dialog)
  await expect(filePassword).toHaveAccessibleDescription(/The password does not fit this file/)
  await expect(filePassword).toBeFocused()
  expect(await graphCalls(emulator, 'POST')).toEqual([])
  await filePassword.fill('right')
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click()
  await expect(page.getByText('The certificate was uploaded.')).toBeVisible()
})

test('a program that sends a file of no use is told so, and Microsoft never gets it', async ({
  request,
  emulator,
  certificateFile,
}) => {
  const { base64 } = await certificateFile({ password: 'right' })

  const answer = await request.post(
    `/api/graph/v1.0/identity/apiConnectors/${demoIds.approval}/uploadClientCertificate`,
    {
      headers: { authorization: `Bearer ${await emulator.token()}` },
      data: { pkcs12Value: base64, password: 'wrong' },
    },
  )

  expect(answer.status()).toBe(400)
  expect(await answer.json()).toMatchObject({
    error: { code: 'certificateRefused', details: [{ code: 'wrong-password' }] },
  })
  expect(await graphCalls(emulator, 'POST')).toEqual([])
})

for (const [what, name, bytes, sentence] of [
  ['a text', 'notes.pfx', Buffer.from('Remember the milk'), 'not a certificate file of type .pfx'],
  ['nothing', 'empty.pfx', Buffer.alloc(0), 'This file is empty.'],
  [
    'a ZIP archive',
    'client.zip',
    Buffer.from('PK\u0003\u0004\u0014\0\0\0'),
    'This is a ZIP archive.',
  ],
  ['too much', 'backup.pfx', Buffer.alloc(129 * 1024, 0x30), 'larger than 128 KB'],
] as const) {
  test(`a file that holds ${what} is refused when it is chosen`, async ({
    page,
    emulator,
  }, testInfo) => {
    const path = testInfo.outputPath(name)
    await writeFile(path, bytes)
    const dialog = await openUpload(page)

    await chooseFile(dialog, { path }, 'pfx')

    await expect(certificateFields(dialog).file).toHaveAccessibleDescription(new RegExp(sentence))
    await dialog.getByRole('button', { name: 'Upload', exact: true }).click()
    await expect(dialog).toContainText(sentence)
    expect(await graphCalls(emulator, 'POST')).toEqual([])
  })
}

test('a certificate without its key is refused, as PEM and as .cer', async ({
  page,
  emulator,
  certificateFile,
}, testInfo) => {
  const { certificatePem } = await certificateFile({ password: 'pfx' })
  const [pem, cer] = [testInfo.outputPath('client.pem'), testInfo.outputPath('client.cer')]
  await writeFile(pem, certificatePem)
  await writeFile(cer, Buffer.from(certificatePem.replace(/-----[^-]+-----/g, ''), 'base64'))
  const dialog = await openUpload(page)
  const { file } = certificateFields(dialog)

  await file.setInputFiles(pem)
  await expect(file).toHaveAccessibleDescription(/This is a PEM text file/)
  await file.setInputFiles(cer)

  await expect(file).toHaveAccessibleDescription(/a certificate without its private key/)
  expect(await graphCalls(emulator, 'POST')).toEqual([])
})

test('half a file is refused', async ({ page, emulator, certificateFile }, testInfo) => {
  const { pfx } = await certificateFile({ password: 'pfx' })
  const path = testInfo.outputPath('half.pfx')
  await writeFile(path, pfx.subarray(0, pfx.length / 2))
  const dialog = await openUpload(page)

  await chooseFile(dialog, { path }, 'pfx')

  await expect(certificateFields(dialog).file).toHaveAccessibleDescription(
    /This file ends too early/,
  )
  expect(await graphCalls(emulator, 'POST')).toEqual([])
})

test('a file encrypted with AES is converted, since the service would refuse it', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const file = await certificateFile({ password: 'pfx password', encryption: 'aes256' })
  const dialog = await openUpload(page)
  await chooseCertificate(dialog, file, 'pfx password')
  await expect(dialog.getByLabel('Convert the file to TripleDES-SHA1')).toBeChecked()

  await dialog.getByRole('button', { name: 'Upload', exact: true }).click()

  await expect(page.getByText('It was converted to TripleDES-SHA1 first.')).toBeVisible()
  await expect(page.getByText(`${file.thumbprint} is active now.`)).toBeVisible()
  const stored = certificatesOf(await storedById(emulator, demoIds.approval)).at(-1)
  expect(stored).toMatchObject({
    thumbprint: file.thumbprint,
    isActive: true,
    passwordSha256: sha256('pfx password'),
  })
})

test('a file can be sent as it is, and then the refusal of the service is explained', async ({
  page,
  emulator,
  certificateFile,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 400/)
  const file = await certificateFile({ password: 'pfx', encryption: 'aes256' })
  const dialog = await openUpload(page)
  await chooseCertificate(dialog, file, 'pfx')

  await dialog.getByLabel('Convert the file to TripleDES-SHA1').uncheck()
  await expect(dialog.getByText('This file is encrypted with AES.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Upload', exact: true }).click()

  await expect(notice(page, 'Microsoft could not open the certificate file')).toContainText(
    'export the file again with TripleDES-SHA1',
  )
  expect(await graphCalls(emulator, 'POST')).toHaveLength(1)
})

test('Cancel closes the dialog, forgets the file and gives the focus back', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const dialog = await openUpload(page)
  await chooseCertificate(dialog, await certificateFile({ password: 'pfx' }), 'pfx')

  await dialog.getByRole('button', { name: 'Cancel' }).click()

  const opener = page.getByRole('button', { name: 'Upload certificate' })
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
  await opener.click()
  await expect(certificateFields(dialog).filePassword).toHaveValue('')
  await expect(certificateFields(dialog).file).toHaveValue('')
  expect(await graphCalls(emulator, 'POST')).toEqual([])
})
