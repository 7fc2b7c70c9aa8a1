/** Where a connector is used: three answers, since "not used" and "not known" lead to different deeds. */
import { stepsOfKind } from '@/lib/contract/user-flow'
import type { FlowEntry, Place, UserFlows } from './user-flow'

type Unchecked = {
  /** Flows of which nothing is known. */
  readonly unchecked: number
}

export type ConnectorUsage =
  | ({ readonly kind: 'used'; readonly places: readonly Place[] } & Unchecked)
  | { readonly kind: 'notUsed' }
  /** Not known yet: the flows are being read. */
  | { readonly kind: 'reading' }
  | ({ readonly kind: 'unknown'; readonly reason: 'notAllowed' | 'failed' } & Unchecked)

/** What the flows that were read tell of the connector. One flow that was not read leaves a doubt. */
export function connectorUsage(flows: UserFlows<unknown>, connectorId: string): ConnectorUsage {
  if (flows.access !== 'granted') return withoutAccess(flows)
  const places = flows.flows.flatMap((entry) => placesIn(entry, connectorId))
  const unchecked = flows.flows.filter(({ steps }) => steps === null).length
  if (places.length > 0) return { kind: 'used', places, unchecked }
  if (readingProgress(flows).isReading) return { kind: 'reading' }
  const hasFailed = Object.values(flows.kinds).some(({ state }) => state === 'failed')
  return hasFailed || unchecked > 0
    ? { kind: 'unknown', reason: 'failed', unchecked }
    : { kind: 'notUsed' }
}

const withoutAccess = ({ access }: UserFlows<unknown>): ConnectorUsage =>
  access === 'unknown'
    ? { kind: 'reading' }
    : { kind: 'unknown', reason: 'notAllowed', unchecked: 0 }

function placesIn({ flow, steps }: FlowEntry<unknown>, connectorId: string): Place[] {
  if (!steps) return []
  return stepsOfKind[flow.kind]
    .filter((step) => steps[step]?.id === connectorId)
    .map((step) => ({ kind: flow.kind, flowId: flow.id, step }))
}

export type ReadingProgress = {
  readonly isReading: boolean
  readonly checked: number
  /** As many as are known; 0 while the flows are still being listed. */
  readonly total: number
}

/** How far the reading of the flows has come. */
export function readingProgress({ access, kinds, flows }: UserFlows<unknown>): ReadingProgress {
  const isListing = Object.values(kinds).some(({ state }) => state === 'reading')
  const checked = flows.filter(({ isReading }) => !isReading).length
  const isReading = access === 'granted' && (isListing || checked < flows.length)
  return { isReading, checked, total: flows.length }
}
