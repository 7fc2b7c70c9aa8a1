import { graphPaths } from '@/lib/contract/routes'
import { fieldNames } from '@/lib/server/audit/audit'
import { changeOf, deletionOf } from '@/lib/graph/connector-writes'
import { readFromGraph } from '@/lib/graph/graph-attempts'
import { connectorChangesBody } from '@/lib/server/endpoint/graph-bodies'
import { connectorParams } from '@/lib/server/endpoint/graph-params'
import { writeToGraph } from '@/lib/graph/graph-write'
import { handle, routes } from '@/lib/server/endpoint/handler'

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
      work: ({ caller, params, body, certificateThumbprint }) =>
        writeToGraph(caller, changeOf(params, body, certificateThumbprint)),
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
