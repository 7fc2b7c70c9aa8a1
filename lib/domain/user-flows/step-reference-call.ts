/** The one call that changes what a step calls (Graph: PUT apiConnectorConfiguration/{step}/$ref). */
import type { GraphVersion, UserFlowKind } from '@/lib/contract/identifiers'
import { graphPaths } from '@/lib/contract/routes'
import type { Place } from './user-flow'

type GraphAddress = {
  readonly graphRoot: string
  /** Of everything that is not in beta only. */
  readonly version: GraphVersion
}

type StepReferenceCall = {
  readonly method: 'PUT'
  /** Below Graph's root. */
  readonly path: string
  readonly body: { readonly '@odata.id'?: string }
}

/** B2C flows exist in beta only. */
export const flowVersion = (kind: UserFlowKind, version: GraphVersion): GraphVersion =>
  kind === 'b2cUserFlows' ? 'beta' : version

/** Puts a connector to a step by its address, or with null takes it away by an empty object. */
export function stepReferenceCall(
  { kind, flowId, step }: Place,
  connectorId: string | null,
  { graphRoot, version }: GraphAddress,
): StepReferenceCall {
  const used = flowVersion(kind, version)
  return {
    method: 'PUT',
    path: graphPaths.userFlowStepReference(used, kind, { flowId, step }),
    body:
      connectorId === null
        ? {}
        : { '@odata.id': graphRoot + graphPaths.connector(used, connectorId) },
  }
}
