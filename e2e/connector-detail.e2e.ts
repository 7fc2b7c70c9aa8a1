import type { Page } from '@playwright/test'
import {
  anyConnectorPath,
  certificatesOf,
  connectorsPath,
  demoIds,
  graphCalls,
  notice,
  pages,
  storedById,
} from './support/connectors'
import { readElsewhere } from './support/elsewhere'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const administrator = 'User Flow Admin'
const read = { method: 'GET', path: anyConnectorPath } as const

test.use({ timezoneId: 'America/New_York' })

const openConnector = (page: Page, id: string, tab = '') =>
  signIn(page, administrator, `${pages.connector(id)}${tab && `?tab=${tab}`}`)

const certificateRow = (page: Page, thumbprint: string) =>
  page.getByRole('table', { name: 'Certificates' }).getByRole('row', { name: thumbprint })

/** The certificates of a connector of the demonstration, in the order of their upload. */
async function thumbprintsOf(emulator: Parameters<typeof storedById>[0], id: string) {
  const certificates = certificatesOf(await storedById(emulator, id))
  return certificates.map(({ thumbprint }) => thumbprint) as [string, string]
}

test('the overview tells the essentials of a Basic connector', async ({ page }) => {
  await openConnector(page, demoIds.ageCheck)

  await expect(page.getByRole('heading', { level: 1, name: 'Age verification' })).toBeVisible()
  const overview = page.getByRole('tabpanel', { name: 'Overview' })
  await expect(overview).toContainText('https://verify.contoso.example/v2/age')
  await expect(overview).toContainText('Basic: username and password')
  await expect(overview).toContainText('svc-age')
  await expect(overview).toContainText('Stored by Microsoft; it cannot be shown.')
  await expect(overview).toContainText(demoIds.ageCheck)
})

test('the overview says how long the certificate is still valid', async ({ page }) => {
  await openConnector(page, demoIds.exportControl)

  const overview = page.getByRole('tabpanel', { name: 'Overview' })
  await expect(overview).toContainText('Client certificate')
  await expect(overview).toContainText('expires in 6 days')
})

test('the certificates are listed with their dates, and the active one is marked', async ({
  page,
  emulator,
}) => {
  const certificates = certificatesOf(await storedById(emulator, demoIds.membership))
  const format = new Intl.DateTimeFormat('en', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'America/New_York',
  })
  await openConnector(page, demoIds.membership)

  await page.getByRole('tab', { name: 'Certificates' }).click()

  await expect(page.getByRole('tab', { name: 'Certificates' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  for (const [index, { thumbprint, notBefore, notAfter }] of certificates.entries()) {
    const row = certificateRow(page, thumbprint)
    await expect(row).toContainText(format.format(notBefore * 1000))
    await expect(row).toContainText(format.format(notAfter * 1000))
    await expect(row).toContainText(['Standby', 'Active'][index] ?? '')
  }
})

test('when its time has come, another certificate is active after Refresh', async ({
  page,
  emulator,
}) => {
  const [first, second] = await thumbprintsOf(emulator, demoIds.invitation)
  await openConnector(page, demoIds.invitation, 'certificates')
  await expect(certificateRow(page, first)).toContainText('Active')
  await expect(certificateRow(page, second)).toContainText('Waiting')
  await emulator.clock(new Date(Date.now() + 31 * 86_400_000))

  await page.getByRole('button', { name: 'Refresh' }).click()

  await expect(certificateRow(page, second)).toContainText('Active')
  await expect(certificateRow(page, first)).not.toContainText('Active')
})

test('a connector without an active certificate says what that means', async ({ page }) => {
  await openConnector(page, demoIds.identityProofing, 'certificates')

  await expect(notice(page, 'No certificate is active')).toContainText('sign-up fails')
  await expect(page.getByRole('cell', { name: 'Expired' })).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Waiting' })).toBeVisible()
})

test('a Basic connector explains why it has no certificates', async ({ page }) => {
  await openConnector(page, demoIds.loyalty, 'certificates')

  await expect(page.getByRole('tabpanel', { name: 'Certificates' })).toContainText(
    'This connector signs in with a username and a password, so it has no certificates.',
  )
  await expect(page.getByRole('button', { name: 'Upload certificate' })).toBeHidden()
})

test('the chosen tab is part of the address and survives a reload', async ({ page }) => {
  await openConnector(page, demoIds.loyalty)
  const code = page.getByRole('tab', { name: 'Code' })

  await code.click()

  await expect(page).toHaveURL(`${pages.connector(demoIds.loyalty)}?tab=code`)
  await page.reload()
  await expect(code).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tabpanel', { name: 'Code' })).toContainText(demoIds.loyalty)
})

test('a tab that does not exist gives the overview', async ({ page }) => {
  await openConnector(page, demoIds.loyalty, 'nonsense')

  await expect(page.getByRole('tabpanel', { name: 'Overview' })).toBeVisible()
})

test('an id that nobody has is explained, with the way back', async ({ page, consoleErrors }) => {
  consoleErrors.allow(/status of 404/)
  await openConnector(page, '00000000-0000-4000-8000-000000000000')
  await expect(page.getByRole('heading', { level: 1, name: 'Connector' })).toBeVisible()

  await notice(page, 'This connector does not exist')
    .getByRole('button', { name: 'Go to the connectors' })
    .click()

  await expect(page.getByRole('grid', { name: 'API connectors' })).toBeVisible()
})

for (const segment of ['%25', 'a%20b', '%2e%2e%2f%2e%2e%2fusers', '%3Cb%3E%F0%9F%94%91']) {
  test(`an address that ends in ${segment} breaks nothing`, async ({
    page,
    emulator,
    consoleErrors,
  }) => {
    consoleErrors.allow(/status of 40[04]/)
    await signIn(page)
    await expect(page.getByRole('row', { name: 'Age verification' })).toContainText('Not used')
    await emulator.forgetRequests()

    await page.goto(`/connectors/${segment}`)

    await expect(page.getByText('This page has stopped working')).toBeHidden()
    await expect(page.getByRole('main')).toContainText(/does not exist|no such page/)
    await expect(page.getByText('Go to the connectors')).toBeVisible()
    expect(await graphCalls(emulator, 'GET')).toEqual([])
  })
}

test('a kind of authentication that is new to the portal is named as Microsoft does', async ({
  page,
  emulator,
}) => {
  const type = '#microsoft.graph.managedIdentityAuthentication'
  const received = (await readElsewhere(emulator, demoIds.loyalty)) as object
  const body = { ...received, authenticationConfiguration: { '@odata.type': type } }
  await emulator.faults({ ...read, kind: 'status', status: 200, body })

  await openConnector(page, demoIds.loyalty)

  await expect(page.getByText(`Not known to this portal (${type})`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Upload certificate' })).toBeHidden()
})

test('a name that looks like markup is shown as it is', async ({ page, emulator }) => {
  const displayName = '<img src=x onerror=alert(1)>'
  const received = (await readElsewhere(emulator, demoIds.loyalty)) as object
  await emulator.faults({
    ...read,
    kind: 'status',
    status: 200,
    body: { ...received, displayName },
  })

  await openConnector(page, demoIds.loyalty)

  await expect(page.getByRole('heading', { level: 1, name: displayName })).toBeVisible()
  await expect(page.getByRole('img')).toBeHidden()
})

test('while Microsoft is slow, the page says that it is loading', async ({ page, emulator }) => {
  await emulator.faults({ ...read, kind: 'delay', delayMs: 15_000 })

  await openConnector(page, demoIds.loyalty)

  await expect(page.getByRole('status', { name: 'Loading the connector…' })).toBeVisible()
  await emulator.clearFaults()
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible()
  await expect(page.getByRole('status', { name: 'Loading the connector…' })).toBeHidden()
})

test('when refreshing fails, what was read before stays in sight', async ({
  page,
  emulator,
  consoleErrors,
}) => {
  consoleErrors.allow(/status of 500/)
  await openConnector(page, demoIds.loyalty)
  await expect(page.getByRole('tabpanel', { name: 'Overview' })).toBeVisible()
  await emulator.faults({ ...read, kind: 'status', status: 500, times: 2 })

  await page.getByRole('button', { name: 'Refresh' }).click()

  const failure = notice(page, 'Microsoft has a problem at the moment')
  await expect(failure).toBeVisible()
  await expect(page.getByRole('tabpanel', { name: 'Overview' })).toContainText(demoIds.loyalty)
  await failure.getByRole('button', { name: 'Try again' }).click()
  await expect(failure).toBeHidden()
  expect(await graphCalls(emulator, 'GET')).toContain(`${connectorsPath}/${demoIds.loyalty}`)
})
