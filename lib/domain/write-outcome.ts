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
 * `happened`: Graph is as the write was to leave it. `notSeen`: it is not, at this moment. `hidden`:
 * it may be, but what was written cannot be read back, such as a password.
 */
export type Sight = 'happened' | 'notSeen' | 'hidden'

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
export function sightOfChanges(
  now: Connector,
  changes: ConnectorChanges,
  thumbprint: string | null,
): Sight {
  if (!textFields.every((field) => isSame(changes[field], now[field]))) return 'notSeen'
  return sightOfAuthentication(now, changes, thumbprint)
}

const isSame = (wanted: string | undefined, now: string) => wanted === undefined || wanted === now

function sightOfAuthentication(
  { authenticationConfiguration: now }: Connector,
  { authenticationConfiguration: wanted }: ConnectorChanges,
  thumbprint: string | null,
): Sight {
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
export function sightOfUpload(
  now: Connector,
  thumbprint: string,
  before: readonly string[],
): Sight {
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
