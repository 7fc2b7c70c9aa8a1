import { useMemo } from 'react'
import { useSWRConfig } from 'swr'
import { useSession } from '../session/session'
import { lostWrites, type LostWrites } from './lost-writes'

/** Looking for lost writes, as the person who is signed in. */
export function useLostWrites(): LostWrites {
  const { graph, settings } = useSession()
  const { mutate } = useSWRConfig()
  return useMemo(
    () => lostWrites({ graph, version: settings.graphVersion, mutate }),
    [graph, settings, mutate],
  )
}
