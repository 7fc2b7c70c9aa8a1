import { graphPaths } from '@/lib/contract/routes'
import { writeToGraph } from '@/lib/server/graph'
import { certificateUploadBody } from '@/lib/server/graph-bodies'
import { connectorParams } from '@/lib/server/graph-params'
import { handle, routes } from '@/lib/server/handler'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  '/api/graph/{version}/identity/apiConnectors/{id}/uploadClientCertificate',
  {
    POST: handle({
      params: connectorParams,
      body: certificateUploadBody,
      work: ({ caller, params: { version, id }, body }) =>
        writeToGraph(caller, {
          method: 'POST',
          path: graphPaths.uploadClientCertificate(version, id),
          body,
        }),
    }),
  },
)
