/** How far this computer's clock is off, as far as the portal's answers tell. */
import { useSyncExternalStore } from 'react'
import { clockDifference } from '@/lib/domain/clock-difference'

const listeners = new Set<() => void>()
const known = { differenceSeconds: 0 }

/** To be called as soon as the answer is there: its date is of the moment it was sent. */
export function noteServerDate(answer: Response): void {
  const difference = clockDifference(answer.headers.get('date'), Date.now())
  if (difference === null) return
  known.differenceSeconds = difference
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Seconds that this computer is ahead of the server, negative if behind; 0 while that is little. */
export function useClockDifference(): number {
  return useSyncExternalStore(
    subscribe,
    () => known.differenceSeconds,
    () => 0,
  )
}
