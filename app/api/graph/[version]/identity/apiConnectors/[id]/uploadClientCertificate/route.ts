import { fieldNames } from '@/lib/server/audit'
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
      audit: ({ params: { version, id }, body }) => ({
        action: 'uploadCertificate',
        graphVersion: version,
        connectorId: id,
        fields: fieldNames(body),
      }),
      work: ({ caller, params, body }) => writeToGraph(caller, uploadTo(params, body)),
    }),
  },
)
