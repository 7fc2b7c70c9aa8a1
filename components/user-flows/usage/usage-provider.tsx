'use client'

/** Where connectors are used, for everything in a list. */
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import { useSettledUsages, useUserFlows } from '@/lib/client/use-user-flows'
import { nothingKnown } from '@/lib/domain/user-flows/known-flows'
import {
  readingProgress,
  usageIndex,
  type UsageIndex,
} from '@/lib/domain/user-flows/connector-usage'

type Usages = {
  readonly known: UserFlows
  readonly index: UsageIndex
  readonly isReading: boolean
  readonly mayAttach: boolean
}

const usagesOf = (known: UserFlows): Usages => ({
  known,
  index: usageIndex(known),
  isReading: readingProgress(known).isReading,
  mayAttach: known.access === 'granted',
})

const nothing = usagesOf(nothingKnown)
const UsagesContext = createContext<Usages>(nothing)
const SettledContext = createContext<UsageIndex>(nothing.index)

/** The present knowledge, for the cells in sight. */
export const useUsages = (): Usages => useContext(UsagesContext)

/**
 * What was known when nothing was being read: for the search and the order of all rows, which would
 * be made anew after every flow otherwise.
 */
export const useUsagesForOrder = (): UsageIndex => useContext(SettledContext)

/** Reads the flows if the sign-in brought the permission for it. */
export function UsageProvider({ children }: { readonly children: ReactNode }) {
  const known = useUserFlows('cached')
  const usages = useMemo(() => usagesOf(known), [known])
  const settled = useSettledUsages(known, usages.index)
  return (
    <UsagesContext.Provider value={usages}>
      <SettledContext.Provider value={settled}>{children}</SettledContext.Provider>
    </UsagesContext.Provider>
  )
}
