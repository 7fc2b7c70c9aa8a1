/** To which steps a connector can be attached. */
import type { Step } from '@/lib/contract/identifiers'
import { stepsOfKind, type AttachedConnector, type FlowSteps } from '@/lib/contract/user-flow'
import { flowKey } from './known-flows'
import type { FlowEntry, Place, UserFlow } from './user-flow'

export type StepChoice = {
  readonly place: Place
  /** The step's present connector; null if it is free. */
  readonly present: AttachedConnector | null
}

export type FlowChoice = {
  readonly key: string
  readonly flow: UserFlow
  /** In the order in which they run; null while nothing is known of them. */
  readonly choices: readonly StepChoice[] | null
  readonly isReading: boolean
}

/** All flows: those with a free step first, those of which nothing is known last. */
export function flowChoices(flows: readonly FlowEntry[]): FlowChoice[] {
  const all = flows.map(({ flow, steps, isReading }) => ({
    key: flowKey(flow),
    flow,
    choices: steps && stepChoices(flow, steps),
    isReading,
  }))
  return all.sort((one, other) => rank(one) - rank(other))
}

function stepChoices({ kind, id: flowId }: UserFlow, steps: FlowSteps): StepChoice[] {
  const choice = (step: Step) => ({ place: { kind, flowId, step }, present: steps[step] })
  return stepsOfKind[kind].map(choice)
}

function rank({ choices }: FlowChoice): number {
  if (!choices) return 2
  return choices.some(({ present }) => present === null) ? 0 : 1
}
