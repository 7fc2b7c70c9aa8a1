/** Taking a connector from all its places, one at a time, and what has become of each. */
import { isSamePlace } from './place'
import type { Place } from './user-flow'

/** `failed`: the step still calls the connector. `unclear`: nobody knows. `taken`: another one is there. */
export type DetachmentState =
  'waiting' | 'working' | 'detached' | 'failed' | 'unclear' | 'attachedAgain' | 'taken'

export type DetachmentItem = { readonly place: Place; readonly state: DetachmentState }
export type Detachment = readonly DetachmentItem[]

/**
 * What has to be detached now that the connector is at these places: those, each waiting, after what
 * was detached before, which the person may want back.
 */
export function planDetachment(former: Detachment, places: readonly Place[]): Detachment {
  const isPresent = (place: Place) => places.some((other) => isSamePlace(place, other))
  const kept = former.filter(({ place, state }) => !isPresent(place) && isDone(state))
  return [...kept, ...places.map((place) => ({ place, state: 'waiting' as const }))]
}

/** `unclear` too: it may have happened, and then only the plan remembers it. */
const isDone = (state: DetachmentState) => state === 'detached' || state === 'unclear'

export function withState(run: Detachment, place: Place, state: DetachmentState): Detachment {
  return run.map((item) => (isSamePlace(item.place, place) ? { place, state } : item))
}

/** The run, and after it the places of which it knows nothing, for these may have come since. */
export function withPlaces(run: Detachment, places: readonly Place[]): Detachment {
  const isNew = (place: Place) => !run.some((item) => isSamePlace(item.place, place))
  return [...run, ...places.filter(isNew).map((place) => ({ place, state: 'waiting' as const }))]
}

/** The places to be detached, in their order. */
export const toDetach = (run: Detachment): Place[] =>
  run.filter(({ state }) => state === 'waiting' || state === 'unclear').map(({ place }) => place)

/** The places to which the connector can come back, in their order. */
export const toAttachAgain = (run: Detachment): Place[] =>
  run.filter(({ state }) => isDone(state)).map(({ place }) => place)
