/** What the form holds and what Graph takes, both directions in one place. */
import {
  basicAuthenticationType,
  clientCertificateAuthenticationType,
  pkcs12CertificateType,
  type Authentication,
} from '@/lib/contract/authentication'
import type { Connector } from '@/lib/contract/connector'

export type AuthenticationChoice = 'basic' | 'certificate'

export type ConnectorFormValues = {
  displayName: string
  targetUrl: string
  authenticationType: AuthenticationChoice
  username: string
  /** Never filled in from what Graph returned. */
  password: string
  /** Base64 of the chosen file; empty without one. */
  pkcs12Value: string
  certificatePassword: string
}

export const formFields = [
  'displayName',
  'targetUrl',
  'authenticationType',
  'username',
  'password',
  'pkcs12Value',
  'certificatePassword',
] as const satisfies readonly (keyof ConnectorFormValues)[]

export const emptyValues: ConnectorFormValues = {
  displayName: '',
  targetUrl: '',
  authenticationType: 'basic',
  username: '',
  password: '',
  pkcs12Value: '',
  certificatePassword: '',
}

/** What the form starts from when a connector is edited; secrets start empty. */
export function valuesOf(connector: Connector): ConnectorFormValues {
  const authentication = connector.authenticationConfiguration
  return {
    ...emptyValues,
    displayName: connector.displayName,
    targetUrl: connector.targetUrl,
    authenticationType: choiceOf(authentication),
    username: usernameOf(authentication),
  }
}

const choiceOf = (authentication: Authentication): AuthenticationChoice =>
  authentication['@odata.type'] === clientCertificateAuthenticationType ? 'certificate' : 'basic'

const usernameOf = (authentication: Authentication): string =>
  authentication['@odata.type'] === basicAuthenticationType ? (authentication.username ?? '') : ''

/** How the connector would sign in; `newAuthenticationSchema` decides whether that is complete. */
export function authenticationFrom(values: ConnectorFormValues) {
  return values.authenticationType === 'basic'
    ? {
        '@odata.type': basicAuthenticationType,
        username: values.username,
        password: values.password,
      }
    : {
        '@odata.type': pkcs12CertificateType,
        pkcs12Value: values.pkcs12Value,
        password: values.certificatePassword,
      }
}

/** The body of an upload: flat, without a type (Graph: uploadClientCertificate). */
export const uploadFrom = (values: ConnectorFormValues) => ({
  pkcs12Value: values.pkcs12Value,
  password: values.certificatePassword,
})

/** A new connector as the form describes it; `newConnectorSchema` decides whether it is one. */
export const newConnectorFrom = (values: ConnectorFormValues) => ({
  displayName: values.displayName,
  targetUrl: values.targetUrl,
  authenticationConfiguration: authenticationFrom(values),
})

/**
 * Only what differs from the connector, since Graph overwrites whatever is named. Authentication
 * goes as a whole and only when it was touched: Graph replaces all of it.
 */
export function changesFrom(values: ConnectorFormValues, connector: Connector) {
  return {
    ...(values.displayName === connector.displayName ? {} : { displayName: values.displayName }),
    ...(values.targetUrl === connector.targetUrl ? {} : { targetUrl: values.targetUrl }),
    ...(changesAuthentication(values, connector)
      ? { authenticationConfiguration: authenticationFrom(values) }
      : {}),
  }
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
  choice: AuthenticationChoice,
): keyof ConnectorFormValues | 'root' {
  const last = path.at(-1)
  if (last === 'password') return choice === 'basic' ? 'password' : 'certificatePassword'
  return fields.find((field) => field === last) ?? 'root'
}

const fields = ['displayName', 'targetUrl', 'username', 'pkcs12Value'] as const

/** What saving takes away for good, or null when nothing is lost. */
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
