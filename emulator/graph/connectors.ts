// The methods of identityApiConnector.
import { randomUUID } from 'node:crypto'
import type { Permission } from '../basics/permissions'
import type { World } from '../state/world'
import { readCertificate, refuseDuplicate } from './connector-certificate'
import {
  readCertificateUpload,
  readConnectorChanges,
  readNewConnector,
  type AuthenticationInput,
} from './connector-input'
import { listConnectors, readSelect, requireKnownOptions, showSelected } from './connector-list'
import { metadataContext, showEntity } from './connector-output'
import { addResource, type Answer, type GraphApp, type GraphCall, type Resource } from './endpoint'
import { GraphProblem, notFound, refused } from './problem'
import { readBody } from './request-body'
import type { StoredAuthentication, StoredCertificate, StoredConnector } from '../state/stored'

const readPermissions: readonly Permission[] = [
  'APIConnectors.Read.All',
  'APIConnectors.ReadWrite.All',
]
const toRead = { collection: 'apiConnectors', anyOf: readPermissions } as const
const writePermissions: readonly Permission[] = ['APIConnectors.ReadWrite.All']
const toWrite = { collection: 'apiConnectors', anyOf: writePermissions } as const

export function addConnectorRoutes(graph: GraphApp): void {
  addResource(graph, '/identity/apiConnectors', {
    GET: { ...toRead, answer: listConnectors },
    POST: { ...toWrite, activity: 'Create Api connector', answer: createConnector },
  })
  addResource(graph, '/identity/apiConnectors/$count', {
    GET: { ...toRead, answer: (call) => ({ status: 200, body: call.world.connectors.size }) },
  })
  addResource(graph, '/identity/apiConnectors/:id', {
    GET: { ...toRead, answer: getConnector },
    PATCH: { ...toWrite, activity: 'Update Api connector', answer: updateConnector },
    DELETE: { ...toWrite, activity: 'Delete Api connector', answer: deleteConnector },
  })
  // Entra's list of activities has none for an upload (Entra: audit activity reference).
  const upload: Resource = {
    POST: { ...toWrite, activity: 'Update Api connector', answer: uploadClientCertificate },
  }
  addResource(graph, '/identity/apiConnectors/:id/uploadClientCertificate', upload)
  addResource(graph, '/identity/apiConnectors/:id/microsoft.graph.uploadClientCertificate', upload)
}

async function createConnector(call: GraphCall): Promise<Answer> {
  const { displayName, targetUrl, authentication } = readNewConnector(readBody(call), call.world)
  const stored = await storeAuthentication(call, authentication)
  refuseOneTooMany(call.world)
  const id = call.world.settings.idFormat === 'guid' ? randomUUID() : `RestApi_${randomUUID()}`
  const createdAtMs = Date.now()
  const connector = { id, displayName, targetUrl, authentication: stored, createdAtMs }
  call.world.connectors.set(id, connector)
  return { status: 201, body: showEntity(connector, call.world, call.version) }
}

function getConnector(call: GraphCall): Answer {
  const connector = requireConnector(call)
  requireKnownOptions(call.query)
  const select = readSelect(call.query)
  if (select.length === 0) {
    return { status: 200, body: showEntity(connector, call.world, call.version) }
  }
  const context = `identity/apiConnectors(${select.join(',')})/$entity`
  const shown = showSelected(connector, call.world, select)
  return {
    status: 200,
    body: { '@odata.context': metadataContext(call.version, context), ...shown },
  }
}

/** Graph: identityApiConnector update. New authentication overwrites all of the old, certificates included. */
async function updateConnector(call: GraphCall): Promise<Answer> {
  requireConnector(call)
  const { authentication, ...changes } = readConnectorChanges(readBody(call), call.world)
  const stored = authentication && (await storeAuthentication(call, authentication))
  // Read again: the connector may have changed or gone while the certificate was opened.
  const connector = {
    ...requireConnector(call),
    ...changes,
    ...(stored ? { authentication: stored } : {}),
  }
  call.world.connectors.set(connector.id, connector)
  return call.world.settings.patchAnswer === '204'
    ? { status: 204 }
    : { status: 200, body: showEntity(connector, call.world, call.version) }
}

function deleteConnector(call: GraphCall): Answer {
  const { id } = requireConnector(call)
  const users = flowsOf(call.world).filter((flow) => Object.values(flow.steps).includes(id))
  if (users.length > 0 && call.world.settings.deleteInUse === 'reject-409') {
    throw new GraphProblem(
      { status: 409, code: 'AADB2C' },
      `The API connector '${id}' is used by the user flow '${users[0]?.id ?? ''}'.`,
    )
  }
  users.forEach((flow) => clearSteps(flow.steps, id))
  call.world.connectors.delete(id)
  return { status: 204 }
}

/** Graph: uploadClientCertificate. The certificate is added to those the connector has. */
async function uploadClientCertificate(call: GraphCall): Promise<Answer> {
  requireUploadable(call)
  const certificate = await readCertificate(call, readCertificateUpload(readBody(call)))
  const connector = requireUploadable(call)
  const present = certificatesOf(connector)
  refuseDuplicate(call, certificate, present)
  const authentication = certificates([...present, certificate])
  const changed = { ...connector, authentication }
  call.world.connectors.set(connector.id, changed)
  return { status: 200, body: showEntity(changed, call.world, call.version) }
}

function requireConnector({ world, parameters }: GraphCall): StoredConnector {
  const id = parameters['id'] ?? ''
  const connector = world.connectors.get(id)
  if (!connector) throw notFound(world, 'IdentityApiConnector', id)
  return connector
}

function requireUploadable(call: GraphCall): StoredConnector {
  const connector = requireConnector(call)
  const isBasic = connector.authentication.kind === 'basic'
  if (isBasic && call.world.settings.uploadOnBasic === 'reject-400') {
    throw refused(
      'AADB2C',
      'A client certificate can only be uploaded to an API connector that uses client certificate authentication.',
    )
  }
  return connector
}

function certificatesOf({ authentication }: StoredConnector): readonly StoredCertificate[] {
  return authentication.kind === 'certificates' ? authentication.uploadOrder : []
}

async function storeAuthentication(
  call: GraphCall,
  input: AuthenticationInput,
): Promise<StoredAuthentication> {
  return input.kind === 'basic' ? input : certificates([await readCertificate(call, input)])
}

function certificates(uploadOrder: readonly StoredCertificate[]): StoredAuthentication {
  return { kind: 'certificates', uploadOrder }
}

function refuseOneTooMany({ connectors, settings }: World): void {
  const limit = settings.connectorLimit
  if (limit === null || connectors.size < limit) return
  throw refused(
    'AADB2C',
    `The maximum number of API connectors (${limit}) in this directory has been reached.`,
  )
}

function flowsOf({ flows }: World) {
  return [...flows.b2xUserFlows.values(), ...flows.b2cUserFlows.values()]
}

function clearSteps(steps: Record<string, string | null>, id: string): void {
  for (const [step, connectorId] of Object.entries(steps)) {
    if (connectorId === id) steps[step] = null
  }
}
