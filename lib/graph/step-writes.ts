/** The change of a step as a write that can be recognised when its answer was lost. */
import type { GraphVersion, Step, UserFlowKind } from '@/lib/contract/identifiers'
import { graphPaths } from '@/lib/contract/routes'
import { flowStepsSchema } from '@/lib/contract/user-flow'
import type { RelayedAnswer } from './graph-answer'
import type { Caller } from './basics/caller'
import type { GraphWrite } from './graph-write'
import { PortalError } from './basics/portal-error'

type StepAddress = {
  readonly version: GraphVersion
  readonly kind: UserFlowKind
  readonly flowId: string
  readonly step: Step
}

/** Puts a connector to a step, or without one clears it (Graph: PUT with an empty object). */
export function attachmentOf(
  address: StepAddress,
  connectorId: string | undefined,
  { graphRoot }: Pick<Caller, 'graphRoot'>,
): GraphWrite {
  const { version, kind, ...place } = address
  const reference = (id: string) => ({
    '@odata.id': graphRoot + graphPaths.connector(version, id),
  })
  return {
    request: {
      method: 'PUT',
      path: graphPaths.userFlowStepReference(version, kind, place),
      body: connectorId === undefined ? {} : reference(connectorId),
    },
    isRepeatable: true,
    prepare: async (reads) => async () => {
      const now = await reads.one(configurationPath(address))
      if (now.status !== 200) return { kind: now.status === 404 ? 'notSeen' : 'notRead' }
      return isSameId(connectorAt(address, now), connectorId)
        ? { kind: 'happened', answer: { status: 204, isFoundOut: true } }
        : { kind: 'notSeen' }
    },
  }
}

/** Graph shows a step's connector only when asked to expand it (Graph: Get apiConnectorConfiguration). */
const configurationPath = ({ version, kind, flowId, step }: StepAddress) =>
  `${graphPaths.userFlowConfiguration(version, kind, flowId)}?$expand=${step}`

function connectorAt({ step }: StepAddress, { json }: RelayedAnswer): string | undefined {
  const steps = flowStepsSchema.safeParse(json)
  if (steps.success) return steps.data[step]?.id
  throw new PortalError('upstreamInvalid', { cause: 'not the steps of a flow' })
}

const isSameId = (one: string | undefined, other: string | undefined) =>
  one?.toLowerCase() === other?.toLowerCase()
