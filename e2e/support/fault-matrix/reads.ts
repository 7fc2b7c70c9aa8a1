/** What the portal reads: done when the page shows what somebody else has changed just before. */
import { expect, type Locator } from '@playwright/test'
import { connectorsPath, pages } from '../connectors'
import { attachElsewhere, renameElsewhere } from '../elsewhere'
import type { EmulatorState } from '../../../emulator/testing/control-client'
import { flowRow } from '../flow-matrix'
import { flowPath } from '../user-flows'
import {
  small,
  withCertificate,
  withPassword,
  type Attempt,
  type FlowTenant,
  type Operation,
  type Stage,
} from './operation'

/** Reading changes nothing. */
const judge = ({ connectors, flows }: EmulatorState) => ({
  effects: 0,
  rest: { connectors, flows },
})

function refresh({ page }: Stage, former: Locator, done: Locator): Attempt {
  const button = page.getByRole('main').getByRole('button', { name: 'Refresh', exact: true })
  return {
    act: () => button.click(),
    done,
    expectKept: () => expect(former).toBeVisible(),
    judge,
    recover: async () => {
      await button.click()
      await expect(done).toBeVisible()
    },
  }
}

/** The connector under another name. */
async function renamed(stage: Stage, mark: string, shown: (name: string | RegExp) => Locator) {
  const { connectors } = await stage.emulator.state()
  const former = connectors.find(({ id }) => id === withPassword.id)?.displayName ?? ''
  await expect(shown(former)).toBeVisible()
  await renameElsewhere(stage.emulator, withPassword.id, mark)
  return refresh(stage, shown(former), shown(mark))
}

export const list: Operation = {
  kind: 'read',
  about: 'connectors',
  tenant: 'workforce',
  isOnCollection: true,
  account: 'Connectors Only',
  address: pages.connectors(),
  call: { method: 'GET', path: connectorsPath },
  begin: (stage, mark) => renamed(stage, mark, (name) => stage.page.getByRole('row', { name })),
}

export const get: Operation = {
  kind: 'read',
  about: 'connectors',
  tenant: 'workforce',
  isOnCollection: false,
  account: 'Connectors Only',
  address: pages.connector(withPassword.id),
  call: { method: 'GET', path: `${connectorsPath}/${withPassword.id}` },
  begin: (stage, mark) =>
    renamed(stage, mark, (name) => stage.page.getByRole('heading', { level: 1, name })),
}

export const listFlows = ({ tenant, account, kind }: FlowTenant): Operation => ({
  kind: 'read',
  about: 'flows',
  tenant,
  isOnCollection: true,
  account,
  address: pages.userFlows(),
  call: { method: 'GET', path: `/identity/${kind}` },
  begin: async (stage) => {
    const { flows } = await stage.emulator.state()
    const next = flows.length === 2 ? 3 : 2
    const shown = (count: number) =>
      stage.page.getByText(new RegExp(`^${count} user flows?$`), { exact: true })
    await expect(shown(flows.length)).toBeVisible()
    await small(stage.emulator, next)
    return refresh(stage, shown(flows.length), shown(next))
  },
})

export const readConfiguration = ({ tenant, account, kind, flowId }: FlowTenant): Operation => ({
  kind: 'read',
  about: 'flows',
  tenant,
  isOnCollection: false,
  account,
  address: pages.userFlows(),
  call: { method: 'GET', path: flowPath(flowId, kind) },
  begin: async (stage) => {
    const { flows } = await stage.emulator.state()
    const isFirst = flows[0]?.steps.postAttributeCollection === withCertificate.id
    const [former, next] = isFirst
      ? [withCertificate, withPassword]
      : [withPassword, withCertificate]
    const shown = (name: string) =>
      flowRow(stage.page, flowId).getByRole('link', { name, exact: true })
    await expect(shown(former.name)).toBeVisible()
    await attachElsewhere(
      stage.emulator,
      `${flowPath(flowId, kind)}/postAttributeCollection`,
      next.id,
    )
    return refresh(stage, shown(former.name), shown(next.name))
  },
})
