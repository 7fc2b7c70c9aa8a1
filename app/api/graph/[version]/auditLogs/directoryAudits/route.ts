import { graphPaths } from '@/lib/contract/routes'
import { listFromGraph } from '@/lib/graph/graph-list'
import { versionParams } from '@/lib/server/endpoint/graph-params'
import { handle, routes } from '@/lib/server/endpoint/handler'
import { auditOptions, requireOption } from '@/lib/server/exchange/query-options'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  '/api/graph/{version}/auditLogs/directoryAudits',
  {
    GET: handle({
      params: versionParams,
      query: auditOptions,
      work: async ({ caller, params: { version }, query }) =>
        listFromGraph(
          caller,
          graphPaths.directoryAudits(version),
          requireOption(requireOption(query, '$filter'), '$top'),
        ),
    }),
  },
)
