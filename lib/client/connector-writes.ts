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
  writing: Writing,
  id: string,
  body: ConnectorChanges,
): Promise<Result<ReceivedConnector>> {
  const path = graphPaths.connector(writing.version, id)
  const answer = await writing.graph({ method: 'PATCH', path, body })
  return answer.ok ? readWritten(writing, id) : answer
}

/** Read again although Graph answers with the connector: what counts is what it keeps. */
async function uploadCertificate(
  writing: Writing,
  id: string,
  body: CertificateUpload,
): Promise<Result<ReceivedConnector>> {
  const path = graphPaths.uploadClientCertificate(writing.version, id)
  const answer = await writing.graph({
    method: 'POST',
    path,
    body,
    reads: receivedConnectorSchema,
  })
  return answer.ok ? readWritten(writing, id) : answer
}

async function readWritten(
  { graph, version }: Writing,
  id: string,
): Promise<Result<ReceivedConnector>> {
  const path = graphPaths.connector(version, id)
  const read = await graph({ method: 'GET', path, reads: receivedConnectorSchema })
  return read.ok ? read : failure({ ...read.problem, code: 'savedNotRead' })
}

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

/** The answer is the connector as it is now, in the list too, which is read again when it is shown. */
async function keep(
  { version, mutate }: Writing,
  answer: Result<ReceivedConnector>,
): Promise<Result<Connector>> {
  if (!answer.ok) return answer
  const { connector } = answer.value
  await mutate(graphPaths.connector(version, connector.id), answer.value, { revalidate: false })
  const withAnswer = (connectors?: Connector[]) =>
    connectors?.map((other) => (other.id === connector.id ? connector : other))
  void mutate(graphPaths.connectors(version), withAnswer)
  return success(connector)
}
