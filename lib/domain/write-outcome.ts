/**
 * What a later look at Graph tells of a write whose answer was lost. Graph has no idempotency key for
 * these resources, so only their state can tell (Graph: best practices; known issues with 504).
 */
import {
  basicAuthenticationType,
  clientCertificateAuthenticationType,
  pkcs12CertificateType,
} from '@/lib/contract/authentication'
import type { Connector, ConnectorChanges, NewConnector } from '@/lib/contract/connector'
import { textFields, type TextField } from './connector-fields'

/**
 * The result of looking for a write whose answer was lost. `happened`: Graph is as the write was to leave
 * it. `notSeen`: it is not, at this moment. `hidden`: it may be, but the written value cannot be read back,
 * such as a password. `several`: more than one thing may be the one that was written. `notRead`: Graph did
 * not answer. `gone`: the connector does not exist any more.
 */
export type Sighting = 'happened' | 'notSeen' | 'hidden' | 'several' | 'notRead' | 'gone'

/** The sighting of a single connector. */
type SightingOfOne = Extract<Sighting, 'happened' | 'notSeen' | 'hidden'>

/**
 * The connectors that a creation may have left behind: new since `knownIds` were read, with the name
 * and the endpoint that were asked for.
 */
export function createdSince(
  knownIds: ReadonlySet<string>,
  now: readonly Connector[],
  wanted: Pick<NewConnector, TextField>,
): readonly Connector[] {
  return now.filter(
    (connector) =>
      !knownIds.has(connector.id) &&
      textFields.every((field) => connector[field] === wanted[field]),
  )
}

/**
 * Whether a connector is as the changes were to make it. `thumbprint` is that of the certificate in
 * them, in upper-case hexadecimal.
 */
export function sightingOfChanges(
  now: Connector,
  changes: ConnectorChanges,
  thumbprint: string | null,
): SightingOfOne {
  if (!textFields.every((field) => isSame(changes[field], now[field]))) return 'notSeen'
  return sightingOfAuthentication(now, changes, thumbprint)
}

const isSame = (wanted: string | undefined, now: string) => wanted === undefined || wanted === now

function sightingOfAuthentication(
  { authenticationConfiguration: now }: Connector,
  { authenticationConfiguration: wanted }: ConnectorChanges,
  thumbprint: string | null,
): SightingOfOne {
  if (wanted === undefined) return 'happened'
  if (wanted['@odata.type'] === pkcs12CertificateType) {
    // A PATCH leaves no other certificate (Graph: update).
    const isOnlyOne = thumbprintsIn(now).join() === thumbprint?.toUpperCase()
    return isOnlyOne ? 'happened' : 'notSeen'
  }
  const isSameUser =
    now['@odata.type'] === basicAuthenticationType && now.username === wanted.username
  return isSameUser ? 'hidden' : 'notSeen'
}

/** Whether a certificate has come to a connector that had `before`, thumbprints in upper case. */
export function sightingOfUpload(
  now: Connector,
  thumbprint: string,
  before: readonly string[],
): SightingOfOne {
  const wanted = thumbprint.toUpperCase()
  if (!thumbprintsOf(now).includes(wanted)) return 'notSeen'
  // The same file a second time shows in nothing but the order of activation, which Graph keeps.
  return before.includes(wanted) ? 'hidden' : 'happened'
}

/** The thumbprints of a connector's certificates, in upper-case hexadecimal. */
export const thumbprintsOf = ({ authenticationConfiguration }: Connector): readonly string[] =>
  thumbprintsIn(authenticationConfiguration)

const thumbprintsIn = (authentication: Connector['authenticationConfiguration']) =>
  authentication['@odata.type'] === clientCertificateAuthenticationType
    ? authentication.certificateList.map(({ thumbprint }) => thumbprint?.toUpperCase() ?? '')
    : []
