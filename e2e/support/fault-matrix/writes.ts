/** What the portal writes: done when the page says so. */
import { expect, type Locator, type Page } from '@playwright/test'
import {
  certificateFields,
  chooseCertificate,
  connectorsPath,
  fields,
  fillBasic,
  loyaltyApi,
  pages,
} from '../connectors'
import type { EmulatorState } from '../../../emulator/testing/control-client'
import { pick, review } from '../flow-matrix'
import { flowPath, steps } from '../user-flows'
import {
  besides,
  small,
  withCertificate,
  withPassword,
  type Attempt,
  type FlowTenant,
  type Operation,
  type Stage,
} from './operation'

const onConnectors = {
  about: 'connectors',
  tenant: 'workforce',
  isOnCollection: false,
  account: 'User Flow Admin',
} as const

const button = (place: Page | Locator, name: string) =>
  place.getByRole('button', { name, exact: true })

/** The next try opens the page anew. */
const recover = async () => {}

async function openAnew({ page, emulator }: Stage, address: string) {
  await small(emulator)
  await page.goto(address)
}

export const create: Operation = {
  kind: 'additive',
  ...onConnectors,
  isOnCollection: true,
  address: pages.newConnector(),
  call: { method: 'POST', path: connectorsPath },
  begin: async (stage, mark) => {
    const { page } = stage
    await openAnew(stage, pages.newConnector())
    await fillBasic(page, { ...loyaltyApi, name: mark })
    return {
      act: () => button(page, 'Create').click(),
      done: page.getByText(`${mark} was created.`),
      recover,
      expectKept: async () => {
        await expect(fields(page).name).toHaveValue(mark)
        await expect(fields(page).url).toHaveValue(loyaltyApi.url)
        await expect(fields(page).username).toHaveValue(loyaltyApi.username)
        await expect(fields(page).password).toHaveValue(loyaltyApi.password)
      },
      judge: (state) => {
        const isMeant = ({ displayName }: { displayName: string }) => displayName === mark
        return {
          effects: state.connectors.filter(isMeant).length,
          rest: besides(state, isMeant),
        }
      },
    }
  },
}

export const update: Operation = {
  kind: 'absolute',
  ...onConnectors,
  address: pages.editConnector(withPassword.id),
  call: { method: 'PATCH', path: `${connectorsPath}/${withPassword.id}` },
  begin: async (stage, mark) => {
    const { page } = stage
    await openAnew(stage, pages.editConnector(withPassword.id))
    await fields(page).name.fill(mark)
    return {
      act: () => button(page, 'Save').click(),
      done: page.getByText(`${mark} was saved.`),
      recover,
      expectKept: () => expect(fields(page).name).toHaveValue(mark),
      judge: ({ connectors, flows }) => ({
        effects: connectors.filter(({ displayName }) => displayName === mark).length,
        rest: { connectors: connectors.map((connector) => unnamed(connector)), flows },
      }),
    }
  },
}

/** The connector that is renamed, without what it is called. */
const unnamed = ({ displayName, ...others }: EmulatorState['connectors'][number]) =>
  others.id === withPassword.id ? others : { displayName, ...others }

export const upload: Operation = {
  kind: 'additive',
  ...onConnectors,
  address: pages.connectorCertificates(withCertificate.id),
  call: {
    method: 'POST',
    path: `${connectorsPath}/${withCertificate.id}/uploadClientCertificate`,
  },
  begin: async (stage, mark) => {
    const { page } = stage
    await openAnew(stage, pages.connectorCertificates(withCertificate.id))
    const file = await stage.certificateFile(mark)
    await button(page, 'Upload certificate').click()
    const dialog = page.getByRole('dialog')
    await chooseCertificate(dialog, file, pfxPassword)
    return {
      act: () => dialog.getByRole('button', { name: 'Upload', exact: true }).click(),
      done: page.getByText(`${file.thumbprint} is active now.`),
      recover,
      expectKept: async () => {
        await expect(certificateFields(dialog).filePassword).toHaveValue(pfxPassword)
        await expect(dialog).toContainText(file.thumbprint)
      },
      judge: (state) => {
        const thumbprints = thumbprintsIn(state)
        return {
          effects: thumbprints.filter((thumbprint) => thumbprint === file.thumbprint).length,
          rest: {
            ...besides(state, ({ id }) => id === withCertificate.id),
            certificates: thumbprints.filter((thumbprint) => thumbprint !== file.thumbprint),
          },
        }
      },
    }
  },
}

export const pfxPassword = 'the file of this cell'

const thumbprintsIn = ({ connectors }: EmulatorState) =>
  connectors
    .filter(({ id }) => id === withCertificate.id)
    .flatMap(({ authenticationConfiguration: { certificateList } }) => certificateList ?? [])
    .map(({ thumbprint }) => thumbprint)

export const remove: Operation = {
  kind: 'absolute',
  ...onConnectors,
  address: pages.connector(withCertificate.id),
  call: { method: 'DELETE', path: `${connectorsPath}/${withCertificate.id}` },
  begin: async (stage) => {
    const { page } = stage
    await openAnew(stage, pages.connector(withCertificate.id))
    await page.getByRole('main').getByRole('button', { name: 'Delete', exact: true }).click()
    const dialog = page.getByRole('dialog')
    const isMeant = ({ id }: { id: string }) => id === withCertificate.id
    return {
      act: () => dialog.getByRole('button', { name: 'Delete', exact: true }).click(),
      done: page.getByText(`${withCertificate.name} was deleted.`),
      recover,
      expectKept: () => expect(dialog).toHaveAccessibleName(`Delete ${withCertificate.name}?`),
      judge: (state) => ({
        effects: state.connectors.some(isMeant) ? 0 : 1,
        rest: besides(state, isMeant),
      }),
    }
  },
}

/** Its steps are emptied first, and stay so when the deletion itself is what fails. */
export const removeUsed = ({ tenant, account }: FlowTenant): Operation => ({
  ...remove,
  tenant,
  account,
  address: pages.connector(withPassword.id),
  call: { method: 'DELETE', path: `${connectorsPath}/${withPassword.id}` },
  begin: async (stage) => {
    const { page } = stage
    await openAnew(stage, pages.connector(withPassword.id))
    await page.getByRole('main').getByRole('button', { name: 'Delete', exact: true }).click()
    const dialog = page.getByRole('dialog')
    const isMeant = ({ id }: { id: string }) => id === withPassword.id
    return {
      act: () => button(dialog, 'Detach from all, then delete').click(),
      done: page.getByText(`${withPassword.name} was deleted.`),
      recover,
      expectKept: () => expect(button(dialog, 'Re-attach')).toBeVisible(),
      judge: (state) => ({
        effects: state.connectors.some(isMeant) ? 0 : 1,
        rest: besides({ ...state, flows: [] }, isMeant),
      }),
    }
  },
})

type Step = 'postFederationSignup' | 'postAttributeCollection'

const onSteps = ({ tenant, account, kind, flowId }: FlowTenant, step: Step) =>
  ({
    kind: 'absolute',
    about: 'flows',
    tenant,
    isOnCollection: false,
    account,
    address: pages.userFlows(),
    call: { method: 'PUT', path: `${flowPath(flowId, kind)}/${step}/$ref` },
  }) as const

type StepChange = {
  readonly flowId: string
  readonly step: Step
  readonly choice: readonly [step: (typeof steps)['federation' | 'creation'], connector: string]
  /** What is there afterwards. */
  readonly content: string | null
}

async function change(
  stage: Stage,
  { flowId, step, choice, content }: StepChange,
): Promise<Attempt> {
  const { page } = stage
  await openAnew(stage, pages.userFlows())
  await pick(page, flowId, [...choice])
  const dialog = await review(page)
  return {
    act: () => dialog.getByRole('button', { name: 'Apply', exact: true }).click(),
    done: dialog.getByText('1 change was applied.'),
    recover,
    expectKept: () => expect(dialog.getByText('What was not done stays pending')).toBeVisible(),
    judge: ({ connectors, flows }) => ({
      effects: flows.filter(({ steps: stored }) => (stored[step] ?? null) === content).length,
      rest: { connectors, flows: flows.map((flow) => ({ ...flow, steps: without(flow, step) })) },
    }),
  }
}

const without = ({ steps: stored }: EmulatorState['flows'][number], step: Step) => ({
  ...stored,
  [step]: null,
})

export const attach = (on: FlowTenant): Operation => ({
  ...onSteps(on, 'postFederationSignup'),
  begin: (stage) =>
    change(stage, {
      flowId: on.flowId,
      step: 'postFederationSignup',
      choice: [steps.federation, withCertificate.name],
      content: withCertificate.id,
    }),
})

export const clear = (on: FlowTenant): Operation => ({
  ...onSteps(on, 'postAttributeCollection'),
  begin: (stage) =>
    change(stage, {
      flowId: on.flowId,
      step: 'postAttributeCollection',
      choice: [steps.creation, 'No connector'],
      content: null,
    }),
})
