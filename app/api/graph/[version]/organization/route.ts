import { graphPaths } from '@/lib/contract/routes'
import { readFromGraph } from '@/lib/graph/graph-attempts'
import { stableVersionParams } from '@/lib/server/endpoint/graph-params'
import { handle, routes } from '@/lib/server/endpoint/handler'
import { organizationOptions } from '@/lib/server/exchange/query-options'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  '/api/graph/{version}/organization',
  {
    GET: handle({
      params: stableVersionParams,
      query: organizationOptions,
      // What a page asks for is all that is ever asked for, also when somebody leaves the option out.
      work: ({ caller }) => readFromGraph(caller, graphPaths.organization()),
    }),
  },
)
