import type { Operation } from './operation'
import { get, list, listFlows, readConfiguration } from './reads'
import { attach, clear, create, remove, update, upload } from './writes'

/** Everything that the portal does with Graph, in the order and by the names of `docs/faults.md`. */
export const operations = {
  list,
  get,
  create,
  update,
  upload,
  delete: remove,
  'list flows': listFlows,
  'read configuration': readConfiguration,
  attach,
  clear,
} as const satisfies Readonly<Record<string, Operation>>

export type OperationName = keyof typeof operations

const names = Object.keys(operations) as OperationName[] // the keys of a constant

export const operationNames: readonly OperationName[] = names
