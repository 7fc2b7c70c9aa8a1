import { graphPaths } from '@/lib/contract/routes'
import { readFromGraph, writeToGraph } from '@/lib/server/graph'
import { connectorChangesBody } from '@/lib/server/graph-bodies'
import { connectorParams } from '@/lib/server/graph-params'
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
      work: ({ caller, params: { version, id }, body }) =>
        writeToGraph(caller, { method: 'PATCH', path: graphPaths.connector(version, id), body }),
    }),
    DELETE: handle({
      params: connectorParams,
      work: ({ caller, params: { version, id } }) =>
        writeToGraph(caller, { method: 'DELETE', path: graphPaths.connector(version, id) }),
    }),
  },
)
