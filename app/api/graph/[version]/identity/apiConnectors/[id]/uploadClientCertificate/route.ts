import { fieldNames } from '@/lib/server/audit/audit'
import { uploadTo } from '@/lib/graph/connector-writes'
import { certificateUploadBody } from '@/lib/server/endpoint/graph-bodies'
import { connectorParams } from '@/lib/server/endpoint/graph-params'
import { writeToGraph } from '@/lib/graph/graph-write'
import { handle, routes } from '@/lib/server/endpoint/handler'

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
      work: ({ caller, params, body, certificateThumbprint }) =>
        writeToGraph(caller, uploadTo(params, body, certificateThumbprint)),
    }),
  },
)
