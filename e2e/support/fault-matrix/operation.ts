/** What the portal does with Graph, as a cell of the fault matrix needs to know it. */
import type { Locator, Page } from '@playwright/test'
import type { EmulatorControl, EmulatorState } from '../../../emulator/testing/control-client'
import type { CertificateFile } from '../test'

/** A browser of its own on a world of its own. */
export type Stage = {
  readonly page: Page
  readonly emulator: EmulatorControl
  /** A file that no other cell has. */
  readonly certificateFile: (name: string) => Promise<CertificateFile>
  /** Places in which a secret can be read so far. */
  readonly leaks: () => Promise<readonly string[]>
}

/** One try, brought so far that one more act makes the call. */
export type Attempt = {
  readonly act: () => Promise<void>
  /** What the page shows when it is done, and at no other time. */
  readonly done: Locator
  /** Sees that nothing of what was entered or shown before is lost. */
  readonly expectKept: () => Promise<void>
  readonly judge: (state: EmulatorState) => Judgement
  /** Once the fault is over: brings the page to where the next try can begin. */
  readonly recover: () => Promise<void>
}

export type Judgement = {
  /** How often the write has taken effect. */
  readonly effects: number
  /** All that the write is not about. */
  readonly rest: unknown
}

export type Operation = {
  /** `absolute`: a write that says how things are to be, so that a second one changes nothing. */
  readonly kind: 'read' | 'absolute' | 'additive'
  readonly about: 'connectors' | 'flows'
  /** The address is that of a list. */
  readonly isOnCollection: boolean
  readonly tenant: FlowTenant['tenant']
  readonly account: string
  /** Where it is done. */
  readonly address: string
  /** The call of Graph that is struck, as faults name it. */
  readonly call: { readonly method: string; readonly path: string }
  /** @param mark a name that no other try has */
  readonly begin: (stage: Stage, mark: string) => Promise<Attempt>
}

/** A small tenant: three connectors, the first with a certificate, and one flow that uses the second. */
export const small = (emulator: EmulatorControl, flows = 1) =>
  emulator.reset('large', { connectors: 3, flows })

const idOf = (number: number) => `10000000-0000-4000-8000-00000000000${number}`

export const withCertificate = { id: idOf(1), name: 'Connector 00001' } as const
export const withPassword = { id: idOf(2), name: 'Connector 00002' } as const

/** A tenant of the kind that the flow is of. */
export type FlowTenant = {
  readonly tenant: 'workforce' | 'b2c'
  readonly account: string
  /** In Graph's path. */
  readonly kind: 'b2xUserFlows' | 'b2cUserFlows'
  readonly flowId: string
}

export const workforce = {
  tenant: 'workforce',
  account: 'User Flow Admin',
  kind: 'b2xUserFlows',
  flowId: 'B2X_1_flow-001',
} as const satisfies FlowTenant

export const customers = {
  tenant: 'b2c',
  account: 'B2C Admin',
  kind: 'b2cUserFlows',
  flowId: 'B2C_1_flow-001',
} as const satisfies FlowTenant

type StoredConnectors = EmulatorState['connectors']

/** A tenant without the connectors in question. */
export const besides = (
  { connectors, flows }: EmulatorState,
  isMeant: (connector: StoredConnectors[number]) => boolean,
) => ({ connectors: connectors.filter((connector) => !isMeant(connector)), flows })
