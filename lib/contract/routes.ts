/** Every address of the portal, once. Ids are encoded here and nowhere else. */
import type { GraphVersion, Step, UserFlowKind } from './identifiers'

const segment = encodeURIComponent

export const pages = {
  connectors: () => '/connectors',
  newConnector: () => '/connectors/new',
  connector: (id: string) => `/connectors/${segment(id)}`,
  connectorCertificates: (id: string) => `/connectors/${segment(id)}?tab=certificates`,
  editConnector: (id: string) => `/connectors/${segment(id)}/edit`,
  connectorHistory: (id: string) => `/connectors/${segment(id)}?tab=history`,
  connectorUserFlows: (id: string) => `/connectors/${segment(id)}?tab=user-flows`,
  certificates: () => '/certificates',
  userFlows: () => '/user-flows',
  /** One cell of the matrix of user flows and steps. */
  userFlowStep: ({ flowId, step }: { flowId: string; step: Step }) =>
    `/user-flows?flow=${segment(flowId)}&step=${step}`,
  connectorTest: (id: string) => `/connectors/${segment(id)}?tab=test`,
  /** With the certificates of a connector filled in, if one is named. */
  samples: (connectorId: string | null) =>
    connectorId === null ? '/samples' : `/samples?connector=${segment(connectorId)}`,
  setup: () => '/setup',
  signedOut: () => '/signed-out',
  redirect: () => '/auth/redirect',
} as const

const identity = (version: GraphVersion) => `/${version}/identity`

/** Paths below a Graph root; the portal's own is `/api/graph`. */
export const graphPaths = {
  connectors: (version: GraphVersion) => `${identity(version)}/apiConnectors`,
  connector: (version: GraphVersion, id: string) =>
    `${identity(version)}/apiConnectors/${segment(id)}`,
  uploadClientCertificate: (version: GraphVersion, id: string) =>
    `${identity(version)}/apiConnectors/${segment(id)}/uploadClientCertificate`,
  userFlows: (version: GraphVersion, kind: UserFlowKind) => `${identity(version)}/${kind}`,
  userFlowConfiguration: (version: GraphVersion, kind: UserFlowKind, flowId: string) =>
    `${identity(version)}/${kind}/${segment(flowId)}/apiConnectorConfiguration`,
  userFlowStepReference: (
    version: GraphVersion,
    kind: UserFlowKind,
    { flowId, step }: { flowId: string; step: Step },
  ) => `${identity(version)}/${kind}/${segment(flowId)}/apiConnectorConfiguration/${step}/$ref`,
  /** Graph: organization; v1.0 has all that is asked for. */
  organization: () => '/v1.0/organization?$select=id,displayName,verifiedDomains',
  directoryAudits: (version: GraphVersion) => `/${version}/auditLogs/directoryAudits`,
  /** The newest entries about one connector (Graph: directoryAudit, `$filter` and `$orderby`). */
  connectorAudits: (version: GraphVersion, id: string, most: number) => {
    const filter = segment(`targetResources/any(t:t/id eq '${id}')`)
    const order = segment('activityDateTime desc')
    return `/${version}/auditLogs/directoryAudits?$filter=${filter}&$orderby=${order}&$top=${most}`
  },
} as const

export const graphProxyRoot = '/api/graph'

export const connectorTestsPath = '/api/connector-tests'
