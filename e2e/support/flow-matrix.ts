/** Short ways around the page about user flows. */
import { expect, type Page } from '@playwright/test'
import { steps } from './user-flows'

type StepName = (typeof steps)[keyof typeof steps]

export const matrix = (page: Page) => page.getByRole('grid', { name: 'User flows' })

export const flowRow = (page: Page, flow: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: flow, exact: true }) })

export const cell = (page: Page, flow: string, step: StepName) =>
  flowRow(page, flow).getByRole('gridcell').nth(Object.values(steps).indexOf(step))

export const changeButton = (page: Page, flow: string, step: StepName) =>
  page.getByRole('button', { name: `Change ${flow}, ${step}`, exact: true })

export const pendingBar = (page: Page) => page.getByRole('group', { name: 'Pending changes' })

/** Picks a connector, or `No connector`, for a cell. */
export async function pick(page: Page, flow: string, [step, connector]: [StepName, string]) {
  await changeButton(page, flow, step).click()
  await page.getByRole('dialog').getByRole('option', { name: connector }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}

export async function review(page: Page) {
  await pendingBar(page).getByRole('button', { name: 'Review and apply' }).click()
  return page.getByRole('dialog')
}

export async function apply(page: Page) {
  const dialog = await review(page)
  await dialog.getByRole('button', { name: 'Apply', exact: true }).click()
  return dialog
}
