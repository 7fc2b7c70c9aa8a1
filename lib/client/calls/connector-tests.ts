/** One test of an endpoint, made by the portal's server. */
import {
  connectorTestResultSchema,
  type ConnectorTest,
  type ConnectorTestResult,
} from '@/lib/contract/connector-test'
import { connectorTestsPath } from '@/lib/contract/routes'
import { failure, success, type Result } from '@/lib/domain/problems/problem'
import { localProblem, readJson } from './problem'
import { sendSigned, type TokenSource } from './signed-call'

export type ConnectorTester = (
  test: ConnectorTest,
  signal: AbortSignal,
) => Promise<Result<ConnectorTestResult>>

const request = { method: 'POST', path: connectorTestsPath } as const

/** The server gives an endpoint 30 s. `signal` ends the call; its result is of no interest then. */
export function createConnectorTester(token: TokenSource): ConnectorTester {
  return async (test, signal) => {
    const answer = await sendSigned(token, {
      ...request,
      address: connectorTestsPath,
      body: test,
      deadlineMs: 35_000,
      lostCode: 'connectionLost',
      signal,
    })
    if (!answer.ok) return answer
    const parsed = connectorTestResultSchema.safeParse(await readJson(answer.value))
    return parsed.success ? success(parsed.data) : failure(localProblem(request, 'upstreamInvalid'))
  }
}
