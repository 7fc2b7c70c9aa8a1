import { useMemo } from 'react'
import { useSWRConfig } from 'swr'
import { useSession } from '../session/session'
import { connectorWrites, type ConnectorWrites } from './connector-writes'

/** The writes to connectors, as the person who is signed in. */
export function useConnectorWrites(): ConnectorWrites {
  const { graph, settings } = useSession()
  const { mutate } = useSWRConfig()
  return useMemo(
    () => connectorWrites({ graph, version: settings.graphVersion, mutate }),
    [graph, settings, mutate],
  )
}
