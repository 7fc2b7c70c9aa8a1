/** Two people change the same connector: nobody’s change is overwritten unseen. */
import { axe } from './support/axe'
import { choice, conflict, edit, save, saveChoices } from './support/conflict'
import {
  demoIds,
  expectNoSidewaysScroll,
  fields,
  graphCalls,
  pages,
  sha256,
  storedById,
  storedByName,
} from './support/connectors'
import { changeElsewhere, deleteElsewhere, renameElsewhere } from './support/elsewhere'
import { tabTo } from './support/keyboard'
import { expect, test } from './support/test'

test('the same field changed twice: both are shown, one is chosen, the rest is kept', async ({
  page,
  emulator,
}) => {
  const before = await storedById(emulator, demoIds.loyalty)
  await edit(page, demoIds.loyalty)
  await fields(page).name.fill('Mine')
  await fields(page).password.fill('new-password')
  await changeElsewhere(emulator, demoIds.loyalty, {
    displayName: 'Theirs',
    targetUrl: 'https://theirs.example/',
  })

  await save(page).click()

  await expect(conflict(page)).toBeFocused()
  for (const text of ['Loyalty number lookup', 'Theirs', 'Mine', 'https://theirs.example/']) {
    await expect(conflict(page).getByText(text, { exact: true })).toBeVisible()
  }
  expect(await graphCalls(emulator, 'PATCH'), 'nothing is sent before the choice').toHaveLength(1)
  await expect(saveChoices(page)).toBeDisabled()
  await expect(page.getByText('One choice is missing.')).toBeVisible()
  await axe(page)

  const patch = page.waitForRequest((request) => request.method() === 'PATCH')
  await choice(page, 'display name', 'Yours').check()
  await saveChoices(page).click()

  expect((await patch).postDataJSON(), 'only what the person has entered is sent').toEqual({
    displayName: 'Mine',
    authenticationConfiguration: {
      '@odata.type': '#microsoft.graph.basicAuthentication',
      username: 'sample',
      password: 'new-password',
    },
  })
  await expect(page.getByText('Mine was saved.')).toBeVisible()
  expect(await storedById(emulator, demoIds.loyalty)).toEqual({
    ...before,
    displayName: 'Mine',
    targetUrl: 'https://theirs.example/',
    authenticationConfiguration: {
      '@odata.type': '#microsoft.graph.basicAuthentication',
      username: 'sample',
      passwordSha256: sha256('new-password'),
    },
  })
})

test('choosing what is there now leaves it, and the rest of the edit is saved', async ({
  page,
  emulator,
}) => {
  await edit(page, demoIds.loyalty)
  await fields(page).name.fill('Mine')
  await fields(page).url.fill('https://mine.example/')
  await renameElsewhere(emulator, demoIds.loyalty, 'Theirs')

  await save(page).click()
  await choice(page, 'display name', 'As it is now').check()
  await saveChoices(page).click()

  await expect(page.getByText('Theirs was saved.')).toBeVisible()
  expect(await storedById(emulator, demoIds.loyalty)).toMatchObject({
    displayName: 'Theirs',
    targetUrl: 'https://mine.example/',
  })
})

test('when nothing of the edit is left, nothing is sent', async ({ page, emulator }) => {
  await edit(page, demoIds.loyalty)
  await fields(page).name.fill('Mine')
  await renameElsewhere(emulator, demoIds.loyalty, 'Theirs')
  await save(page).click()

  await choice(page, 'display name', 'As it is now').check()
  await saveChoices(page).click()

  await expect(page.getByText('Theirs is kept as it is now.')).toBeVisible()
  expect(await graphCalls(emulator, 'PATCH')).toHaveLength(1)
})

test('a third change while choosing is noticed too', async ({ page, emulator }) => {
  await edit(page, demoIds.loyalty)
  await fields(page).name.fill('Mine')
  await renameElsewhere(emulator, demoIds.loyalty, 'Theirs')
  await save(page).click()
  await choice(page, 'display name', 'Yours').check()
  await renameElsewhere(emulator, demoIds.loyalty, 'Theirs again')

  await saveChoices(page).click()

  await expect(conflict(page).getByText('Theirs again')).toBeVisible()
  await expect(saveChoices(page)).toBeDisabled()
  expect((await storedById(emulator, demoIds.loyalty)).displayName).toBe('Theirs again')
})

test('a connector deleted meanwhile can be created again from the same form', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 404/)
  await edit(page, demoIds.loyalty)
  await fields(page).name.fill('Loyalty reborn')
  await deleteElsewhere(emulator, demoIds.loyalty)
  await save(page).click()
  await expect(page.getByText('This connector was deleted in the meantime')).toBeVisible()
  expect(await graphCalls(emulator, 'PATCH')).toEqual([])
  await axe(page)

  await page.getByRole('button', { name: 'Create again' }).click()
  await page.getByRole('button', { name: 'Create', exact: true }).click()

  await expect(fields(page).password).toHaveAccessibleDescription(/Enter a password\./)
  await expect(fields(page).password).toBeFocused()
  await fields(page).password.fill('new-password')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(page.getByText('Loyalty reborn was created.')).toBeVisible()
  const stored = await storedByName(emulator, 'Loyalty reborn')
  expect(stored).toMatchObject({ authenticationConfiguration: { username: 'sample' } })
})

test('the choice is made with the keyboard alone, on a narrow screen', async ({
  page,
  emulator,
}) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await edit(page, demoIds.loyalty)
  await fields(page).name.fill('Mine')
  await renameElsewhere(emulator, demoIds.loyalty, 'Theirs')
  await save(page).focus()
  await page.keyboard.press('Enter')
  await expect(conflict(page)).toBeFocused()
  await expectNoSidewaysScroll(page)

  await tabTo(page, choice(page, 'display name', 'As it is now'))
  await page.keyboard.press('ArrowRight')
  await expect(choice(page, 'display name', 'Yours')).toBeChecked()
  await tabTo(page, saveChoices(page))
  await page.keyboard.press('Enter')

  await expect(page.getByText('Mine was saved.')).toBeVisible()
})

test('back to the form: everything is as it was entered', async ({ page, emulator }) => {
  await edit(page, demoIds.loyalty)
  await fields(page).name.fill('Mine')
  await fields(page).password.fill('new-password')
  await renameElsewhere(emulator, demoIds.loyalty, 'Theirs')
  await save(page).click()

  await page.getByRole('button', { name: 'Back to the form' }).click()

  await expect(conflict(page)).toBeHidden()
  await expect(fields(page).name).toHaveValue('Mine')
  await expect(fields(page).password).toHaveValue('new-password')
  await save(page).click()
  await expect(conflict(page)).toBeVisible()
})

test('what is entered while choosing is compared too', async ({ page, emulator }) => {
  await edit(page, demoIds.loyalty)
  await fields(page).name.fill('Mine')
  await changeElsewhere(emulator, demoIds.loyalty, { targetUrl: 'https://theirs.example/' })
  await save(page).click()
  await expect(saveChoices(page)).toBeEnabled()

  await fields(page).url.fill('https://mine.example/')

  await expect(conflict(page)).toBeHidden()
  await save(page).click()
  await expect(choice(page, 'endpoint URL', 'Yours')).toBeVisible()
  await expect(saveChoices(page)).toBeDisabled()
})

test('two people edit by turns: no change of either is overwritten unseen', async ({
  page,
  context,
  emulator,
}) => {
  await edit(page, demoIds.loyalty)
  const other = await context.newPage()
  for (const turn of [1, 2, 3, 4, 5]) {
    await page.goto(pages.editConnector(demoIds.loyalty))
    await other.goto(pages.editConnector(demoIds.loyalty))
    await fields(page).name.fill(`Name ${turn}`)
    await fields(other).url.fill(`https://api.contoso.example/${turn}`)
    await save(page).click()
    await expect(page.getByText(`Name ${turn} was saved.`)).toBeVisible()

    await save(other).click()

    await expect(conflict(other)).toContainText(`Name ${turn}`)
    await saveChoices(other).click()
    await expect(other.getByText(`Name ${turn} was saved.`)).toBeVisible()
    expect(await storedById(emulator, demoIds.loyalty)).toMatchObject({
      displayName: `Name ${turn}`,
      targetUrl: `https://api.contoso.example/${turn}`,
    })
  }
})
