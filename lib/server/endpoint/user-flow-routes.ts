/** The routes of user flows, which B2X and B2C have alike (Graph: b2xIdentityUserFlow, b2cIdentityUserFlow). */
import 'server-only'
import type { UserFlowKind } from '@/lib/contract/identifiers'
import { graphPaths } from '@/lib/contract/routes'
import { readFromGraph } from '@/lib/graph/graph-attempts'
import { stepReferenceBody } from './graph-bodies'
import { listFromGraph } from '@/lib/graph/graph-list'
import { flowListParams, flowParams, stepParams } from './graph-params'
import { writeToGraph } from '@/lib/graph/graph-write'
import { handle, routes } from './handler'
import { queryText } from '@/lib/graph/basics/query-text'
import { expandOptions, listOptions } from '../exchange/query-options'
import { attachmentOf } from '@/lib/graph/step-writes'

const base = (kind: UserFlowKind) => `/api/graph/{version}/identity/${kind}`

export const userFlowRoutes = (kind: UserFlowKind) =>
  routes(base(kind), {
    GET: handle({
      params: flowListParams(kind),
      query: listOptions,
      work: ({ caller, params, query }) =>
        listFromGraph(caller, graphPaths.userFlows(params.version, kind), query),
    }),
  })

export const userFlowConfigurationRoutes = (kind: UserFlowKind) =>
  routes(`${base(kind)}/{flowId}/apiConnectorConfiguration`, {
    GET: handle({
      params: flowParams(kind),
      query: expandOptions,
      work: ({ caller, params: { version, flowId }, query }) =>
        readFromGraph(
          caller,
          graphPaths.userFlowConfiguration(version, kind, flowId) + queryText(query),
        ),
    }),
  })

/** Attaches a connector to a step, or with an empty object detaches it. */
export const userFlowStepRoutes = (kind: UserFlowKind) =>
  routes(`${base(kind)}/{flowId}/apiConnectorConfiguration/{step}/$ref`, {
    PUT: handle({
      params: stepParams(kind),
      body: stepReferenceBody,
      audit: ({ params: { version, flowId, step }, body: connectorId }) => ({
        action: connectorId === undefined ? 'detachConnector' : 'attachConnector',
        graphVersion: version,
        connectorId: connectorId ?? null,
        flowKind: kind,
        flowId,
        step,
      }),
      work: ({ caller, params, body: connectorId }) =>
        writeToGraph(caller, attachmentOf({ kind, ...params }, connectorId, caller)),
    }),
  })
