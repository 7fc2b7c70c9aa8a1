/**
 * One change of a step, judged by what the flow shows. Graph has no condition for the write, so the
 * flow is read before, lest another person's change is undone, and after, lest a write whose answer
 * was lost is repeated blindly.
 */
import type { AttachedConnector } from '@/lib/contract/user-flow'
import type { Problem, Result } from '../problems/problem'
import { shownName } from '../shown-text'
import type { StepContent } from './place'
import type { Place } from './user-flow'

/** Connector ids; null is an empty step. */
export type StepChange = {
  readonly place: Place
  readonly from: string | null
  readonly to: string | null
}

export type StepOutcome =
  /**
   * The step holds what was wanted. `isOurs`: a write of this change has brought it there. `despite`: what
   * the write was answered, if the flow alone tells that it has happened.
   */
  | { readonly kind: 'done'; readonly isOurs: boolean; readonly despite: Problem | null }
  /** Somebody else has put there what the change did not begin with; nothing was sent. */
  | { readonly kind: 'overtaken'; readonly by: StepContent }
  /** The flow could not be looked at first, so nothing was sent. */
  | { readonly kind: 'unsent'; readonly problem: Problem }
  /** Read again, the flow shows something else than what was wanted. */
  | { readonly kind: 'notDone'; readonly problem: Problem; readonly shows: StepContent }
  /** It was sent, and the flow could not be read again. */
  | { readonly kind: 'unclear'; readonly problem: Problem }

export type FailedStep = Exclude<StepOutcome, { kind: 'done' }>

/** How a change reaches a tenant. */
export type StepAccess = {
  /** Reads the flow now; what its step shows. */
  readonly look: (place: Place) => Promise<Result<StepContent>>
  /** Sends the change once; what the step shows afterwards, undefined if that could not be read. */
  readonly put: (
    place: Place,
    connectorId: string | null,
  ) => Promise<{ readonly answer: Result<unknown>; readonly shows: StepContent | undefined }>
}

/** The name of a connector that is attached; its id if it has none. */
export const attachedName = ({ displayName, id }: AttachedConnector): string =>
  shownName(displayName) || id

/** The name of the connector that was found where another was expected; empty for none. */
export const foundAt = (failed: FailedStep): string =>
  failed.kind === 'overtaken' && failed.by ? attachedName(failed.by) : ''

/** Looks, changes the step if it still is what the change began with, and looks again. */
export async function changeStep(access: StepAccess, change: StepChange): Promise<StepOutcome> {
  const look = await access.look(change.place)
  if (!look.ok) return { kind: 'unsent', problem: look.problem }
  const present = look.value?.id ?? null
  if (present === change.to) return { kind: 'done', isOurs: false, despite: null }
  if (present !== change.from) return { kind: 'overtaken', by: look.value }
  const { answer, shows } = await access.put(change.place, change.to)
  return answer.ok
    ? { kind: 'done', isOurs: true, despite: null }
    : afterFailure(change, { ...answer, shows })
}

type Failed = { readonly problem: Problem; readonly shows: StepContent | undefined }

function afterFailure({ to }: StepChange, { problem, shows }: Failed): StepOutcome {
  if (shows === undefined) return { kind: 'unclear', problem }
  return (shows?.id ?? null) === to
    ? { kind: 'done', isOurs: true, despite: problem }
    : { kind: 'notDone', problem, shows }
}
