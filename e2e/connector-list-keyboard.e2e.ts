import type { Locator } from '@playwright/test'
import { expectNoSidewaysScroll } from './support/connectors'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

test('the arrow keys walk beyond the rows in sight, and Enter opens a connector', async ({
  page,
  emulator,
}) => {
  await emulator.reset('large', { connectors: 300, flows: 1 })
  await signIn(page)
  const connector = (number: number) =>
    page.getByRole('link', { name: `Connector ${String(number).padStart(5, '0')}` })
  await connector(1).focus()

  // One at a time: a key that comes before the next row is drawn does nothing.
  for (let number = 2; number <= 60; number += 1) {
    await page.keyboard.press('ArrowDown')
    await expect(connector(number)).toBeFocused()
  }
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'Connector 00060' })).toBeVisible()
})

test('the arrow keys walk through the cells of a row', async ({ page }) => {
  await signIn(page)
  const row = page.getByRole('row', { name: 'Age verification' })
  await row.getByRole('link').focus()

  await page.keyboard.press('ArrowRight')
  await expect(row.getByRole('gridcell').nth(1)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(row.getByRole('gridcell').nth(2)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')

  await expect(row.getByRole('link')).toBeFocused()
})

test('the keyboard makes a column wider', async ({ page }) => {
  await signIn(page)
  const name = page.getByRole('columnheader', { name: 'Name' })
  const before = await boxOf(name)
  await name.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Resize this column with the arrow keys' }).click()

  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Escape')

  await expect.poll(async () => (await boxOf(name)).width).toBeGreaterThan(before.width + 20)
  await expect(name).toHaveAttribute('aria-sort', 'ascending')
})

test('the pointer makes a column wider', async ({ page }) => {
  await signIn(page)
  const name = page.getByRole('columnheader', { name: 'Name' })
  const before = await boxOf(name)
  // Hovering waits until the header stands still; what is drawn above it moves it.
  await name.hover({ position: { x: before.width - 2, y: 10 } })
  const { x, y } = await boxOf(name)
  const edge = { x: x + before.width - 2, y: y + 10 }

  await page.mouse.down()
  await page.mouse.move(edge.x + 60, edge.y, { steps: 5 })
  await page.mouse.up()

  // The width follows the pointer a frame later.
  await expect.poll(async () => (await boxOf(name)).width).toBeGreaterThan(before.width + 40)
})

test('of 10,000 connectors only those in sight exist, and screen readers hear the true count', async ({
  page,
  emulator,
}) => {
  await emulator.reset('large', { connectors: 10_000, flows: 1 })
  await signIn(page)
  const grid = page.getByRole('grid', { name: 'API connectors' })
  await expect(grid).toHaveAttribute('aria-rowcount', '10001')
  const first = page.getByRole('row', { name: 'Connector 00001' })
  await expect(first).toHaveAttribute('aria-rowindex', '2')

  await first.hover()
  await page.mouse.wheel(0, 44 * 20_000)

  const last = page.getByRole('row', { name: 'Connector 10000' })
  await expect(last).toHaveAttribute('aria-rowindex', '10001')
  await expect(first).toBeHidden()
  expect(await grid.getByRole('row').count()).toBeLessThan(60)
})

test('a narrow window scrolls the grid, not the page', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })

  await signIn(page)

  await expect(page.getByRole('row', { name: 'Age verification' })).toBeVisible()
  await expectNoSidewaysScroll(page)
})

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('This is not in sight.')
  return box
}
