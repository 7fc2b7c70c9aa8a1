/** Small things that are felt every day: the list on Back, titles, where the focus starts, paper. */
import type { Page } from '@playwright/test'
import { demoIds, fields, pages } from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

const administrator = 'User Flow Admin'
const header = (page: Page, name: string) =>
  page.getByRole('columnheader', { name, exact: true }).getByRole('button')
const rows = (page: Page) => page.getByRole('grid', { name: 'API connectors' }).getByRole('link')

test('Back finds the list in its order and at its place', async ({ page, emulator }) => {
  await emulator.reset('large', { connectors: 200, flows: 1 })
  await signIn(page, administrator)
  await header(page, 'Name').click()
  await expect(page.getByRole('columnheader', { name: 'Name', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await rows(page).first().hover()
  await page.mouse.wheel(0, 3000)
  const link = rows(page).nth(12)
  await expect(link).toBeInViewport()
  const name = (await link.textContent()) ?? ''
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

  await page.goBack()

  await expect(page.getByRole('link', { name, exact: true })).toBeInViewport()
  await expect(page.getByRole('columnheader', { name: 'Name', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
})

test('the list says when it was read', async ({ page }) => {
  await signIn(page, administrator)

  await expect(page.getByText(/^Read at \d{1,2}:\d\d/)).toBeVisible()
})

test('the window’s title names what the page is about', async ({ page }) => {
  await signIn(page, administrator, pages.connector(demoIds.loyalty))
  await expect(page).toHaveTitle('Loyalty number lookup – API Connectors')

  await page.getByRole('button', { name: 'Edit' }).click()

  await expect(page).toHaveTitle('Loyalty number lookup – Edit connector – API Connectors')
})

test('a question about deleting or detaching starts on Cancel', async ({ page }) => {
  await signIn(page, administrator, `${pages.connector(demoIds.loyalty)}?tab=user-flows`)
  const cancel = page.getByRole('dialog').getByRole('button', { name: 'Cancel' })

  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(cancel).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page
    .getByRole('button', { name: /^Detach from/ })
    .first()
    .click()

  await expect(cancel).toBeFocused()
})

test('the empty list has one button, its own', async ({ page, emulator }) => {
  await emulator.reset('empty')
  await signIn(page, administrator)
  await expect(page.getByRole('heading', { name: 'No API connectors yet' })).toBeVisible()

  await page.getByRole('button', { name: 'New connector' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'New connector' })).toBeVisible()
})

test('a name that is taken is pointed out', async ({ page }) => {
  await signIn(page, administrator)
  await expect(rows(page).first()).toBeVisible()
  await page.getByRole('button', { name: 'New connector' }).click()

  await fields(page).name.fill('Loyalty number lookup')

  await expect(page.getByText('Another connector has this name already.')).toBeVisible()
})

test('a copy of the endpoint is what is shown', async ({ page, context, emulator }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  const { connectors } = await emulator.state()
  const secret = connectors.find(({ targetUrl }) => targetUrl.includes('code='))
  await signIn(page, administrator, pages.connector(secret?.id ?? ''))

  await page.getByRole('button', { name: 'Copy endpoint URL' }).click()
  expect(await copied()).not.toContain(new URL(secret?.targetUrl ?? '').search)
  await page.getByRole('button', { name: 'Show secrets in the address' }).click()
  await page.getByRole('button', { name: 'Copy endpoint URL' }).click()

  expect(await copied()).toBe(secret?.targetUrl)
})

test('paper shows all rows and nothing of the frame', async ({ page, emulator }) => {
  await emulator.reset('large', { connectors: 120, flows: 1 })
  await signIn(page, administrator)
  await expect(page.getByText('120 connectors')).toBeVisible()

  await page.emulateMedia({ media: 'print' })

  await expect(rows(page)).toHaveCount(120)
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeHidden()
})

test('a name in the timeline leads to the certificates of its connector', async ({ page }) => {
  await signIn(page, administrator, `${pages.certificates()}?group=urgent`)
  const timeline = page.getByRole('list', { name: 'Validity of the certificates' })

  await timeline.getByRole('link', { name: 'Export control screening' }).click()

  await expect(page).toHaveURL(pages.connectorCertificates(demoIds.exportControl))
})
