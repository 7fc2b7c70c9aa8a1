/** The tenant's user flows in components. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import {
  readingProgress,
  type ConnectorUsage,
  type UsageIndex,
} from '@/lib/domain/user-flows/connector-usage'
import type { TenantKind, UserFlows } from '@/lib/domain/user-flows/user-flow'
import { placeFlowKey } from '@/lib/domain/user-flows/place'
import { useSession } from './session/session'
import type { Effort } from './user-flows/flow-reader'

/**
 * What is known of the flows, which are read if that is due. `cached` is for pages that show usage
 * beside other things, `silent` for those that a person opens for it.
 */
export function useUserFlows(effort: Effort): UserFlows {
  const { flowReader } = useSession()
  useEffect(() => void flowReader.readIfStale(effort), [flowReader, effort])
  return useSyncExternalStore(flowReader.subscribe, flowReader.known, flowReader.known)
}

/** Has the flows that are known to call a connector read before the others. */
export function useCallersFirst(usage: ConnectorUsage): void {
  const { flowReader } = useSession()
  useEffect(() => {
    const places = usage.kind === 'used' ? usage.places : []
    flowReader.readFirst(new Set(places.map(placeFlowKey)))
    return () => flowReader.readFirst(nothing)
  }, [flowReader, usage])
}

const nothing: ReadonlySet<string> = new Set()

/** The kind of the tenant, null until it is known; no call is made to find out. */
export function useTenantKind(): TenantKind | null {
  const { flowReader } = useSession()
  const tenantKind = () => flowReader.known().tenantKind
  return useSyncExternalStore(flowReader.subscribe, tenantKind, tenantKind)
}

/**
 * What was known when nothing was being read: for the order of rows, which would change after every
 * flow otherwise. `index` is what is known now.
 */
export function useSettledUsages(known: UserFlows, index: UsageIndex): UsageIndex {
  const [settled, setSettled] = useState(index)
  const isSettled = known.access !== 'unknown' && !readingProgress(known).isReading
  // Without places all rows rank alike: thousands of them need not be sorted again for that.
  const isSame = settled === index || (settled.places.size === 0 && index.places.size === 0)
  if (isSettled && !isSame) setSettled(index)
  return settled
}
