/** The segments in brackets of the Graph-shaped routes. */
import 'server-only'
import { z } from 'zod'
import {
  graphVersionSchema,
  identifierSchema,
  stepSchema,
  type UserFlowKind,
} from '@/lib/contract/identifiers'

export const versionParams = z.object({ version: graphVersionSchema })

/** Of what is asked for in one version only, whatever version the connectors are read in. */
export const stableVersionParams = z.object({ version: z.literal('v1.0') })

export const connectorParams = versionParams.extend({ id: identifierSchema })

/** Graph knows the user flows of Azure AD B2C in beta only (Graph: b2cIdentityUserFlow). */
const flowVersions = { b2xUserFlows: graphVersionSchema, b2cUserFlows: z.literal('beta') } as const

export const flowListParams = (kind: UserFlowKind) => z.object({ version: flowVersions[kind] })

export const flowParams = (kind: UserFlowKind) =>
  flowListParams(kind).extend({ flowId: identifierSchema })

export const stepParams = (kind: UserFlowKind) => flowParams(kind).extend({ step: stepSchema })
