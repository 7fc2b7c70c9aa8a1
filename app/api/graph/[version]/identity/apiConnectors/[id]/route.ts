import { graphPaths } from '@/lib/contract/routes'
import { fieldNames } from '@/lib/server/audit'
import { changeOf, deletionOf } from '@/lib/server/connector-writes'
import { readFromGraph } from '@/lib/server/graph'
import { connectorChangesBody } from '@/lib/server/graph-bodies'
import { connectorParams } from '@/lib/server/graph-params'
import { writeToGraph } from '@/lib/server/graph-write'
import { handle, routes } from '@/lib/server/handler'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  '/api/graph/{version}/identity/apiConnectors/{id}',
  {
    GET: handle({
      params: connectorParams,
      work: ({ caller, params: { version, id } }) =>
        readFromGraph(caller, graphPaths.connector(version, id)),
    }),
    PATCH: handle({
      params: connectorParams,
      body: connectorChangesBody,
      audit: ({ params: { version, id }, body }) => ({
        action: 'updateConnector',
        graphVersion: version,
        connectorId: id,
        fields: fieldNames(body),
      }),
      work: ({ caller, params, body }) => writeToGraph(caller, changeOf(params, body)),
    }),
    DELETE: handle({
      params: connectorParams,
      audit: ({ params: { version, id } }) => ({
        action: 'deleteConnector',
        graphVersion: version,
        connectorId: id,
      }),
      work: ({ caller, params }) => writeToGraph(caller, deletionOf(params)),
    }),
  },
)
