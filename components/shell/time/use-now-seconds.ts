import { useNow } from 'use-intl'

/** Epoch seconds, moving on once a minute, or as often as is said. */
export function useNowSeconds({ everySeconds = 60 } = {}): number {
  return Math.floor(useNow({ updateInterval: everySeconds * 1000 }).getTime() / 1000)
}
