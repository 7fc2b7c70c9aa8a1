// What a create or an update says about a connector, checked as the service would.
import { isObject, isText, parseUrl, sha256Hex, type JsonObject } from '../basics/checks'
import type { World } from '../state/world'
import { invalidField, missingValue, refused } from './problem'
import { requireAnyText, requireKnownProperties, requireText } from './request-body'
import type { StoredAuthentication } from '../state/stored'

export type Pkcs12Input = { kind: 'pkcs12'; pkcs12Value: string; password: string }
export type AuthenticationInput = Extract<StoredAuthentication, { kind: 'basic' }> | Pkcs12Input

export type ConnectorInput = {
  displayName: string
  targetUrl: string
  authentication: AuthenticationInput
}

/** The text that Graph shows instead of a password. */
export const passwordMask = '******'

const typeName = 'identityApiConnector'
const writable = ['displayName', 'targetUrl', 'authenticationConfiguration'] as const
const known = ['@odata.type', '@odata.context', 'id', ...writable]

/** Graph: identityApiConnector create. All three properties are required. */
export function readNewConnector(body: JsonObject, world: World): ConnectorInput {
  requireKnownProperties(body, known, typeName)
  if (body['id'] !== undefined && body['id'] !== null) {
    throw refused('AADB2C99018', 'Restful provider must not have specified Id')
  }
  return {
    displayName: requireText(body, 'displayName'),
    targetUrl: readTargetUrl(body, world),
    authentication: readAuthentication(body, world),
  }
}

/** Graph: identityApiConnector update. What is not named stays as it is. */
export function readConnectorChanges(body: JsonObject, world: World): Partial<ConnectorInput> {
  requireKnownProperties(body, known, typeName)
  if (body['id'] !== undefined) {
    throw refused(
      'AADB2C99014',
      "The property 'id' can not be modified. It's a read only property.",
    )
  }
  return {
    ...('displayName' in body ? { displayName: requireText(body, 'displayName') } : {}),
    ...('targetUrl' in body ? { targetUrl: readTargetUrl(body, world) } : {}),
    ...('authenticationConfiguration' in body
      ? { authentication: readAuthentication(body, world) }
      : {}),
  }
}

/** Graph: uploadClientCertificate. The body is flat and names no type. */
export function readCertificateUpload(body: JsonObject): Pkcs12Input {
  requireKnownProperties(body, ['pkcs12Value', 'password'], 'uploadClientCertificate')
  return readPkcs12(body)
}

function readTargetUrl(body: JsonObject, { settings }: World): string {
  const text = requireText(body, 'targetUrl')
  const protocol = parseUrl(text)?.protocol
  const isAllowed =
    protocol === 'https:' || (protocol === 'http:' && settings.httpTarget === 'accept')
  if (!isAllowed) throw refused('AADB2C99008', `The format of the URI '${text}' is invalid.`)
  return text
}

function readAuthentication(body: JsonObject, world: World): AuthenticationInput {
  const configuration = body['authenticationConfiguration']
  if (configuration === undefined || configuration === null) {
    throw missingValue('authenticationConfiguration')
  }
  if (!isObject(configuration)) throw invalidField('authenticationConfiguration')
  return readConfiguration(configuration, world)
}

function readConfiguration(configuration: JsonObject, world: World): AuthenticationInput {
  const type = readTypeName(configuration)
  switch (type) {
    case 'microsoft.graph.basicAuthentication':
      return readBasic(configuration, world)
    case 'microsoft.graph.pkcs12Certificate':
      requireKnownProperties(
        configuration,
        ['@odata.type', 'pkcs12Value', 'password'],
        'pkcs12Certificate',
      )
      return readPkcs12(configuration)
    default:
      throw refused(
        'AADB2C99019',
        `Restful provider can not have authentication scheme '${type}'. Authentication scheme must be set to one of the following: Basic, ClientCertificate`,
      )
  }
}

/** Documented samples write the type both with and without the leading #. */
function readTypeName(configuration: JsonObject): string {
  const type = configuration['@odata.type']
  return isText(type) ? type.replace(/^#/, '') : ''
}

function readBasic(configuration: JsonObject, { settings }: World): AuthenticationInput {
  requireKnownProperties(
    configuration,
    ['@odata.type', 'username', 'password'],
    'basicAuthentication',
  )
  const username = requireText(configuration, 'username')
  const password = requireText(configuration, 'password')
  if (password === passwordMask && settings.maskAsPassword === 'reject')
    throw invalidField('password')
  return { kind: 'basic', username, passwordSha256: sha256Hex(password) }
}

function readPkcs12(body: JsonObject): Pkcs12Input {
  return {
    kind: 'pkcs12',
    pkcs12Value: requireText(body, 'pkcs12Value'),
    password: requireAnyText(body, 'password'),
  }
}
