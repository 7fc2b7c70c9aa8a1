/** Short ways around the test console. */
import { expect, type Locator, type Page } from '@playwright/test'
import { wantedPorts } from '../../scripts/lib/ports.mjs'
import { fillBasic, pages } from './connectors'
import { signIn } from './sign-in'

/** One of the emulator's target APIs. */
export const sampleUrl = (path: string) =>
  `https://localhost:${wantedPorts().EMULATOR_TLS_PORT}/samples/${path}`

export const samplePassword = 'sample-password'

/** The console, on a page or in a dialog. */
export const testConsole = (place: Page | Locator) => ({
  tenant: place.getByRole('combobox', { name: 'Tenant' }),
  step: place.getByRole('combobox', { name: 'Step' }),
  person: place.getByRole('combobox', { name: 'Person' }),
  form: place.getByRole('group', { name: 'Claims as a form' }),
  json: place.getByRole('textbox', { name: 'Claims as JSON' }),
  password: place.getByLabel('Password', { exact: true }),
  run: place.getByRole('button', { name: 'Run test' }),
  cancel: place.getByRole('button', { name: 'Cancel' }),
  result: place.getByRole('region', { name: 'Result' }),
  history: place.getByRole('table', { name: 'Earlier tests' }),
})

/** The Test tab of a connector. */
export async function openTest(page: Page, id: string, account = 'User Flow Admin') {
  await signIn(page, account, pages.connectorTest(id))
  const found = testConsole(page)
  await expect(found.run).toBeVisible()
  return found
}

/** Tests an address that no connector has yet. */
export async function openFormTest(page: Page, path: string) {
  await signIn(page, 'User Flow Admin', pages.newConnector())
  await fillBasic(page, {
    name: 'Not saved',
    url: sampleUrl(path),
    username: 'sample',
    password: samplePassword,
  })
  await page.getByRole('button', { name: 'Test' }).click()
  const dialog = page.getByRole('dialog', { name: 'Test before saving' })
  await expect(testConsole(dialog).run).toBeVisible()
  return testConsole(dialog)
}

/** The claims as the console would send them. */
export async function claimsOf({ json }: { readonly json: Locator }) {
  return JSON.parse(await json.inputValue()) as Record<string, unknown>
}
