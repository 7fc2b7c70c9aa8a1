/** Looking whether a write to connectors has happened whose answer was lost. Nothing here writes. */
import type { Connector, ConnectorChanges, NewConnector } from '@/lib/contract/connector'
import { connectorListSchema } from '@/lib/contract/connector'
import { graphPaths } from '@/lib/contract/routes'
import {
  createdSince,
  sightingOfChanges,
  sightingOfUpload,
  thumbprintsOf,
  type Sighting,
} from '@/lib/domain/write-outcome'
import { receivedConnectorSchema } from '../received-connector'
import type { TenantAccess } from './tenant-access'

export type Finding =
  | { readonly kind: 'happened'; readonly connector: Connector }
  | { readonly kind: 'gone' }
  | { readonly kind: Exclude<Sighting, 'happened' | 'gone'> }

export type LostWrites = ReturnType<typeof lostWrites>

export function lostWrites(looking: TenantAccess) {
  return {
    /** The ids there are before something is created; null when they cannot be read. */
    idsNow: async (signal: AbortSignal) => idsOf(await readList(looking, signal)),
    /** Without the ids of before, what looks like it may be older. */
    findCreated: (wanted: NewConnector, idsBefore: ReadonlySet<string> | null) =>
      findCreated(looking, wanted, idsBefore),
    findChanged: (id: string, changes: ConnectorChanges) =>
      findIn(looking, id, (now) => sightingOfChanges(now, changes, null)),
    findUploaded: (before: Connector, thumbprint: string) =>
      findIn(looking, before.id, (now) => sightingOfUpload(now, thumbprint, thumbprintsOf(before))),
    findDeleted: (id: string) => findIn(looking, id, () => 'notSeen'),
  }
}

async function readList(
  { graph, version, mutate }: TenantAccess,
  signal?: AbortSignal,
): Promise<Connector[] | null> {
  const path = graphPaths.connectors(version)
  const read = await graph({
    method: 'GET',
    path,
    reads: connectorListSchema,
    ...(signal && { signal }),
  })
  if (!read.ok) return null
  await mutate(path, read.value.value, { revalidate: false })
  return read.value.value
}

const idsOf = (connectors: readonly Connector[] | null) =>
  connectors && new Set(connectors.map(({ id }) => id))

async function findCreated(
  looking: TenantAccess,
  wanted: NewConnector,
  idsBefore: ReadonlySet<string> | null,
): Promise<Finding> {
  const now = await readList(looking)
  if (!now) return { kind: 'notRead' }
  const [connector, ...others] = createdSince(idsBefore ?? new Set(), now, wanted)
  if (!connector) return { kind: 'notSeen' }
  const isCertain = idsBefore !== null && others.length === 0
  return isCertain ? { kind: 'happened', connector } : { kind: 'several' }
}

async function findIn(
  { graph, version, mutate }: TenantAccess,
  id: string,
  sightingOf: (now: Connector) => Exclude<Sighting, 'gone'>,
): Promise<Finding> {
  const path = graphPaths.connector(version, id)
  const read = await graph({ method: 'GET', path, reads: receivedConnectorSchema })
  if (!read.ok) return { kind: read.problem.status === 404 ? 'gone' : 'notRead' }
  await mutate(path, read.value, { revalidate: false })
  const { connector } = read.value
  const kind = sightingOf(connector)
  return kind === 'happened' ? { kind, connector } : { kind }
}
