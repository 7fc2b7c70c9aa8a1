/** The endpoint of the test console, in the order in which a test is admitted. */
import 'server-only'
import { z } from 'zod'
import { connectorTestSchema, type ConnectorTest } from '@/lib/contract/connector-test'
import { maxUploadBodyBytes } from '@/lib/contract/limits'
import { graphPaths } from '@/lib/contract/routes'
import { jsonAnswer, type Answer } from '@/lib/graph/basics/answer'
import { readFromGraph } from '../graph'
import type { Caller } from '@/lib/graph/graph-request'
import type { Endpoint } from '../endpoint/handler'
import { processWide } from '@/lib/graph/basics/process-wide'
import { usualEnvironment, type CallEnvironment } from './call-target'
import { runConnectorTest } from './run-connector-test'
import { readTargetUrl } from './target/target-url'
import { createTestLimits, personOf, type TestLimits } from './test-limits'

type Call = { readonly caller: Caller; readonly body: ConnectorTest }

/** A test may put another world, and limits of its own, in the place of the usual ones. */
export const connectorTestEndpoint = (
  environment: CallEnvironment = usualEnvironment,
  limits?: TestLimits,
): Endpoint<unknown, ConnectorTest> => ({
  // Nothing in the address is variable, and Next gives nothing then.
  params: z.unknown(),
  body: { schema: connectorTestSchema, maxBytes: maxUploadBodyBytes },
  work: ({ caller, body }) =>
    answerTest(
      { caller, body },
      environment,
      limits ?? processWide('connector tests', () => createTestLimits()),
    ),
})

/**
 * First the address is read, then Graph is asked whether the token is worth anything: until then not
 * even DNS is. What Graph says against it is the answer.
 */
async function answerTest(
  { caller, body: test }: Call,
  environment: CallEnvironment,
  limits: TestLimits,
): Promise<Answer> {
  const target = readTargetUrl(test.targetUrl)
  const { connectorTests, portalOrigin, graphVersion } = caller.configuration
  const proof = await readFromGraph(caller, `${graphPaths.connectors(graphVersion)}?$top=1`)
  if (proof.status >= 300) return proof
  const policy = { ...connectorTests, portalOrigin }
  const result = await limits.admit(await personOf(caller.token), () =>
    runConnectorTest({ test, target, policy, gone: caller.gone }, environment),
  )
  return { ...jsonAnswer(200, result), ...(proof.graph && { graph: proof.graph }) }
}
