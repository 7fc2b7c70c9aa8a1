/** The steps of flows: what each is told apart by, and what it is known to call. */
import type { AttachedConnector } from '@/lib/contract/user-flow'
import { flowKey } from './known-flows'
import type { FlowEntry, Place, UserFlows } from './user-flow'

/** A connector at a step, or null for none. */
export type StepContent = AttachedConnector | null

/** A name that no two steps share. */
export const placeKey = ({ kind, flowId, step }: Place): string => `${kind}/${flowId}/${step}`

export const isSamePlace = (one: Place, other: Place): boolean => placeKey(one) === placeKey(other)

/** A name that a place shares with the other steps of its flow, and with the flow itself. */
export const placeFlowKey = ({ kind, flowId }: Place): string => flowKey({ kind, id: flowId })

/** Whether both are the same connector, whatever its name is called by now, or both are none. */
export const isSameContent = (one: StepContent, other: StepContent): boolean =>
  (one?.id ?? null) === (other?.id ?? null)

/** The entry of a place's flow. */
export const entryAt = ({ flows }: UserFlows, place: Place): FlowEntry | undefined =>
  flows.find(({ flow }) => flowKey(flow) === placeFlowKey(place))

/** The step's content at the last reading of its flow; undefined if that reading failed. */
export function shownAt(flows: UserFlows, place: Place): StepContent | undefined {
  const entry = entryAt(flows, place)
  return entry?.problem === null ? entry.steps?.[place.step] : undefined
}
