/** The values of the form and the shape that Graph takes, both directions in one place. */
import {
  basicAuthenticationType,
  clientCertificateAuthenticationType,
} from '@/lib/contract/authentication'
import type { Connector } from '@/lib/contract/connector'
import { byTextField, isTextField, textFields, type TextField } from '@/lib/domain/connector-fields'
import {
  authenticationFrom,
  credentialFieldOf,
  credentialsOf,
  noCredentials,
  usernameOf,
  type CredentialValues,
} from '../../credentials/credential-values'

export type ConnectorFormValues = CredentialValues & Record<TextField, string>

export const formFields = [
  ...textFields,
  'authenticationType',
  'username',
  'password',
  'pkcs12Value',
  'certificatePassword',
] as const satisfies readonly (keyof ConnectorFormValues)[]

export const emptyValues: ConnectorFormValues = {
  ...byTextField(() => ''),
  ...noCredentials,
}

/** The first values of the form when a connector is edited; secrets start empty. */
export const valuesOf = (connector: Connector): ConnectorFormValues => ({
  ...byTextField((field) => connector[field]),
  ...credentialsOf(connector.authenticationConfiguration),
})

/** A new connector as the form describes it; `newConnectorSchema` decides whether it is one. */
export const newConnectorFrom = (values: ConnectorFormValues) => ({
  ...byTextField((field) => values[field]),
  authenticationConfiguration: authenticationFrom(values),
})

/**
 * Only what differs from the connector, since Graph overwrites whatever is named. Authentication
 * goes as a whole and only when it was touched: Graph replaces all of it.
 */
export function changesFrom(values: ConnectorFormValues, connector: Connector) {
  return {
    ...changedTexts(values, connector),
    ...(changesAuthentication(values, connector)
      ? { authenticationConfiguration: authenticationFrom(values) }
      : {}),
  }
}

function changedTexts(values: ConnectorFormValues, connector: Connector) {
  const changed = textFields.filter((field) => values[field] !== connector[field])
  const texts: Partial<Record<TextField, string>> = {}
  for (const field of changed) texts[field] = values[field]
  return texts
}

/** Whether saving would replace the stored credentials. */
function changesAuthentication(values: ConnectorFormValues, connector: Connector): boolean {
  const authentication = connector.authenticationConfiguration
  if (values.authenticationType === 'certificate') {
    const isSame = authentication['@odata.type'] === clientCertificateAuthenticationType
    return !isSame || values.pkcs12Value !== ''
  }
  if (authentication['@odata.type'] !== basicAuthenticationType) return true
  return values.password !== '' || values.username !== usernameOf(authentication)
}

/** Which field of the form shows a complaint about a property of the request. */
export function fieldOf(
  path: readonly PropertyKey[],
  values: Pick<CredentialValues, 'authenticationType'>,
): keyof ConnectorFormValues | 'root' {
  const last = path.at(-1)
  return isTextField(last) ? last : credentialFieldOf(path, values)
}

/** The loss that saving brings, or null when nothing is lost. */
export type Loss =
  | { readonly kind: 'basicToCertificate' }
  | { readonly kind: 'certificateToBasic' | 'replaceCertificates'; readonly count: number }

export function lossOf(values: ConnectorFormValues, connector: Connector): Loss | null {
  const authentication = connector.authenticationConfiguration
  if (!changesAuthentication(values, connector)) return null
  if (authentication['@odata.type'] === clientCertificateAuthenticationType) {
    const count = authentication.certificateList.length
    const kind =
      values.authenticationType === 'basic' ? 'certificateToBasic' : 'replaceCertificates'
    return { kind, count }
  }
  return values.authenticationType === 'certificate' ? { kind: 'basicToCertificate' } : null
}
