/** The guard before a deletion, lest sign-up breaks by accident. */
import { connectorUsage, readingProgress, type ConnectorUsage } from './connector-usage'
import type { Place, UserFlows } from './user-flow'

export type DeletionGuard =
  /** Flows are being read, and the answer is worth waiting for; `places` are those found so far. */
  | { readonly kind: 'checking'; readonly places: readonly Place[] }
  | { readonly kind: 'unused' }
  /** `isDoubtful`: flows that could not be checked may call it as well. */
  | { readonly kind: 'used'; readonly places: readonly Place[]; readonly isDoubtful: boolean }
  | { readonly kind: 'unknown' }

/** @param mayWait false once the person does not want to wait for flows that are being read */
export function deletionGuard(
  flows: UserFlows,
  connectorId: string,
  mayWait: boolean,
): DeletionGuard {
  const isReading = flows.access === 'unknown' || readingProgress(flows).isReading
  const usage = connectorUsage(flows, connectorId)
  const places = placesIn(usage)
  if (isReading && mayWait) return { kind: 'checking', places }
  const isDoubtful = isReading || hasFailed(flows)
  if (places.length > 0) return { kind: 'used', places, isDoubtful }
  return usage.kind === 'notUsed' && !isDoubtful ? { kind: 'unused' } : { kind: 'unknown' }
}

const placesIn = (usage: ConnectorUsage) => (usage.kind === 'used' ? usage.places : [])

/** An earlier reading is enough for a list, but not for a deed that cannot be taken back. */
const hasFailed = ({ kinds, flows }: UserFlows) =>
  Object.values(kinds).some(({ state }) => state === 'failed') ||
  flows.some(({ problem }) => problem !== null)

/** Whether the connector's name has to be typed. */
export const needsName = (guard: DeletionGuard): boolean =>
  guard.kind === 'unknown' || (guard.kind === 'used' && guard.isDoubtful)
