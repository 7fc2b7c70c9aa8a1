/** Where a connector is used: three answers, since "not used" and "not known" lead to different deeds. */
import { stepsOfKind } from '@/lib/contract/user-flow'
import { placeFlowKey } from './place'
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
  | { readonly kind: 'unknown'; readonly reason: 'notAllowed' | 'failed' }

/** Where every connector is used: made once after each change, so that a long list scans no flows. */
export type UsageIndex = {
  readonly places: ReadonlyMap<string, readonly Place[]>
  /** The usage of all the connectors that are at no place. */
  readonly elsewhere: Exclude<ConnectorUsage, { readonly kind: 'used' }>
} & Unchecked

/** The usage of all connectors as far as flows were read. One unread flow leaves a doubt. */
export function usageIndex(flows: UserFlows): UsageIndex {
  const places = new Map<string, Place[]>()
  if (flows.access !== 'granted') return { places, unchecked: 0, elsewhere: withoutAccess(flows) }
  for (const [connectorId, place] of flows.flows.flatMap(attachments)) {
    places.set(connectorId, [...(places.get(connectorId) ?? []), place])
  }
  const unchecked = flows.flows.filter(({ steps }) => steps === null).length
  return { places, unchecked, elsewhere: elsewhere(flows, unchecked) }
}

/** The connector's part of the index. */
export function usageIn(index: UsageIndex, connectorId: string): ConnectorUsage {
  const places = index.places.get(connectorId)
  return places ? { kind: 'used', places, unchecked: index.unchecked } : index.elsewhere
}

/** The usage of one connector as far as flows were read. */
export const connectorUsage = (flows: UserFlows, connectorId: string): ConnectorUsage =>
  usageIn(usageIndex(flows), connectorId)

const withoutAccess = ({ access }: UserFlows): UsageIndex['elsewhere'] =>
  access === 'unknown' ? { kind: 'reading' } : { kind: 'unknown', reason: 'notAllowed' }

function elsewhere({ kinds, flows }: UserFlows, unchecked: number): UsageIndex['elsewhere'] {
  const states = Object.values(kinds).map(({ state }) => state)
  // A flow that is read again keeps telling what it told before: a list must not flicker.
  const isAwaited = flows.some(({ steps, isReading }) => steps === null && isReading)
  if (states.includes('reading') || isAwaited) return { kind: 'reading' }
  return states.includes('failed') || unchecked > 0
    ? { kind: 'unknown', reason: 'failed' }
    : { kind: 'notUsed' }
}

function attachments({ flow, steps }: FlowEntry): [connectorId: string, place: Place][] {
  if (!steps) return []
  return stepsOfKind[flow.kind].flatMap((step) => {
    const connector = steps[step]
    const place = { kind: flow.kind, flowId: flow.id, step }
    return connector ? [[connector.id, place] as [string, Place]] : []
  })
}

export type ReadingProgress = {
  readonly isReading: boolean
  readonly checked: number
  /** As many as are known; 0 while the flows are still being listed. */
  readonly total: number
}

/** How far the reading of the flows has come. */
export function readingProgress({ access, kinds, flows }: UserFlows): ReadingProgress {
  const isListing = Object.values(kinds).some(({ state }) => state === 'reading')
  const checked = flows.filter(({ isReading }) => !isReading).length
  const isReading = access === 'granted' && (isListing || checked < flows.length)
  return { isReading, checked, total: flows.length }
}

/** How many flows have at least one of these places. */
export const flowCount = (places: readonly Place[]): number =>
  new Set(places.map(placeFlowKey)).size
