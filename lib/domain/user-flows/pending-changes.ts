/** Changes that a person has picked and nobody has sent yet: at most one for each step of a flow. */
import { entryAt, isSameContent, isSamePlace, shownAt, type StepContent } from './place'
import type { Place, UserFlows } from './user-flow'

export type PendingChange = {
  readonly place: Place
  /** The step's content when the change was picked. */
  readonly before: StepContent
  readonly after: StepContent
}

export const changeAt = (
  changes: readonly PendingChange[],
  place: Place,
): PendingChange | undefined => changes.find((change) => isSamePlace(change.place, place))

export const withoutChange = (changes: readonly PendingChange[], place: Place): PendingChange[] =>
  changes.filter((change) => !isSamePlace(change.place, place))

/** Takes the place of an earlier pick for the same step. What is there already is no change. */
export function withPick(
  changes: readonly PendingChange[],
  pick: PendingChange,
): readonly PendingChange[] {
  if (isSameContent(pick.before, pick.after)) return withoutChange(changes, pick.place)
  if (!changeAt(changes, pick.place)) return [...changes, pick]
  return changes.map((change) => (isSamePlace(change.place, pick.place) ? pick : change))
}

/** The step's content at the last reading, which may have been long ago. */
export const lastReadAt = (flows: UserFlows, place: Place): StepContent =>
  entryAt(flows, place)?.steps?.[place.step] ?? null

/** Without the changes that their flows show already. */
export const openChanges = (changes: readonly PendingChange[], flows: UserFlows): PendingChange[] =>
  changes.filter(({ place, after }) => {
    const shown = entryAt(flows, place)?.isReading ? undefined : shownAt(flows, place)
    return shown === undefined || !isSameContent(shown, after)
  })

/** Why a change may not be what the person thinks it is. */
export type Doubt =
  /** Somebody else has changed the step since. */
  | { readonly kind: 'changed'; readonly now: StepContent }
  /** The flow is listed no more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'unread' }

/** Compares what the flow shows now with what it showed when the change was picked. */
export function doubtAbout({ place, before }: PendingChange, flows: UserFlows): Doubt | null {
  const entry = entryAt(flows, place)
  if (!entry) return { kind: 'gone' }
  if (entry.isReading) return { kind: 'reading' }
  const now = shownAt(flows, place)
  if (now === undefined) return { kind: 'unread' }
  return isSameContent(now, before) ? null : { kind: 'changed', now }
}
