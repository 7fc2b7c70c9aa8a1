/** In a language that is English with accents, whatever is plain English has been forgotten in the code. */
import type { Page } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { anyFreePort, wantedPorts } from '../scripts/lib/ports.mjs'
import { startDemoPortal } from '../scripts/lib/servers.mjs'
import { stopServers } from '../scripts/lib/processes.mjs'
import { demoIds, pages } from './support/connectors'
import { plainWordsOn, textsIn } from './support/plain-words'
import { expect, test } from './support/test'
import type { EmulatorControl } from '../emulator/testing/control-client'

test.use({ hasSharedSession: false })

const portal = { origin: '' }

test.beforeAll(async () => {
  const PORT = await anyFreePort()
  await startDemoPortal({ ...wantedPorts(), PORT }, { PORTAL_LOCALE: 'en-XA' })
  portal.origin = `http://localhost:${PORT}`
})

test.afterAll(stopServers)

/** Names and addresses of this tenant, and of who is signed in. */
const dataOf = async (emulator: EmulatorControl) => [
  ...textsIn(await emulator.state()),
  'User Flow Admin admin@contoso.example Contoso http://localhost/auth/redirect',
  // Fluent's resize handles have a label of their own, which nothing can translate.
  'Resize column',
  ...readdirSync('samples', { recursive: true, encoding: 'utf8' }),
  'APIConnectors.ReadWrite.All APIConnectors.Read.All IdentityUserFlow AuditLog Directory',
]

async function signIn(page: Page) {
  await page.goto(portal.origin + pages.connectors())
  await page.getByRole('button', { name: 'Śíǧń íń' }).click()
  await page.getByRole('button', { name: 'User Flow Admin' }).click()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
}

test('what a visitor reads is in the catalogue', async ({ page, emulator }) => {
  const data = await dataOf(emulator)
  for (const path of ['/', pages.setup(), pages.signedOut(), '/nowhere']) {
    await page.goto(portal.origin + path)
    await expect(page.getByRole('heading').first()).toBeVisible()
    expect.soft(await plainWordsOn(page, data), path).toEqual([])
  }
})

test('what an administrator reads on the main pages is in the catalogue', async ({
  page,
  emulator,
}) => {
  await signIn(page)
  const data = await dataOf(emulator)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA')
  for (const path of [
    pages.connectors(),
    pages.connector(demoIds.approval),
    pages.connectorCertificates(demoIds.approval),
    pages.connector(demoIds.loyalty),
    pages.newConnector(),
    pages.editConnector(demoIds.loyalty),
    pages.certificates(),
    pages.userFlows(),
    pages.samples(null),
    pages.setup(),
  ]) {
    await page.goto(portal.origin + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    expect.soft(await plainWordsOn(page, data), path).toEqual([])
  }
})
