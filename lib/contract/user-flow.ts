/** User flows and the connectors at their steps (Graph: userFlowApiConnectorConfiguration). */
import type { Step, UserFlowKind } from './identifiers'
import { orElse, textOrEmpty, textOrNull } from './nullable'
import * as z from './z'

/**
 * The steps at which each kind of flow can call a connector, in the order in which they run. The one
 * before the token exists for Azure AD B2C only (Graph beta metadata).
 */
export const stepsOfKind: Record<UserFlowKind, readonly Step[]> = {
  b2xUserFlows: ['postFederationSignup', 'postAttributeCollection'],
  b2cUserFlows: ['postFederationSignup', 'postAttributeCollection', 'preTokenIssuance'],
}

export const userFlowListSchema = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      userFlowType: textOrNull,
    }),
  ),
})

/** The connector at a step, as a flow's configuration tells it. */
const attachedConnectorSchema = z.object({
  id: z.string(),
  displayName: textOrEmpty,
})
export type AttachedConnector = z.infer<typeof attachedConnectorSchema>

const stepContentSchema = orElse(attachedConnectorSchema, null)

/** A step without a connector is null or missing: Microsoft does not say which. */
export const flowStepsSchema = z.object({
  postFederationSignup: stepContentSchema,
  postAttributeCollection: stepContentSchema,
  preTokenIssuance: stepContentSchema,
})
export type FlowSteps = z.infer<typeof flowStepsSchema>
