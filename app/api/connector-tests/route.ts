import { connectorTestEndpoint } from '@/lib/server/connector-tests/connector-test-endpoint'
import { handle, routes } from '@/lib/server/endpoint/handler'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routes('/api/connector-tests', {
  POST: handle(connectorTestEndpoint()),
})
