import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Finds no barrier on the page as it is now; every rule of axe is on. */
export async function axe(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const barriers = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, target }) => `  ${String(target)}  ${html}`).join('\n')}`,
  )
  expect(barriers, 'barriers found by axe').toEqual([])
}
