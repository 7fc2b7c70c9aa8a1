/** Applies changes one after the other, and tells of each what has become of it. */
import type { PendingChange } from './pending-changes'
import { isSameContent, isSamePlace, type StepContent } from './place'
import type { Place } from './user-flow'

export type Outcome<Problem> =
  | { readonly kind: 'waiting' | 'applying' | 'applied' | 'notTried' }
  | {
      /** `unknown`: it was sent, and the answer was lost. */
      readonly kind: 'failed' | 'unknown'
      readonly problem: Problem
      /** What the flow showed when it was read afterwards; undefined if that failed, too. */
      readonly shows: StepContent | undefined
    }

export type ChangeResult<Problem> = {
  readonly change: PendingChange
  /** What was there right before. */
  readonly former: StepContent
  readonly outcome: Outcome<Problem>
}

type Run<Problem> = {
  readonly isStoppedByFailure: boolean
  /** Sends the change and then reads the flow. */
  readonly setStep: (
    place: Place,
    connectorId: string | null,
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: Problem }>
  /** What the flow shows; undefined if that is not known. */
  readonly shown: (place: Place) => StepContent | undefined
  /** Whether a failure leaves open what has happened. */
  readonly isUnknown: (problem: Problem) => boolean
  readonly onProgress: (results: readonly ChangeResult<Problem>[]) => void
  /** Once true, nothing more is sent. */
  readonly isLeft: () => boolean
}

/** What will be told of the changes before the first is sent. */
export const waitingResults = (changes: readonly PendingChange[]): ChangeResult<never>[] =>
  changes.map((change) => ({ change, former: change.before, outcome: { kind: 'waiting' } }))

/** Sends each change once, in order; none is ever repeated. */
export async function runChanges<Problem>(
  changes: readonly PendingChange[],
  run: Run<Problem>,
): Promise<readonly ChangeResult<Problem>[]> {
  const results: ChangeResult<Problem>[] = waitingResults(changes)
  let isStopped = false
  for (const [index, change] of changes.entries()) {
    const shown = run.shown(change.place)
    const former = shown === undefined ? change.before : shown
    const tell = (outcome: Outcome<Problem>) => {
      results[index] = { change, former, outcome }
      run.onProgress([...results])
    }
    if (isStopped || run.isLeft()) {
      tell({ kind: 'notTried' })
      continue
    }
    tell({ kind: 'applying' })
    const outcome = await apply(change, run)
    tell(outcome)
    isStopped = run.isStoppedByFailure && outcome.kind !== 'applied'
  }
  return results
}

async function apply<Problem>(
  { place, after }: PendingChange,
  run: Run<Problem>,
): Promise<Outcome<Problem>> {
  const answer = await run.setStep(place, after?.id ?? null)
  if (answer.ok) return { kind: 'applied' }
  const { problem } = answer
  const kind = run.isUnknown(problem) ? 'unknown' : 'failed'
  return { kind, problem, shows: run.shown(place) }
}

/** Whether the step holds what was wanted: by Graph's word, or because the flow shows it. */
export function isInEffect({ change, outcome }: ChangeResult<unknown>): boolean {
  if (outcome.kind === 'applied') return true
  if (!('shows' in outcome) || outcome.shows === undefined) return false
  return isSameContent(outcome.shows, change.after)
}

/** Puts back what was there, the last change first. */
export function undoOf(results: readonly ChangeResult<unknown>[]): PendingChange[] {
  return results
    .filter((result) => isInEffect(result) && !isSameContent(result.former, result.change.after))
    .map(({ change, former }) => ({ place: change.place, before: change.after, after: former }))
    .reverse()
}

/** What is left to do after a run: what it did not bring about stays pending. */
export function afterRun(
  changes: readonly PendingChange[],
  results: readonly ChangeResult<unknown>[],
): PendingChange[] {
  const untouched = changes.filter(
    ({ place }) => !results.some((result) => isSamePlace(result.change.place, place)),
  )
  return [
    ...untouched,
    ...results.filter((result) => !isInEffect(result)).map(({ change }) => change),
  ]
}
