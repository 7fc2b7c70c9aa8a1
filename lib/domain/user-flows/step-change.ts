/**
 * One change of a step, judged by what the flow shows. Graph has no condition for the write, so the
 * flow is read before, lest another person's change is undone, and after, lest a write whose answer
 * was lost is repeated blindly.
 */
import type { AttachedConnector } from '@/lib/contract/user-flow'
import type { StepContent } from './place'
import type { Place } from './user-flow'

/** Connector ids; null is an empty step. */
export type StepChange = {
  readonly place: Place
  readonly from: string | null
  readonly to: string | null
}

/** What a step shows; undefined if its flow could not be read. */
type Shown = StepContent | undefined

/** What to call it. */
export const attachedName = ({ displayName, id }: AttachedConnector): string => displayName || id

/** Whether the change may be sent, need not be, or must not be. */
export function beforeChange(
  { from, to }: StepChange,
  shown: Shown,
): 'send' | 'done' | 'overtaken' | 'unread' {
  if (shown === undefined) return 'unread'
  const present = shown?.id ?? null
  if (present === to) return 'done'
  return present === from ? 'send' : 'overtaken'
}

/** What has become of a change whose write did not succeed. */
export function afterFailure({ to }: StepChange, shown: Shown): 'done' | 'notDone' | 'unclear' {
  if (shown === undefined) return 'unclear'
  return (shown?.id ?? null) === to ? 'done' : 'notDone'
}
