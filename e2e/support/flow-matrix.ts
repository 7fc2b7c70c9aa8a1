/** Short ways around the page about user flows. */
import { expect, type Page } from '@playwright/test'
import type { Emulator } from './emulator'

export const steps = {
  federation: 'After federating with an identity provider during sign-up',
  creation: 'Before creating the user',
  token: 'Before sending the token (preview)',
} as const

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

/** The ids of the connectors at the steps of a flow, as Graph has them. */
export async function storedSteps(emulator: Emulator, flow: string) {
  const { flows } = await emulator.state()
  const stored = flows.find(({ id }) => id === flow)
  if (!stored) throw new Error(`The emulator has no flow ${flow}.`)
  return stored.steps
}

/** Below the version, as faults name it. */
export const configurationPath = (flow: string, kind = 'b2xUserFlows') =>
  `/identity/${kind}/${flow}/apiConnectorConfiguration`
