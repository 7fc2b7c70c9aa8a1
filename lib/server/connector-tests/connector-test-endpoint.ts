/** The endpoint of the test console, in the order in which a test is admitted. */
import 'server-only'
import { z } from 'zod'
import { connectorTestSchema, type ConnectorTest } from '@/lib/contract/connector-test'
import { maxUploadBodyBytes } from '@/lib/contract/limits'
import type { Answer } from '@/lib/graph/basics/answer'
import { jsonAnswer } from '../exchange/json-answer'
import type { Caller } from '@/lib/graph/basics/caller'
import type { ReadyConfiguration } from '../configuration/configuration'
import type { Endpoint } from '../endpoint/handler'
import { askForProof, requireOwnToken } from '../endpoint/own-people'
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
  body: { schema: connectorTestSchema, maxBytes: maxUploadBodyBytes },
  work: ({ caller, configuration, body }) =>
    answerTest(
      { caller, configuration, body },
      environment,
      limits ?? processWide('connector tests', () => createTestLimits()),
    ),
})

/**
 * First the address is read, then Graph is asked whether the token is worth anything now, and the token
 * whether it is one of this portal's: until then not even DNS is asked. What Graph says against it is the
 * answer.
 */
async function answerTest(
  call: Call,
  environment: CallEnvironment,
  limits: TestLimits,
): Promise<Answer> {
  const { caller, configuration, body: test } = call
  const target = readTargetUrl(test.targetUrl)
  const { connectorTests, portalOrigin } = configuration
  const proof = await askForProof(call)
  if (proof.status >= 300) return proof
  requireOwnToken(caller, configuration)
  const policy = { ...connectorTests, portalOrigin }
  const result = await limits.admit(personOf(caller.token), () =>
    runConnectorTest({ test, target, policy, gone: caller.gone }, environment),
  )
  return { ...jsonAnswer(200, result), ...(proof.graph && { graph: proof.graph }) }
}
