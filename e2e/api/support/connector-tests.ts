/** The test console's endpoint on the emulator, whose sample APIs it may call. */
import { connectorTestResultSchema } from '@/lib/contract/connector-test'
import { connectorTestEndpoint } from '@/lib/server/connector-tests/connector-test-endpoint'
import { usualEnvironment, type CallEnvironment } from '@/lib/server/connector-tests/call-target'
import { createTestLimits, type TestLimits } from '@/lib/server/connector-tests/test-limits'
import { handle, routes } from '@/lib/server/endpoint/handler'
import { basic } from './samples'

/** More than any test of the suite needs. */
const manyTests = () => createTestLimits({ perPerson: 10_000, atOncePerPerson: 4 })

/** The route, trusting these authorities instead of Node's, which are read once at its start. */
export const connectorTestRoute = (
  environment: Partial<CallEnvironment>,
  limits: TestLimits = manyTests(),
) => ({
  '/api/connector-tests': routes('/api/connector-tests', {
    POST: handle(connectorTestEndpoint({ ...usualEnvironment, ...environment }, limits)),
  }),
})

export const testOf = (targetUrl: string, changes: Readonly<Record<string, unknown>> = {}) => ({
  targetUrl,
  tenantKind: 'b2x',
  step: 'postAttributeCollection',
  authentication: basic(),
  body: { email: 'kim@fabrikam.example', ui_locales: 'en-US' },
  ...changes,
})

type Caller = { readonly origin: string; readonly token: string; readonly signal?: AbortSignal }

export const postTest = ({ origin, token, signal }: Caller, test: unknown): Promise<Response> =>
  fetch(`${origin}/api/connector-tests`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(test),
    ...(signal && { signal }),
  })

/** The result of a test that was admitted. */
export async function resultOf(response: Response) {
  const body: unknown = await response.json()
  if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(body)}`)
  return connectorTestResultSchema.parse(body)
}
