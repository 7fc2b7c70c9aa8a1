/** Every write to connectors. Each keeps the cache true: what Graph answered, or a fresh read. */
import type { CertificateUpload } from '@/lib/contract/authentication'
import type { Connector, ConnectorChanges, NewConnector } from '@/lib/contract/connector'
import { graphPaths } from '@/lib/contract/routes'
import { foreignChanges } from '@/lib/domain/connector-conflict'
import { receivedConnectorSchema, type ReceivedConnector } from '../received-connector'
import type { TenantAccess } from './tenant-access'
import { failure, success, type Problem, type Result } from '@/lib/domain/problems/problem'

/** The way of a write: it may be given up as long as nothing has been sent. */
export type WriteSteps = {
  readonly signal: AbortSignal
  readonly onSending: () => void
}

/** A change to a connector as it was opened. */
export type Edit = {
  readonly id: string
  readonly opened: Connector
  readonly changes: ConnectorChanges
  readonly steps: WriteSteps
}

export type EditOutcome =
  | { readonly kind: 'saved'; readonly connector: Connector }
  /** Somebody else has changed it since it was opened; nothing was sent. */
  | { readonly kind: 'overtaken'; readonly now: Connector }
  /** It does not exist any more. */
  | { readonly kind: 'deleted'; readonly problem: Problem }
  /** Given up by the person before anything was sent. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problem: Problem }

export type ConnectorWrites = ReturnType<typeof connectorWrites>

export function connectorWrites(writing: TenantAccess) {
  return {
    create: async (connector: NewConnector) => keep(writing, await create(writing, connector)),
    edit: (wish: Edit) => edit(writing, wish),
    uploadCertificate: async (id: string, upload: CertificateUpload) =>
      keep(writing, await uploadCertificate(writing, id, upload)),
    remove: (id: string) => remove(writing, id),
  }
}

const create = ({ graph, version }: TenantAccess, body: NewConnector) =>
  graph({
    method: 'POST',
    path: graphPaths.connectors(version),
    body,
    reads: receivedConnectorSchema,
  })

/**
 * Graph has no condition for a PATCH, so the connector is read first and compared with what was
 * opened. A change that somebody makes between that reading and the PATCH is not seen.
 */
async function edit(writing: TenantAccess, wish: Edit): Promise<EditOutcome> {
  const { id, opened, changes, steps } = wish
  const read = await keep(writing, await readConnector(writing, id, steps.signal))
  if (steps.signal.aborted) return { kind: 'cancelled' }
  if (!read.ok) return editFailure(read.problem)
  const now = read.value
  if (foreignChanges({ opened, now, changes }).length > 0) return { kind: 'overtaken', now }
  steps.onSending()
  const updated = await keep(writing, await update(writing, id, changes))
  return updated.ok ? { kind: 'saved', connector: updated.value } : editFailure(updated.problem)
}

const editFailure = (problem: Problem): EditOutcome => ({
  kind: problem.status === 404 && problem.code !== 'savedNotRead' ? 'deleted' : 'failed',
  problem,
})

/** Graph answers a PATCH with 204 and no body, so what it has made of the change must be read. */
async function update(
  writing: TenantAccess,
  id: string,
  body: ConnectorChanges,
): Promise<Result<ReceivedConnector>> {
  const path = graphPaths.connector(writing.version, id)
  const answer = await writing.graph({ method: 'PATCH', path, body })
  return answer.ok ? readWritten(writing, id) : answer
}

/** Read again although Graph answers with the connector: what counts is what it keeps. */
async function uploadCertificate(
  writing: TenantAccess,
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

const readConnector = ({ graph, version }: TenantAccess, id: string, signal?: AbortSignal) =>
  graph({
    method: 'GET',
    ...(signal && { signal }),
    path: graphPaths.connector(version, id),
    reads: receivedConnectorSchema,
  })

async function readWritten(writing: TenantAccess, id: string): Promise<Result<ReceivedConnector>> {
  const read = await readConnector(writing, id)
  return read.ok ? read : failure({ ...read.problem, code: 'savedNotRead' })
}

async function remove(
  { graph, version, mutate }: TenantAccess,
  id: string,
): Promise<Result<undefined>> {
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
  { version, mutate }: TenantAccess,
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
