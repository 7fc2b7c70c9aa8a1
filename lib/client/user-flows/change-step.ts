/** A change of one step that neither undoes another person's nor repeats a write blindly. */
import type { AttachedConnector } from '@/lib/contract/user-flow'
import { entryAt, shownAt } from '@/lib/domain/user-flows/place'
import { afterFailure, beforeChange, type StepChange } from '@/lib/domain/user-flows/step-change'
import { localProblem, type Problem } from '../problem'
import type { FlowReader } from './flow-reader'

export type StepOutcome =
  | { readonly kind: 'done' }
  /** Another connector, or none, is there than the change began with; nothing was sent. */
  | { readonly kind: 'overtaken'; readonly by: AttachedConnector | null }
  /** The step is as it was before; for `unclear` the flow could not be read. */
  | { readonly kind: 'notDone' | 'unclear'; readonly problem: Problem }

/** Reads the flow, changes the step if it still is what the change began with, and reads it again. */
export async function changeStep(reader: FlowReader, change: StepChange): Promise<StepOutcome> {
  const { kind, flowId: id } = change.place
  await reader.readFlow({ kind, id, type: null })
  const shown = shownAt(reader.known(), change.place)
  switch (beforeChange(change, shown)) {
    case 'send':
      return send(reader, change)
    case 'done':
      return { kind: 'done' }
    case 'overtaken':
      return { kind: 'overtaken', by: shown ?? null }
    case 'unread':
      return { kind: 'unclear', problem: readingProblem(reader, change) }
  }
}

async function send(reader: FlowReader, change: StepChange): Promise<StepOutcome> {
  const answer = await reader.setStep(change.place, change.to)
  if (answer.ok) return { kind: 'done' }
  const kind = afterFailure(change, shownAt(reader.known(), change.place))
  return kind === 'done' ? { kind } : { kind, problem: answer.problem }
}

function readingProblem(reader: FlowReader, { place }: StepChange): Problem {
  const unknown = localProblem({ method: 'GET', path: place.flowId }, 'unexpected')
  return entryAt(reader.known(), place)?.problem ?? unknown
}
