/** Short ways around the pages about connectors. */
import { expect, type Locator, type Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import type { EmulatorControl, EmulatorState } from '../../emulator/testing/control-client'
import type { CertificateFile } from './test'

export { customerIds } from '../../emulator/seed/customer-demo'
export { demoIds } from '../../emulator/seed/demo-connectors'
export { pages } from '../../lib/contract/routes'

/** Below the version, as faults name it. */
export const connectorsPath = '/identity/apiConnectors'
export const anyConnectorPath = '/identity/apiConnectors/*'

export type BasicEntries = {
  readonly name?: string
  readonly url?: string
  readonly username?: string
  readonly password?: string
}

export const loyaltyApi = {
  name: 'Loyalty check',
  url: 'https://api.contoso.example/loyalty',
  username: 'svc-loyalty',
  password: 'Tr0ub4dor & 3',
} as const satisfies BasicEntries

/** The fields of a connector's form. */
export const fields = (page: Page) => ({
  name: page.getByRole('textbox', { name: 'Display name' }),
  url: page.getByRole('textbox', { name: 'Endpoint URL' }),
  basic: page.getByRole('radio', { name: 'Basic' }),
  certificate: page.getByRole('radio', { name: 'Certificate' }),
  username: page.getByLabel('Username'),
  password: page.getByLabel('Password', { exact: true }),
  ...certificateFields(page),
})

/** The fields of a certificate, in a form or a dialog. */
export const certificateFields = (place: Page | Locator) => ({
  file: place.getByLabel('Certificate file'),
  filePassword: place.getByLabel('Certificate password'),
})

export async function fillBasic(page: Page, entries: BasicEntries) {
  const { name, url, username, password } = fields(page)
  const places = [
    [name, entries.name],
    [url, entries.url],
    [username, entries.username],
    [password, entries.password],
  ] as const
  for (const [field, text] of places) if (text !== undefined) await field.fill(text)
}

type ChosenFile = Pick<CertificateFile, 'path'>

/** Chooses a file, whatever is in it. */
export async function chooseFile(place: Page | Locator, { path }: ChosenFile, password: string) {
  const { file, filePassword } = certificateFields(place)
  await file.setInputFiles(path)
  await filePassword.fill(password)
}

/** Chooses a file that can be used, and waits, as a person would, for what is said about it. */
export async function chooseCertificate(place: Page | Locator, file: ChosenFile, password: string) {
  await chooseFile(place, file, password)
  await expect(place.getByRole('region', { name: 'What is in the file' })).toBeVisible()
}

/** The notice about a failure; its heading says which. */
export const notice = (page: Page, title: string) =>
  page.getByRole('group').filter({ hasText: title })

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

type StoredConnector = EmulatorState['connectors'][number]

export async function storedById(emulator: EmulatorControl, id: string) {
  const { connectors } = await emulator.state()
  return found(connectors.find((connector) => connector.id === id))
}

export async function storedByName(emulator: EmulatorControl, name: string) {
  const { connectors } = await emulator.state()
  const named = connectors.filter(({ displayName }) => displayName === name)
  expect(named, `connectors called ${name}`).toHaveLength(1)
  return found(named[0])
}

function found(connector: StoredConnector | undefined): StoredConnector {
  if (!connector) throw new Error('The emulator does not have this connector.')
  return connector
}

/** The certificates of a stored connector, in the order in which they were uploaded. */
export function certificatesOf({ authenticationConfiguration }: StoredConnector) {
  return authenticationConfiguration.certificateList ?? []
}

/** The Graph calls of one method so far, as paths below the version. */
export async function graphCalls(emulator: EmulatorControl, method: string) {
  const requests = await emulator.requests()
  return requests
    .filter((request) => request.method === method)
    .map(({ path }) => path.replace(/^\/(v1\.0|beta)/, ''))
}

/** Nothing on the page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page) {
  const overflow = () => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  }
  expect(await page.evaluate(overflow), 'pixels beyond the edge').toBeLessThanOrEqual(0)
}
