// User flows and the connectors called at their steps.
import type { Permission } from '../basics/permissions'
import { graphRoot } from '../basics/registration'
import type { World } from '../state/world'
import { metadataContext, showConnector } from './connector-output'
import { addResource, type Answer, type Endpoint, type GraphApp, type GraphCall } from './endpoint'
import { badRequest, notFound } from './problem'
import { readBody } from './request-body'
import { readReferencedConnector } from './step-reference'
import { steps, type FlowKind, type Step, type StoredUserFlow } from '../state/stored'

const toRead: readonly Permission[] = [
  'IdentityUserFlow.Read.All',
  'IdentityUserFlow.ReadWrite.All',
]
const toWrite: readonly Permission[] = ['IdentityUserFlow.ReadWrite.All']

/** The documentation asks for ReadWrite even to read; field reports say that Read is enough. */
function toReadConfiguration({ settings }: World): readonly Permission[] {
  return settings.flowConfigurationRead === 'documented' ? toWrite : toRead
}

type Handler = (call: GraphCall, kind: FlowKind) => Answer

export function addUserFlowRoutes(graph: GraphApp, kind: FlowKind): void {
  const root = `/identity/${kind}`
  const endpoint = (anyOf: Endpoint['anyOf'], handler: Handler): Endpoint => ({
    anyOf,
    collection: kind,
    answer: (call) => handler(call, kind),
  })
  addResource(graph, root, { GET: endpoint(toRead, listFlows) })
  addResource(graph, `${root}/:flowId`, { GET: endpoint(toRead, getFlow) })
  addResource(graph, `${root}/:flowId/apiConnectorConfiguration`, {
    GET: endpoint(toReadConfiguration, getConfiguration),
  })
  addResource(graph, `${root}/:flowId/apiConnectorConfiguration/:step/$ref`, {
    GET: endpoint(toReadConfiguration, getReference),
    PUT: endpoint(toWrite, putReference),
    DELETE: endpoint(toWrite, deleteReference),
  })
}

function listFlows({ world, version }: GraphCall, kind: FlowKind): Answer {
  return {
    status: 200,
    body: {
      '@odata.context': metadataContext(version, `identity/${kind}`),
      value: [...world.flows[kind].values()].map(showFlow),
    },
  }
}

function getFlow(call: GraphCall, kind: FlowKind): Answer {
  const context = metadataContext(call.version, `identity/${kind}/$entity`)
  return { status: 200, body: { '@odata.context': context, ...showFlow(requireFlow(call, kind)) } }
}

/** Graph: on the flow itself the configuration is always an empty object. */
function showFlow({ id, kind, userFlowType, userFlowTypeVersion }: StoredUserFlow) {
  const common = { id, userFlowType, userFlowTypeVersion, apiConnectorConfiguration: {} }
  return kind === 'b2xUserFlows'
    ? common
    : { ...common, isLanguageCustomizationEnabled: false, defaultLanguageTag: null }
}

/** Graph: the connectors are shown only where `$expand` names their steps. */
function getConfiguration(call: GraphCall, kind: FlowKind): Answer {
  const flow = requireFlow(call, kind)
  const expanded = readExpand(call, kind)
  const path = `identity/${kind}('${flow.id}')/apiConnectorConfiguration`
  const list = expanded.map((step) => `${step}()`).join(',')
  const context = metadataContext(call.version, expanded.length === 0 ? path : `${path}(${list})`)
  const shown: object[] = expanded.map((step) => showStep(call, flow, step))
  const body = shown.reduce((all, step) => ({ ...all, ...step }), { '@odata.context': context })
  return { status: 200, body }
}

function showStep({ world, version }: GraphCall, flow: StoredUserFlow, step: Step) {
  const connector = world.connectors.get(flow.steps[step] ?? '')
  if (!connector) return world.settings.emptyStep === 'null' ? { [step]: null } : {}
  const shown = { [step]: showConnector(connector, world) }
  // The documented sample of B2C user flows has no context for each step.
  if (flow.kind === 'b2cUserFlows') return shown
  const path = `identity/${flow.kind}('${flow.id}')/apiConnectorConfiguration/microsoft.graph.userFlowApiConnectorConfiguration/${step}/$entity`
  return { [`${step}@odata.context`]: metadataContext(version, path), ...shown }
}

function getReference(call: GraphCall, kind: FlowKind): Answer {
  const flow = requireFlow(call, kind)
  const step = requireStep(call, kind)
  const connectorId = flow.steps[step]
  if (connectorId === null)
    throw notFound(call.world, `The API connector of the step ${step}`, flow.id)
  return {
    status: 200,
    body: {
      '@odata.context': metadataContext(call.version, '$ref'),
      '@odata.id': `${graphRoot}/${call.version}/identity/apiConnectors/${connectorId}`,
    },
  }
}

/** Graph: an empty object in the body detaches. */
function putReference(call: GraphCall, kind: FlowKind): Answer {
  const flow = requireFlow(call, kind)
  const step = requireStep(call, kind)
  flow.steps[step] = readReferencedConnector(call, readBody(call))
  return { status: 204 }
}

function deleteReference(call: GraphCall, kind: FlowKind): Answer {
  requireFlow(call, kind).steps[requireStep(call, kind)] = null
  return { status: 204 }
}

function requireFlow({ world, parameters }: GraphCall, kind: FlowKind): StoredUserFlow {
  const id = parameters['flowId'] ?? ''
  const flow = world.flows[kind].get(id)
  if (!flow) throw notFound(world, 'IdentityUserFlow', id)
  return flow
}

function requireStep(call: GraphCall, kind: FlowKind): Step {
  return findStep(call, kind, call.parameters['step'] ?? '')
}

function readExpand(call: GraphCall, kind: FlowKind): Step[] {
  const names = (call.query.get('$expand') ?? '').split(',').map((name) => name.trim())
  return names.filter((name) => name !== '').map((name) => findStep(call, kind, name))
}

/** preTokenIssuance exists in beta only, and for B2C only. Steps in the path ignore case, as all of it does. */
function findStep({ version }: GraphCall, kind: FlowKind, name: string): Step {
  const hasTokenStep = version === 'beta' && kind === 'b2cUserFlows'
  const offered = steps.filter((step) => step !== 'preTokenIssuance' || hasTokenStep)
  const step = offered.find((known) => known.toLowerCase() === name.toLowerCase())
  if (!step) {
    throw badRequest(
      `Could not find a property named '${name}' on type 'microsoft.graph.userFlowApiConnectorConfiguration'.`,
    )
  }
  return step
}
