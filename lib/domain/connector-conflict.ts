/**
 * An edit of a connector that others may have changed since it was opened. Graph gives no ETag for
 * connectors, so what was opened is compared with what is there now, field by field. Secrets cannot
 * be compared: nobody can read them.
 */
import {
  basicAuthenticationType,
  clientCertificateAuthenticationType,
  type Authentication,
} from '@/lib/contract/authentication'
import type { Connector, ConnectorChanges } from '@/lib/contract/connector'
import { byTextField, connectorFields, type ConnectorField } from './connector-fields'

/** A field that has changed since the form was opened. */
export type ForeignChange = {
  readonly field: ConnectorField
  /** The edit changes it too, to something else: a person has to choose. */
  readonly isConflict: boolean
}

export type Edit = {
  readonly opened: Connector
  readonly now: Connector
  /** The body of the PATCH. */
  readonly changes: ConnectorChanges
}

/** The changes of others since, without those that the edit wants in just the same way. */
export function foreignChanges({ opened, now, changes }: Edit): ForeignChange[] {
  return connectorFields
    .filter((field) => pictureOf(opened)[field] !== pictureOf(now)[field])
    .filter((field) => !isWanted(field, changes, now))
    .map((field) => ({ field, isConflict: isTouched(field, changes) }))
}

/** Each field as one text that differs when the field does. */
function pictureOf(connector: Connector): Record<ConnectorField, string> {
  return {
    ...byTextField((field) => connector[field]),
    authentication: authenticationPicture(connector.authenticationConfiguration),
  }
}

function authenticationPicture(authentication: Authentication): string {
  switch (authentication['@odata.type']) {
    case basicAuthenticationType:
      return JSON.stringify(['basic', authentication.username ?? ''])
    case clientCertificateAuthenticationType:
      return JSON.stringify(['certificate', ...certificatePictures(authentication)])
    case 'unknown':
      return JSON.stringify(['unknown', authentication.graphType])
  }
}

type CertificateAuthentication = Extract<
  Authentication,
  { '@odata.type': typeof clientCertificateAuthenticationType }
>

/** In no order: the service does not promise one. */
const certificatePictures = ({ certificateList }: CertificateAuthentication): string[] =>
  certificateList.map(({ thumbprint, isActive }) => `${thumbprint ?? ''} ${isActive}`).sort()

function isTouched(field: ConnectorField, changes: ConnectorChanges): boolean {
  if (field === 'authentication') return changes.authenticationConfiguration !== undefined
  return changes[field] !== undefined
}

/** True if somebody, or this very edit without an answer, has already made it so. */
function isWanted(field: ConnectorField, changes: ConnectorChanges, now: Connector): boolean {
  if (field !== 'authentication') return changes[field] === now[field]
  const wanted = changes.authenticationConfiguration
  const present = now.authenticationConfiguration
  if (wanted?.['@odata.type'] !== basicAuthenticationType) return false
  return present['@odata.type'] === basicAuthenticationType && present.username === wanted.username
}

/** Certificates of a connector that were not there when it was opened, and those that are gone. */
export function certificateDifference(opened: Connector, now: Connector) {
  const before = thumbprintsOf(opened)
  const after = thumbprintsOf(now)
  return {
    added: after.filter((thumbprint) => !before.includes(thumbprint)),
    removed: before.filter((thumbprint) => !after.includes(thumbprint)),
  }
}

function thumbprintsOf({ authenticationConfiguration }: Connector): string[] {
  if (authenticationConfiguration['@odata.type'] !== clientCertificateAuthenticationType) return []
  return authenticationConfiguration.certificateList.map(({ thumbprint }) => thumbprint ?? '')
}
