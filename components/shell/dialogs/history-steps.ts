/**
 * Hears of steps in the history before Next does. A listener sees an event of the window in the
 * order of registration, and Next registers its own when the page becomes interactive; so this
 * module is part of the first code that runs.
 */

type Listener = (event: PopStateEvent) => void

const listeners = new Set<Listener>()

if (typeof window !== 'undefined') {
  window.addEventListener('popstate', (event) => {
    listeners.forEach((listener) => {
      listener(event)
    })
  })
}

/** Calls `listener` first on each step, which may stop it from reaching Next; returns the way out. */
export function onHistoryStep(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Where the page stands in the history; browsers without the Navigation API do not tell. */
export const historyPosition = (): number =>
  typeof window !== 'undefined' && 'navigation' in window
    ? (window.navigation.currentEntry?.index ?? 0)
    : 0
