/** Every write to connectors. Each keeps the cache true: what Graph answered, or a fresh read. */
import { useMemo } from 'react'
import { useSWRConfig, type ScopedMutator } from 'swr'
import type { CertificateUpload } from '@/lib/contract/authentication'
import type { Connector, ConnectorChanges, NewConnector } from '@/lib/contract/connector'
import type { GraphVersion } from '@/lib/contract/identifiers'
import { graphPaths } from '@/lib/contract/routes'
import { receivedConnectorSchema, type ReceivedConnector } from './connectors'
import type { GraphClient } from './graph'
import { failure, success, type Result } from './problem'
import { useSession } from './session'

type Writing = {
  readonly graph: GraphClient
  readonly version: GraphVersion
  readonly mutate: ScopedMutator
}

export type ConnectorWrites = ReturnType<typeof connectorWrites>

export function useConnectorWrites(): ConnectorWrites {
  const { graph, settings } = useSession()
  const { mutate } = useSWRConfig()
  return useMemo(
    () => connectorWrites({ graph, version: settings.graphVersion, mutate }),
    [graph, settings, mutate],
  )
}

function connectorWrites(writing: Writing) {
  return {
    create: async (connector: NewConnector) => keep(writing, await create(writing, connector)),
    update: async (id: string, changes: ConnectorChanges) =>
      keep(writing, await update(writing, id, changes)),
    uploadCertificate: async (id: string, upload: CertificateUpload) =>
      keep(writing, await uploadCertificate(writing, id, upload)),
    remove: (id: string) => remove(writing, id),
  }
}

const create = ({ graph, version }: Writing, body: NewConnector) =>
  graph({
    method: 'POST',
    path: graphPaths.connectors(version),
    body,
    reads: receivedConnectorSchema,
  })

/** Graph answers a PATCH with 204 and no body, so what it has made of the change must be read. */
async function update(
  { graph, version }: Writing,
  id: string,
  body: ConnectorChanges,
): Promise<Result<ReceivedConnector>> {
  const path = graphPaths.connector(version, id)
  const answer = await graph({ method: 'PATCH', path, body })
  if (!answer.ok) return answer
  const read = await graph({ method: 'GET', path, reads: receivedConnectorSchema })
  return read.ok ? read : failure({ ...read.problem, code: 'savedNotRead' })
}

const uploadCertificate = ({ graph, version }: Writing, id: string, body: CertificateUpload) =>
  graph({
    method: 'POST',
    path: graphPaths.uploadClientCertificate(version, id),
    body,
    reads: receivedConnectorSchema,
  })

async function remove({ graph, version, mutate }: Writing, id: string): Promise<Result<undefined>> {
  const answer = await graph<undefined>({
    method: 'DELETE',
    path: graphPaths.connector(version, id),
  })
  if (!answer.ok) return answer
  const without = (connectors?: Connector[]) => connectors?.filter((other) => other.id !== id)
  await mutate(graphPaths.connectors(version), without, { revalidate: false })
  return answer
}

/** The answer is the connector as it is now; the list is read again behind the scenes. */
async function keep(
  { version, mutate }: Writing,
  answer: Result<ReceivedConnector>,
): Promise<Result<Connector>> {
  if (!answer.ok) return answer
  const { connector } = answer.value
  await mutate(graphPaths.connector(version, connector.id), answer.value, { revalidate: false })
  void mutate(graphPaths.connectors(version))
  return success(connector)
}
