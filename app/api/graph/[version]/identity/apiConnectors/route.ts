import { graphPaths } from '@/lib/contract/routes'
import { fieldNames } from '@/lib/server/audit/audit'
import { creationOf } from '@/lib/graph/connector-writes'
import { newConnectorBody } from '@/lib/server/endpoint/graph-bodies'
import { listFromGraph } from '@/lib/graph/graph-list'
import { versionParams } from '@/lib/server/endpoint/graph-params'
import { writeToGraph } from '@/lib/graph/graph-write'
import { handle, routes } from '@/lib/server/endpoint/handler'
import { listOptions } from '@/lib/server/exchange/query-options'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  '/api/graph/{version}/identity/apiConnectors',
  {
    GET: handle({
      params: versionParams,
      query: listOptions,
      work: ({ caller, params, query }) =>
        listFromGraph(caller, graphPaths.connectors(params.version), query),
    }),
    POST: handle({
      params: versionParams,
      body: newConnectorBody,
      audit: ({ params, body }) => ({
        action: 'createConnector',
        graphVersion: params.version,
        fields: fieldNames(body),
      }),
      work: ({ caller, params, body }) => writeToGraph(caller, creationOf(params.version, body)),
    }),
  },
)
