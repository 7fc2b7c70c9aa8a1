import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { certificateFields, chooseFile, demoIds, graphCalls, pages } from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Upload a certificate to/ })

async function openUpload(page: Page) {
  await signIn(page, 'User Flow Admin', pages.connector(demoIds.approval))
  await page.getByRole('button', { name: 'Upload certificate' }).click()
  return dialogOf(page)
}

test('what is in a file is shown before it is sent', async ({ page, certificateFile }) => {
  const file = await certificateFile({ password: 'pfx', subject: 'Loyalty API', keyBits: 1024 })
  const dialog = await openUpload(page)
  await certificateFields(dialog).file.setInputFiles(file.path)
  await expect(dialog.getByText('Enter the password of this file')).toBeVisible()

  await certificateFields(dialog).filePassword.fill('pfx')

  const contents = dialog.getByRole('region', { name: 'What is in the file' })
  await expect(contents).toContainText('CN=Loyalty API')
  await expect(contents).toContainText(file.thumbprint)
  await expect(contents).toContainText('RSA, 1024 bits')
  await expect(contents).toContainText('TripleDES-SHA1')
  await expect(dialog.getByText('shorter than 2048 bits')).toBeVisible()
  await expect(dialog.getByLabel('Convert the file to TripleDES-SHA1')).toBeHidden()
})

for (const [what, wish, sentence] of [
  ['no private key', { withoutKey: true }, 'This file holds no private key'],
  ['no certificate', { withoutCertificate: true }, 'a private key without its certificate'],
  [
    'a key of another certificate',
    { withForeignCertificate: true },
    'The private key in this file belongs to another certificate.',
  ],
  [
    'a certificate that has expired',
    { notBefore: new Date(0), notAfter: new Date(86_400_000) },
    'This certificate has expired',
  ],
] as const) {
  test(`a file with ${what} is refused before anything is sent`, async ({
    page,
    emulator,
    certificateFile,
  }) => {
    const file = await certificateFile({ password: 'pfx', ...wish })
    const dialog = await openUpload(page)
    await chooseFile(dialog, file, 'pfx')
    await expect(dialog.getByText(sentence)).toBeVisible()

    await dialog.getByRole('button', { name: 'Upload', exact: true }).click()

    await expect(certificateFields(dialog).file).toHaveAccessibleDescription(new RegExp(sentence))
    expect(await graphCalls(emulator, 'POST')).toEqual([])
  })
}

/** A file of the collection that the reader of certificate files is tested with. */
const fixture = (name: string) => ({
  path: fileURLToPath(new URL(`../lib/domain/pkcs12/fixtures/${name}`, import.meta.url)),
})

test('an issuer that is missing in the file is named before it is sent', async ({ page }) => {
  const dialog = await openUpload(page)
  await chooseFile(dialog, fixture('two-certificates.pfx'), 'Pa$$word')

  await expect(
    dialog.getByText('The certificate of the issuer, CN=middle, is not in this file.'),
  ).toBeVisible()
})

test('of a file with several keys, one can be chosen', async ({ page }) => {
  const dialog = await openUpload(page)
  await chooseFile(dialog, fixture('keytool-several.p12'), 'changeit')
  const choices = dialog.getByRole('radiogroup', { name: 'Which certificate is meant?' })
  const chosen = choices.getByRole('radio').nth(1)
  await expect(chosen).toHaveAccessibleName(/Name in the file: .*Valid until .*Self-signed/)
  const name = await chosen.getAttribute('value')

  await chosen.click() // not `check()`: the choice gives way to what it holds

  await expect(dialog.getByRole('region', { name: 'What is in the file' })).toContainText(
    name ?? '-',
  )
  await expect(choices).toBeHidden()
  await dialog.getByRole('button', { name: 'Choose another certificate' }).click()
  await expect(choices).toBeVisible()
})
