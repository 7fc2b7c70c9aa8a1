/** The endpoint of the test console, in the order in which a test is admitted. */
import 'server-only'
import { z } from 'zod'
import { connectorTestSchema, type ConnectorTest } from '@/lib/contract/connector-test'
import { maxUploadBodyBytes } from '@/lib/contract/limits'
import { graphPaths } from '@/lib/contract/routes'
import type { Answer } from '@/lib/graph/basics/answer'
import { jsonAnswer } from '../exchange/json-answer'
import { readFromGraph } from '@/lib/graph/graph-attempts'
import type { Caller } from '@/lib/graph/basics/caller'
import type { ReadyConfiguration } from '../configuration/configuration'
import type { Endpoint } from '../endpoint/handler'
import { noFurtherCheck } from '../endpoint/request-body'
import { processWide } from '@/lib/graph/basics/process-wide'
import { usualEnvironment, type CallEnvironment } from './call-target'
import { runConnectorTest } from './run-connector-test'
import { readTargetUrl } from './target/target-url'
import { createTestLimits, personOf, type TestLimits } from './test-limits'

type Call = {
  readonly caller: Caller
  readonly configuration: ReadyConfiguration
  readonly body: ConnectorTest
}

/** A test may put another world, and limits of its own, in the place of the usual ones. */
export const connectorTestEndpoint = (
  environment: CallEnvironment = usualEnvironment,
  limits?: TestLimits,
): Endpoint<unknown, ConnectorTest> => ({
  // Nothing in the address is variable, and Next gives nothing then.
  params: z.unknown(),
  body: { schema: connectorTestSchema, maxBytes: maxUploadBodyBytes, check: noFurtherCheck },
  work: ({ caller, configuration, body }) =>
    answerTest(
      { caller, configuration, body },
      environment,
      limits ?? processWide('connector tests', () => createTestLimits()),
    ),
})

/**
 * First the address is read, then Graph is asked whether the token is worth anything: until then not
 * even DNS is. What Graph says against it is the answer.
 */
async function answerTest(
  { caller, configuration, body: test }: Call,
  environment: CallEnvironment,
  limits: TestLimits,
): Promise<Answer> {
  const target = readTargetUrl(test.targetUrl)
  const { connectorTests, portalOrigin, graphVersion } = configuration
  const proof = await readFromGraph(caller, `${graphPaths.connectors(graphVersion)}?$top=1`)
  if (proof.status >= 300) return proof
  const policy = { ...connectorTests, portalOrigin }
  const result = await limits.admit(await personOf(caller.token), () =>
    runConnectorTest({ test, target, policy, gone: caller.gone }, environment),
  )
  return { ...jsonAnswer(200, result), ...(proof.graph && { graph: proof.graph }) }
}
