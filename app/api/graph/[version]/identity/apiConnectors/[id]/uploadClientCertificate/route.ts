import { uploadTo } from '@/lib/server/connector-writes'
import { certificateUploadBody } from '@/lib/server/graph-bodies'
import { connectorParams } from '@/lib/server/graph-params'
import { writeToGraph } from '@/lib/server/graph-write'
import { handle, routes } from '@/lib/server/handler'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  '/api/graph/{version}/identity/apiConnectors/{id}/uploadClientCertificate',
  {
    POST: handle({
      params: connectorParams,
      body: certificateUploadBody,
      work: ({ caller, params, body }) => writeToGraph(caller, uploadTo(params, body)),
    }),
  },
)
