import type { Page } from '@playwright/test'
import { demoIds, pages } from './support/connectors'
import { deleteElsewhere } from './support/elsewhere'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const columns = ['Name', 'Endpoint', 'Authentication', 'Certificate', 'Used in', 'ID'] as const
type Column = (typeof columns)[number]

const header = (page: Page, column: Column) => page.getByRole('columnheader', { name: column })

/** The texts of one column, from top to bottom. */
async function cellsOf(page: Page, column: Column) {
  const rows = await page.getByRole('row').all()
  const cells = rows.slice(1).map((row) => row.getByRole('gridcell').nth(columns.indexOf(column)))
  return Promise.all(cells.map((cell) => cell.innerText()))
}

test('each connector shows its name, endpoint, authentication, certificate, use and id', async ({
  page,
}) => {
  await signIn(page)
  const row = page.getByRole('row', { name: 'Export control screening' })

  for (const column of columns) await expect(header(page, column)).toBeVisible()
  await expect(row.getByRole('gridcell')).toHaveText([
    'Export control screening',
    'https://compliance.contoso.example/screening',
    'Certificate',
    'expires in 6 days',
    /^1 user flow/,
    demoIds.exportControl,
  ])
  await expect(page.getByText('15 connectors')).toBeVisible()
})

test('certificates are described in words', async ({ page }) => {
  await signIn(page)

  for (const [name, state] of [
    ['Partner approval', 'valid for 300 days'],
    ['Export control screening', 'expires in 6 days'],
    ['Fraud score (Northwind Traders)', 'expired 3 weeks ago'],
    ['Supplier register', 'none active, next starts in 2 weeks'],
    ['Membership tier', 'valid for 362 days'],
    ['Invitation code', 'valid for 45 days'],
    ['Identity proofing (Fabrikam)', 'none active, next starts in 3 days'],
    ['Age verification', '–'],
  ] as const) {
    const row = page.getByRole('row', { name })
    await expect(row.getByRole('gridcell').nth(3)).toHaveText(state)
  }
})

test('a function key in an endpoint is not shown', async ({ page }) => {
  await signIn(page)

  const row = page.getByRole('row', { name: 'Postal address validation' })
  await expect(row.getByRole('gridcell').nth(1)).toHaveText(/ValidateAddress\?code=•••$/)
  expect(await page.content()).not.toContain('aVZ3c0xQ')
})

test('a name is a link to its connector', async ({ page }) => {
  await signIn(page)
  const link = page.getByRole('link', { name: 'Legacy CRM lookup' })
  await expect(link).toHaveAttribute('href', pages.connector(demoIds.legacy))

  await link.click()

  await expect(page).toHaveURL(pages.connector(demoIds.legacy))
  await expect(page.getByRole('heading', { level: 1, name: 'Legacy CRM lookup' })).toBeVisible()
})

test('a click on a column sorts by it, and another one turns the order around', async ({
  page,
}) => {
  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
  await signIn(page)
  await header(page, 'Certificate').click()

  for (const column of ['Name', 'Endpoint', 'Authentication', 'ID'] as const) {
    await header(page, column).click()
    await expect(header(page, column)).toHaveAttribute('aria-sort', 'ascending')
    const upwards = await cellsOf(page, column)
    await header(page, column).click()
    await expect(header(page, column)).toHaveAttribute('aria-sort', 'descending')
    const downwards = await cellsOf(page, column)

    expect(upwards).toHaveLength(15)
    expect(upwards).toEqual([...upwards].sort((one, other) => collator.compare(one, other)))
    expect(downwards).toEqual([...upwards].reverse())
  }
})

test('sorted by certificate, what needs attention comes first', async ({ page }) => {
  await signIn(page)

  await header(page, 'Certificate').click()

  await expect(header(page, 'Certificate')).toHaveAttribute('aria-sort', 'ascending')
  const states = await cellsOf(page, 'Certificate')
  expect(states.slice(0, 8)).toEqual([
    'expired 3 weeks ago',
    'none active, next starts in 3 days',
    'none active, next starts in 2 weeks',
    'expires in 6 days',
    'valid for 45 days',
    'valid for 300 days',
    'valid for 362 days',
    '–',
  ])
})

test('the keyboard sorts as well', async ({ page }) => {
  await signIn(page)
  const name = header(page, 'Name')
  await expect(name).toHaveAttribute('aria-sort', 'ascending')

  await name.getByRole('button').focus()
  await page.keyboard.press('Enter')

  await expect(name).toHaveAttribute('aria-sort', 'descending')
  const names = await cellsOf(page, 'Name')
  expect(names.at(-1)).toContain('Acceptance of the terms')
})

test('Refresh shows what has changed meanwhile', async ({ page, emulator }) => {
  await signIn(page)
  await expect(page.getByRole('row', { name: 'Age verification' })).toBeVisible()
  await deleteElsewhere(emulator, demoIds.ageCheck)

  await page.getByRole('button', { name: 'Refresh' }).click()

  await expect(page.getByText('14 connectors')).toBeVisible()
  await expect(page.getByRole('row', { name: 'Age verification' })).toBeHidden()
})

test('a tenant without connectors says what they are for', async ({ page, emulator }) => {
  await emulator.reset('empty')

  await signIn(page)

  await expect(page.getByRole('heading', { name: 'No API connectors yet' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'New connector' })).toBeVisible()
  await expect(page.getByRole('grid')).toBeHidden()
})

test('long and right-to-left names stay within their cells', async ({ page }) => {
  await signIn(page)
  const long = page.getByRole('link', { name: /^Acceptance of the terms/ })
  const arabic = page.getByRole('link', { name: 'التحقق من بيانات الشريك' })

  for (const link of [long, arabic]) {
    const cell = page.getByRole('gridcell').filter({ has: link })
    const [linkBox, cellBox] = [await link.boundingBox(), await cell.boundingBox()]
    expect(linkBox?.height).toBeLessThan(30)
    expect(linkBox?.width).toBeLessThanOrEqual(cellBox?.width ?? 0)
  }
  await expect(long).toHaveAttribute('title', /replaces the connector of 2023$/)
})
