import { customers, workforce, type Operation } from './operation'
import { get, list, listFlows, readConfiguration } from './reads'
import { attach, clear, create, remove, removeUsed, update, upload } from './writes'

const ofConnectors = { list, get, create, update, upload, delete: remove } as const

const ofGuestFlows = {
  'list flows': listFlows(workforce),
  'read configuration': readConfiguration(workforce),
  attach: attach(workforce),
  clear: clear(workforce),
  'delete a used connector': removeUsed(workforce),
} as const

const ofCustomerFlows = {
  'list flows (B2C)': listFlows(customers),
  'read configuration (B2C)': readConfiguration(customers),
  'attach (B2C)': attach(customers),
  'clear (B2C)': clear(customers),
  'delete a used connector (B2C)': removeUsed(customers),
} as const

/** Everything that the portal does with Graph, in the order and by the names of `docs/faults.md`. */
export const operations = {
  ...ofConnectors,
  ...ofGuestFlows,
  ...ofCustomerFlows,
} as const satisfies Readonly<Record<string, Operation>>

export type OperationName = keyof typeof operations

/** @param group a constant, so that it has no other keys than its type says */
const namesOf = <Name extends OperationName>(group: Readonly<Record<Name, Operation>>) =>
  Object.keys(group) as Name[]

export const operationNames: readonly OperationName[] = namesOf(operations)

/** Those that need no flow, and those of each kind of flow in a tenant of its kind. */
export const operationGroups: readonly {
  readonly title: string
  readonly names: readonly OperationName[]
}[] = [
  { title: 'Connectors', names: namesOf(ofConnectors) },
  { title: 'User flows of a workforce tenant', names: namesOf(ofGuestFlows) },
  { title: 'User flows of an Azure AD B2C tenant', names: namesOf(ofCustomerFlows) },
]
