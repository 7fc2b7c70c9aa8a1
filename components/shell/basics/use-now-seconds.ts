import { useNow } from 'use-intl'

/** Epoch seconds, moving on once a minute. */
export function useNowSeconds(): number {
  return Math.floor(useNow({ updateInterval: 60_000 }).getTime() / 1000)
}
