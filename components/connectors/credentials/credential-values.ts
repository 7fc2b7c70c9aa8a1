/** The credentials that a person enters for an endpoint, and their shape in Graph. */
import {
  basicAuthenticationType,
  clientCertificateAuthenticationType,
  pkcs12CertificateType,
  type Authentication,
} from '@/lib/contract/authentication'

export type AuthenticationChoice = 'basic' | 'certificate'

export type CredentialValues = {
  authenticationType: AuthenticationChoice
  username: string
  /** Never filled in from what Graph returned. */
  password: string
  /** Base64 of the chosen file; empty without one. */
  pkcs12Value: string
  certificatePassword: string
}

export const noCredentials: CredentialValues = {
  authenticationType: 'basic',
  username: '',
  password: '',
  pkcs12Value: '',
  certificatePassword: '',
}

/** The values of a connector's credentials as Graph shows them; secrets start empty. */
export const credentialsOf = (authentication: Authentication): CredentialValues => ({
  ...noCredentials,
  authenticationType: choiceOf(authentication),
  username: usernameOf(authentication),
})

const choiceOf = (authentication: Authentication): AuthenticationChoice =>
  authentication['@odata.type'] === clientCertificateAuthenticationType ? 'certificate' : 'basic'

export const usernameOf = (authentication: Authentication): string =>
  authentication['@odata.type'] === basicAuthenticationType ? (authentication.username ?? '') : ''

/** How the connector would sign in; `newAuthenticationSchema` decides whether that is complete. */
export function authenticationFrom(values: CredentialValues) {
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
export const uploadFrom = (values: CredentialValues) => ({
  pkcs12Value: values.pkcs12Value,
  password: values.certificatePassword,
})

/** Which field shows a complaint about a property of the authentication. */
export function credentialFieldOf(
  path: readonly PropertyKey[],
  { authenticationType }: Pick<CredentialValues, 'authenticationType'>,
): keyof CredentialValues | 'root' {
  const last = path.at(-1)
  if (last === 'password') {
    return authenticationType === 'basic' ? 'password' : 'certificatePassword'
  }
  return last === 'username' || last === 'pkcs12Value' ? last : 'root'
}
