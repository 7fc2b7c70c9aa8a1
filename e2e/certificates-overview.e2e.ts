import type { Locator, Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { axe, axeInAllColours } from './support/axe'
import {
  chooseCertificate,
  connectorsPath,
  demoIds,
  expectNoSidewaysScroll,
  graphCalls,
  notice,
  pages,
} from './support/connectors'
import type { EmulatorControl } from '../emulator/testing/control-client'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const administrator = 'User Flow Admin'
const names = (page: Page) => page.getByRole('gridcell').getByRole('link')
const group = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search certificates' })
const navigation = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Certificates', exact: true })

const open = (page: Page, address = pages.certificates()) => signIn(page, administrator, address)

test('every certificate counts in one group, and what needs somebody comes first', async ({
  page,
}) => {
  await open(page)

  await expect(page.getByRole('group', { name: 'Show only' }).getByRole('button')).toHaveText([
    'None active (2)',
    'Expired (1)',
    '≤ 7 days (1)',
    '≤ 30 days (0)',
    '≤ 60 days (1)',
    'Later (2)',
    'Waiting (1)',
    'Standby (1)',
    'Past (1)',
  ])
  const states = page.getByRole('row').locator('[role=gridcell]:nth-child(2)')
  await expect(states).toHaveText([
    'none active, next starts in 3 days',
    'none active, next starts in 2 weeks',
    'expired 3 weeks ago',
    'expires in 6 days',
    'valid for 45 days',
    'valid for 300 days',
    'valid for 362 days',
    /^starts in/,
    'Standby',
    /^expired/,
  ])
  const entries = page
    .getByRole('list', { name: 'Validity of the certificates' })
    .getByRole('listitem')
  await expect(entries).toHaveCount(10)
  await expect(entries.nth(3)).toContainText(
    /^Export control screeningActive, .+ 20\d\d – .+ 20\d\d$/,
  )
})

test('groups and search narrow the page, are part of the address and survive a reload', async ({
  page,
}) => {
  await open(page)
  await group(page, '≤ 7 days (1)').click()
  await group(page, 'Expired (1)').click()
  await expect(page).toHaveURL(`${pages.certificates()}?group=expired,urgent`)
  await search(page).fill('fraud')
  await expect(page).toHaveURL(`${pages.certificates()}?group=expired,urgent&q=fraud`)

  await page.reload()

  await expect(search(page)).toHaveValue('fraud')
  await expect(group(page, 'Expired (1)')).toHaveAttribute('aria-pressed', 'true')
  await expect(names(page)).toHaveText(['Fraud score (Northwind Traders)'])
  await expect(page.getByText('1 of 10 entries')).toBeVisible()

  await navigation(page).click()
  await expect(names(page)).toHaveCount(10)
  await expect(search(page)).toHaveValue('')
})

test('a name leads to the certificates of its connector, and Back to the chosen group', async ({
  page,
}) => {
  await open(page, `${pages.certificates()}?group=urgent`)

  await names(page).click()

  await expect(page).toHaveURL(pages.connectorCertificates(demoIds.exportControl))
  await expect(page.getByRole('tab', { name: 'Certificates' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await page.goBack()
  await expect(names(page)).toHaveText(['Export control screening'])
})

test('the calendar holds the ends still to come of the rows that are shown', async ({ page }) => {
  await open(page, `${pages.certificates()}?group=urgent,expired,past`)

  const { name, text } = await downloadBy(page, 'Export calendar (.ics)')

  const [event = '', ...others] = text.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1)
  expect(name).toMatch(/^certificates-\d{4}-\d\d-\d\d\.ics$/)
  expect(others).toEqual([])
  expect(event).toMatch(/SUMMARY:Export control screening: certificate ends on .+20\d\d\r\n/)
  expect(event.match(/BEGIN:VALARM/g)).toHaveLength(1) // of 30, 7 and 1 day, one is still to come
  expect(event).toContain(`${pages.connectorCertificates(demoIds.exportControl)}\r\n`)
  const [, end = ''] = /DTSTART:(\d{8})T\d{6}Z/.exec(event) ?? []
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  const day = inDays(6).toISOString().slice(0, 10).replaceAll('-', '')
  expect(end).toBe(day)

  await group(page, '≤ 7 days (1)').click()
  await expect(group(page, 'Export calendar (.ics)')).toHaveAccessibleDescription(/still to come/)
  await expect(group(page, 'Export calendar (.ics)')).toBeDisabled()
})

test('the CSV file holds the rows that are shown', async ({ page }) => {
  await open(page, `${pages.certificates()}?q=fabrikam`)
  await expect(names(page)).toHaveCount(2)

  const { name, text } = await downloadBy(page, 'Export CSV')

  const [header, ...rows] = text.split('\r\n').map((line) => line.replaceAll('"', '').split(','))
  expect(name).toMatch(/^certificates-\d{4}-\d\d-\d\d\.csv$/)
  expect(header?.[0]).toBe('\uFEFFConnector')
  expect(rows.map(([connector, id, groupName]) => [connector, id, groupName])).toEqual([
    ['Identity proofing (Fabrikam)', demoIds.identityProofing, 'None active'],
    ['Identity proofing (Fabrikam)', demoIds.identityProofing, 'Past'],
    ['', undefined, undefined],
  ])
})

/** The calls that read connectors; where they are used is read beside them. */
const connectorReads = async (emulator: EmulatorControl) =>
  (await graphCalls(emulator, 'GET')).filter((path) => path.startsWith(connectorsPath))

test('the navigation counts the connectors in need without a request of its own', async ({
  page,
  emulator,
}) => {
  await open(page, pages.connector(demoIds.loyalty))
  await expect(page.getByRole('heading', { level: 1, name: 'Loyalty number lookup' })).toBeVisible()
  await expect(navigation(page)).toHaveText('Certificates')
  expect(await connectorReads(emulator)).toEqual([`${connectorsPath}/${demoIds.loyalty}`])

  await page.getByRole('link', { name: 'Connectors', exact: true }).click()

  await expect(navigation(page)).toHaveText('Certificates4')
  await expect(navigation(page)).toHaveAccessibleDescription(/^4 connectors need/)
  expect(await connectorReads(emulator)).toHaveLength(2)
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect.poll(async () => (await connectorReads(emulator)).length).toBe(3)
})

test('after an upload the navigation counts one connector less', async ({
  page,
  certificateFile,
}) => {
  await signIn(page)
  await expect(navigation(page)).toHaveText('Certificates4')
  await page.getByRole('link', { name: 'Export control screening' }).click()
  await page.getByRole('button', { name: 'Upload certificate' }).click()
  const dialog = page.getByRole('dialog')
  await chooseCertificate(dialog, await certificateFile({ password: 'pfx' }), 'pfx')

  await dialog.getByRole('button', { name: 'Upload', exact: true }).click()

  await expect(page.getByText('The certificate was uploaded.')).toBeVisible()
  await expect(navigation(page)).toHaveText('Certificates3')
})

test('without certificates the page says so', async ({ page, emulator }) => {
  await emulator.reset('empty')

  await open(page)

  await expect(page.getByRole('heading', { name: 'No certificates yet' })).toBeVisible()
  await axe(page)
})

test('a failure is explained and can be tried again', async ({ page, emulator, consoleErrors }) => {
  consoleErrors.allow(/status of 500/)
  await emulator.faults({ kind: 'status', status: 500, path: connectorsPath, times: 2 })
  await open(page)
  const failure = notice(page, 'Microsoft has a problem at the moment')

  await failure.getByRole('button', { name: 'Try again' }).click()

  await expect(names(page)).toHaveCount(10)
  await expect(failure).toBeHidden()
})

test('an account that may only read sees everything', async ({ page }) => {
  await signIn(page, 'Read Only', pages.certificates())

  await expect(names(page)).toHaveCount(10)
})

test.describe('just signed in', () => {
  // In an older sign-in, a role that it does not carry may have been activated since.
  test.use({ hasSharedSession: false })

  test('an account without a role is told so', async ({ page, consoleErrors }) => {
    consoleErrors.allow(/status of 403/)
    await signIn(page, 'No Role', pages.certificates())

    await expect(notice(page, 'Your account does not have the role for this')).toBeVisible()
  })
})

test('the keyboard filters, walks through 300 rows and opens a connector', async ({
  page,
  emulator,
}) => {
  await emulator.reset('large', { connectors: 600, flows: 1 })
  await open(page)
  const timeline = page.getByRole('region', { name: 'Validity of the certificates' })
  await expect(page.getByText('300 entries', { exact: true })).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Certificates' })).toHaveAttribute(
    'aria-rowcount',
    '301',
  )
  await timeline.focus()
  await page.keyboard.press('End')
  await expect.poll(() => timeline.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(1_000)

  await group(page, '≤ 7 days (8)').focus()
  await page.keyboard.press('Space')
  await expect(names(page)).toHaveCount(8)
  await names(page).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(names(page).nth(1)).toBeFocused()
  for (let column = 2; column <= 6; column += 1) await page.keyboard.press('ArrowRight')
  await expect(copyButton(page.getByRole('row').nth(2))).toBeFocused()
  await names(page).nth(1).focus()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'Connector 00401' })).toBeVisible()
})

test('a clock that is wrong is said on every page', async ({ page }) => {
  await page.clock.setFixedTime(new Date(Date.now() + 5 * 60_000))
  await open(page)

  await expect(page.getByText(/clock is 5 minutes ahead of the portal’s/)).toBeVisible()
  await page.getByRole('link', { name: 'Connectors', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'API connectors' })).toBeVisible()
  await expect(page.getByText(/clock is 5 minutes ahead of the portal’s/)).toBeVisible()
})

test('no barrier in the overview, wide, narrow, scrolled and without a match', async ({
  page,
  emulator,
}) => {
  await open(page)
  await expect(names(page)).toHaveCount(10)
  await axeInAllColours(page)

  await group(page, '≤ 30 days (0)').click()
  await expect(page.getByRole('heading', { name: 'No certificate matches' })).toBeVisible()
  await axeInAllColours(page)
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(names(page)).toHaveCount(10)

  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  await axe(page)

  await emulator.reset('large', { connectors: 60, flows: 1 })
  await page.reload()
  await expect(page.getByText('30 entries')).toBeVisible()
  await axe(page)
})

const copyButton = (place: Locator) => place.getByRole('button', { name: 'Copy thumbprint' })

async function downloadBy(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}
