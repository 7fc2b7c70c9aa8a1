/** How far this computer's clock is off, as far as the portal's answers tell. */
import { useSyncExternalStore } from 'react'
import { clockDifference } from '@/lib/domain/clock-difference'
import { Observable } from '../basics/observable'

const differenceSeconds = new Observable(0)

/** To be called as soon as the answer is there: its date is of the moment it was sent. */
export function noteServerDate(answer: Response): void {
  const difference = clockDifference(answer.headers.get('date'), Date.now())
  if (difference !== null) differenceSeconds.change(difference)
}

/** Seconds that this computer is ahead of the server, negative if behind; 0 while that is little. */
export function useClockDifference(): number {
  return useSyncExternalStore(differenceSeconds.subscribe, differenceSeconds.value, () => 0)
}
