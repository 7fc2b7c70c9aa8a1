/** The tenant's user flows in components. */
import { useEffect, useSyncExternalStore } from 'react'
import { useSession } from '../session'
import type { Effort, KnownFlows } from './flow-reader'

/**
 * What is known of the flows, which are read if that is due. `cached` is for pages that show usage
 * beside other things, `silent` for those that a person opens for it.
 */
export function useUserFlows(effort: Effort): KnownFlows {
  const { flowReader } = useSession()
  useEffect(() => void flowReader.readIfStale(effort), [flowReader, effort])
  return useSyncExternalStore(flowReader.subscribe, flowReader.known, flowReader.known)
}
