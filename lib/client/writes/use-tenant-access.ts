import { useMemo } from 'react'
import { useSWRConfig } from 'swr'
import { useSession } from '../session/session'
import type { TenantAccess } from './tenant-access'

/** Makes what works on the tenant of the person who is signed in; `make` must be the same each time. */
export function useTenantAccess<Made>(make: (access: TenantAccess) => Made): Made {
  const { graph, settings } = useSession()
  const { mutate } = useSWRConfig()
  return useMemo(
    () => make({ graph, version: settings.graphVersion, mutate }),
    [make, graph, settings, mutate],
  )
}
