/**
 * Calls that wait because Microsoft asked for it. The page shows them (`waiting-bar.tsx`), and the
 * person can end the waiting, never the call itself: it has not been sent again yet.
 */
import { Observable } from '../basics/observable'

export type Waits = {
  /** When the last of them goes on, epoch milliseconds; null when none waits. */
  readonly until: number | null
}

const nobodyWaits: Waits = { until: null }

type Wait = { readonly until: number; readonly end: (goesOn: boolean) => void }

export class WaitingRoom {
  readonly #waits = new Set<Wait>()
  /** Another object after each change. */
  readonly known = new Observable<Waits>(nobodyWaits)

  /** Resolves with true when the time is over, with false when the person did not want to wait. */
  wait(seconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => wait.end(true), seconds * 1000)
      const wait: Wait = {
        until: Date.now() + seconds * 1000,
        end: (goesOn) => {
          clearTimeout(timer)
          this.#waits.delete(wait)
          this.#change()
          resolve(goesOn)
        },
      }
      this.#waits.add(wait)
      this.#change()
    })
  }

  /** Ends all waiting; the calls fail with what Microsoft answered. */
  readonly cancel = (): void => {
    for (const wait of this.#waits) wait.end(false)
  }

  #change(): void {
    const ends = [...this.#waits].map(({ until }) => until)
    this.known.change(ends.length > 0 ? { until: Math.max(...ends) } : nobodyWaits)
  }
}
