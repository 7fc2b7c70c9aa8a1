/** Applies changes one after the other, and tells of each what has become of it. */
import type { PendingChange } from './pending-changes'
import { isSamePlace } from './place'
import { changeStep, type StepAccess, type StepOutcome } from './step-change'

export type Outcome = { readonly kind: 'waiting' | 'applying' | 'notTried' } | StepOutcome

export type ChangeResult = { readonly change: PendingChange; readonly outcome: Outcome }

type Run = {
  readonly isStoppedByFailure: boolean
  readonly access: StepAccess
  readonly onProgress: (results: readonly ChangeResult[]) => void
  /** Once true, nothing more is sent. */
  readonly isLeft: () => boolean
}

/** The results before the first change is sent. */
export const waitingResults = (changes: readonly PendingChange[]): ChangeResult[] =>
  changes.map((change) => ({ change, outcome: { kind: 'waiting' } }))

/** Makes each change once, in order; none is ever repeated, and none undoes somebody else's. */
export async function runChanges(
  changes: readonly PendingChange[],
  run: Run,
): Promise<readonly ChangeResult[]> {
  const results = waitingResults(changes)
  let isStopped = false
  for (const [index, change] of changes.entries()) {
    const tell = (outcome: Outcome) => {
      results[index] = { change, outcome }
      run.onProgress([...results])
    }
    if (isStopped || run.isLeft()) {
      tell({ kind: 'notTried' })
      continue
    }
    tell({ kind: 'applying' })
    const outcome = await changeStep(run.access, stepChangeOf(change))
    tell(outcome)
    isStopped = run.isStoppedByFailure && !isAsHoped(outcome)
  }
  return results
}

const stepChangeOf = ({ place, before, after }: PendingChange) => ({
  place,
  from: before?.id ?? null,
  to: after?.id ?? null,
})

/** An answer that was lost ends a run, too, although its change is in effect: something is wrong. */
const isAsHoped = (outcome: StepOutcome) => outcome.kind === 'done' && outcome.despite === null

/** Whether the step holds what was wanted: by Graph's word, or because the flow shows it. */
export const isInEffect = ({ outcome }: ChangeResult): boolean => outcome.kind === 'done'

/** Puts back what was there, the last change first. */
export function undoOf(results: readonly ChangeResult[]): PendingChange[] {
  return results
    .filter(({ outcome }) => outcome.kind === 'done' && outcome.isOurs)
    .map(({ change: { place, before, after } }) => ({ place, before: after, after: before }))
    .reverse()
}

/** The changes left after a run: those it did not bring about stay pending. */
export function afterRun(
  changes: readonly PendingChange[],
  results: readonly ChangeResult[],
): PendingChange[] {
  const untouched = changes.filter(
    ({ place }) => !results.some((result) => isSamePlace(result.change.place, place)),
  )
  return [
    ...untouched,
    ...results.filter((result) => !isInEffect(result)).map(({ change }) => change),
  ]
}
