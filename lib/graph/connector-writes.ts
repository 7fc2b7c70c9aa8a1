/** The writes to connectors, and how each is recognised when its answer was lost. */
import type { CertificateUpload } from '@/lib/contract/authentication'
import {
  connectorListSchema,
  connectorSchema,
  type Connector,
  type ConnectorChanges,
  type NewConnector,
} from '@/lib/contract/connector'
import type { GraphVersion } from '@/lib/contract/identifiers'
import { graphPaths } from '@/lib/contract/routes'
import {
  createdSince,
  sightingOfChanges,
  sightingOfUpload,
  thumbprintsOf,
} from '@/lib/domain/write-outcome'
import type { RelayedAnswer } from './graph-answer'
import type { Finding, GraphWrite, Reads } from './graph-write'
import { PortalError } from './basics/portal-error'

/** The address of one connector. */
export type ConnectorAddress = { readonly version: GraphVersion; readonly id: string }

/** Recognised by being new, with the name and the endpoint that were asked for. */
export function creationOf(version: GraphVersion, body: NewConnector): GraphWrite {
  const path = graphPaths.connectors(version)
  return {
    request: { method: 'POST', path, body },
    isRepeatable: false,
    prepare: async (reads) => {
      const before = await reads.list(path)
      if (before.status !== 200) return before
      const knownIds = new Set(connectorsIn(before).map(({ id }) => id))
      return async () => {
        const now = await reads.list(path)
        if (now.status !== 200) return { kind: 'notRead' }
        const [created, ...others] = createdSince(knownIds, connectorsIn(now), body)
        if (!created) return { kind: 'notSeen' }
        if (others.length > 0) return { kind: 'several' }
        return createdAnswer(reads, { version, id: created.id })
      }
    },
  }
}

/** The entity as Graph shows it now, which is what its answer to the write would have held. */
async function createdAnswer(reads: Reads, address: ConnectorAddress): Promise<Finding> {
  const answer = await reads.one(pathOf(address))
  if (answer.status !== 200) return { kind: 'notRead' }
  return { kind: 'happened', answer: { ...answer, status: 201, isFoundOut: true } }
}

/**
 * Recognised by the values that Graph shows; a password is none of them.
 * @param thumbprint of the certificate in the body (upper-case hexadecimal SHA-1); null if it has none
 */
export function changeOf(
  address: ConnectorAddress,
  body: ConnectorChanges,
  thumbprint: string | null,
): GraphWrite {
  return {
    request: { method: 'PATCH', path: pathOf(address), body },
    isRepeatable: true,
    prepare: async (reads) => async () => {
      const now = await reads.one(pathOf(address))
      if (now.status !== 200) return { kind: now.status === 404 ? 'notSeen' : 'notRead' }
      const sight = sightingOfChanges(connectorIn(now), body, thumbprint)
      return sight === 'happened' ? withoutBody : { kind: sight }
    },
  }
}

const withoutBody: Finding = { kind: 'happened', answer: { status: 204, isFoundOut: true } }

/** Recognised by the connector's absence. */
export function deletionOf(address: ConnectorAddress): GraphWrite {
  return {
    request: { method: 'DELETE', path: pathOf(address) },
    isRepeatable: true,
    prepare: async (reads) => async () => {
      const { status } = await reads.one(pathOf(address))
      if (status === 404) return withoutBody
      return { kind: status === 200 ? 'notSeen' : 'notRead' }
    },
  }
}

/**
 * Recognised by the thumbprint, which the connector must not have had before.
 * @param thumbprint of the certificate in the body (upper-case hexadecimal SHA-1)
 */
export function uploadTo(
  address: ConnectorAddress,
  body: CertificateUpload,
  thumbprint: string,
): GraphWrite {
  const { version, id } = address
  return {
    request: { method: 'POST', path: graphPaths.uploadClientCertificate(version, id), body },
    isRepeatable: false,
    prepare: async (reads) => {
      const before = await reads.one(pathOf(address))
      if (before.status !== 200) return before
      const thumbprintsBefore = thumbprintsOf(connectorIn(before))
      return async () => {
        const now = await reads.one(pathOf(address))
        if (now.status !== 200) return { kind: 'notRead' }
        const sight = sightingOfUpload(connectorIn(now), thumbprint, thumbprintsBefore)
        if (sight !== 'happened') return { kind: sight }
        return { kind: 'happened', answer: { ...now, isFoundOut: true } }
      }
    },
  }
}

const pathOf = ({ version, id }: ConnectorAddress) => graphPaths.connector(version, id)

function connectorIn({ json }: RelayedAnswer): Connector {
  const connector = connectorSchema.safeParse(json)
  if (connector.success) return connector.data
  throw new PortalError('upstreamInvalid', { cause: 'not a connector' })
}

function connectorsIn({ json }: RelayedAnswer): readonly Connector[] {
  const list = connectorListSchema.safeParse(json)
  if (list.success) return list.data.value
  throw new PortalError('upstreamInvalid', { cause: 'not a list of connectors' })
}
