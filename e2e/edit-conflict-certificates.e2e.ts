/** Somebody adds a certificate while another is about to replace them all. */
import { axe } from './support/axe'
import { choice, conflict, edit, save, saveChoices } from './support/conflict'
import {
  certificatesOf,
  chooseCertificate,
  demoIds,
  graphCalls,
  pages,
  storedById,
} from './support/connectors'
import { uploadElsewhere } from './support/elsewhere'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

test('a certificate that somebody has added is not destroyed unseen', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const mine = await certificateFile({ password: 'pfx' }, 'mine.pfx')
  const theirs = await certificateFile({ password: 'pfx' }, 'theirs.pfx')
  await edit(page, demoIds.membership)
  await chooseCertificate(page, mine, 'pfx')
  await uploadElsewhere(emulator, demoIds.membership, { ...theirs, password: 'pfx' })

  await save(page).click()

  await expect(conflict(page)).toContainText(`Added meanwhile: ${theirs.thumbprint}`)
  expect(await graphCalls(emulator, 'PATCH')).toEqual([])
  await axe(page)
  await choice(page, 'authentication', 'As it is now').check()
  await saveChoices(page).click()
  await expect(page.getByText('is kept as it is now.')).toBeVisible()
  const left = certificatesOf(await storedById(emulator, demoIds.membership))
  expect(left.map(({ thumbprint }) => thumbprint)).toContain(theirs.thumbprint)
  expect(left).toHaveLength(3)
})

test('replacing it after all takes one deliberate choice', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const mine = await certificateFile({ password: 'pfx' }, 'mine.pfx')
  const theirs = await certificateFile({ password: 'pfx' }, 'theirs.pfx')
  await edit(page, demoIds.membership)
  await chooseCertificate(page, mine, 'pfx')
  await uploadElsewhere(emulator, demoIds.membership, { ...theirs, password: 'pfx' })
  await save(page).click()

  await choice(page, 'authentication', 'Yours').check()
  await saveChoices(page).click()

  await expect(page.getByText('Membership tier was saved.')).toBeVisible()
  const left = certificatesOf(await storedById(emulator, demoIds.membership))
  expect(left.map(({ thumbprint }) => thumbprint)).toEqual([mine.thumbprint])
})

test('a rotation that would remove a certificate nobody has shown is stopped', async ({
  page,
  emulator,
  certificateFile,
}) => {
  const mine = await certificateFile({ password: 'pfx' }, 'mine.pfx')
  const theirs = await certificateFile({ password: 'pfx' }, 'theirs.pfx')
  await signIn(page, 'User Flow Admin', pages.connectorCertificates(demoIds.membership))
  await page.getByRole('button', { name: 'Rotate certificate' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'From a file' }).check()
  await chooseCertificate(dialog, mine, 'pfx')
  await dialog.getByRole('radio', { name: 'Remove all 2' }).check()
  await dialog.getByLabel('Type Membership tier to confirm').fill('Membership tier')
  await uploadElsewhere(emulator, demoIds.membership, { ...theirs, password: 'pfx' })

  await dialog.getByRole('button', { name: 'Rotate', exact: true }).click()

  await expect(dialog).toContainText('This connector has changed since you opened this.')
  await expect(dialog.getByRole('radio', { name: 'Remove all 3' })).toBeChecked()
  expect(await graphCalls(emulator, 'PATCH')).toEqual([])
  await dialog.getByRole('button', { name: 'Rotate', exact: true }).click()
  await expect(page.getByText('The certificate was uploaded.')).toBeVisible()
  const left = certificatesOf(await storedById(emulator, demoIds.membership))
  expect(left.map(({ thumbprint }) => thumbprint)).toEqual([mine.thumbprint])
})
