/** Short ways around what is told of user flows. */
import type { Page } from '@playwright/test'
import type { EmulatorControl } from '../../emulator/testing/control-client'

export const steps = {
  federation: 'After federating with an identity provider during sign-up',
  creation: 'Before creating the user',
  token: 'Before sending the token (preview)',
} as const

/** Below the version, as faults name it. */
export const flowPath = (flowId: string, kind = 'b2xUserFlows') =>
  `/identity/${kind}/${flowId}/apiConnectorConfiguration`

/** The ids of the connectors at the steps of a flow, as Graph has them. */
export async function storedSteps(emulator: EmulatorControl, flowId: string) {
  const { flows } = await emulator.state()
  const stored = flows.find(({ id }) => id === flowId)
  if (!stored) throw new Error(`The emulator has no flow ${flowId}.`)
  return stored.steps
}

/** The changes of steps and connectors so far, in their order. */
export async function changesOf(emulator: EmulatorControl) {
  const requests = await emulator.requests()
  return requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path.replace(/^\/(v1\.0|beta)\/identity/, '')}`)
}

/** The cell of a connector's row that tells where it is used. */
export const usedIn = (page: Page, connector: string) =>
  page.getByRole('row', { name: connector }).getByRole('gridcell').nth(4)

export const attachButton = (page: Page, connector: string) =>
  page.getByRole('button', { name: `Attach ${connector} to a user flow` })

/** A step in the dialog in which one is chosen. */
export const stepChoice = (page: Page, flowId: string, step: string) =>
  page
    .getByRole('dialog')
    .getByRole('group', { name: flowId })
    .getByRole('radio', { name: new RegExp(`^${step.replaceAll(/[()]/g, String.raw`\$&`)}`) })
