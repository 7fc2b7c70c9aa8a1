/** Reading connectors. The cache key of every read is its address. */
import { useCallback, useSyncExternalStore } from 'react'
import useSWR, { useSWRConfig, type Cache, type SWRConfiguration } from 'swr'
import { connectorListSchema, type Connector } from '@/lib/contract/connector'
import { graphPaths } from '@/lib/contract/routes'
import { explainProblem } from '@/lib/domain/problems/explain-problem'
import type { Result } from '@/lib/domain/problems/problem'
import { ProblemError } from './calls/problem'
import { receivedConnectorSchema, type ReceivedConnector } from './received-connector'
import { readAt, subscribeToCache } from './reading-cache'
import { useSession } from './session/session'

const valueOf = <Value>(result: Result<Value>): Value => {
  if (result.ok) return result.value
  throw new ProblemError(result.problem) // SWR learns of failures by exception only
}

export function useConnectors() {
  const { graph, settings, flowReader } = useSession()
  return useSWR<Connector[], ProblemError>(
    graphPaths.connectors(settings.graphVersion),
    async (path: string) => {
      const answer = await graph({ method: 'GET', path, reads: connectorListSchema })
      if (answer.ok) return answer.value.value
      const situation = explainProblem(answer.problem)
      if (situation === 'externalTenant') flowReader.learnTenantKind('external')
      // A tenant may answer that it has no such list: then there is nothing in it.
      if (situation === 'notFound') return []
      throw new ProblemError(answer.problem)
    },
  )
}

/**
 * The connectors if some page has read them, undefined otherwise. Never reads by itself: a second
 * `useSWR` would ask again or, without a fetcher, keep the others from asking.
 */
export const useConnectorsRead = (): Connector[] | undefined =>
  useListInCache((cache, path) => cache.get(path)?.data)

/** When the list of connectors was read last, epoch milliseconds; null before that. */
export const useConnectorsReadAt = (): number | null => useListInCache(readAt)

/** Something of the list in the cache, watched. */
function useListInCache<Known>(look: (cache: Cache<Connector[]>, path: string) => Known): Known {
  const { settings } = useSession()
  const { cache }: { readonly cache: Cache<Connector[]> } = useSWRConfig()
  const subscribe = useCallback(
    (listener: () => void) => subscribeToCache(cache, listener),
    [cache],
  )
  return useSyncExternalStore(subscribe, () =>
    look(cache, graphPaths.connectors(settings.graphVersion)),
  )
}

/** With `revalidateOnMount: false` the caller decides when to read. */
export function useConnector(id: string, rules: Pick<SWRConfiguration, 'revalidateOnMount'> = {}) {
  const { graph, settings } = useSession()
  return useSWR<ReceivedConnector, ProblemError>(
    graphPaths.connector(settings.graphVersion, id),
    async (path: string) =>
      valueOf(await graph({ method: 'GET', path, reads: receivedConnectorSchema })),
    rules,
  )
}
