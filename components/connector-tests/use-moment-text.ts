import { useCallback } from 'react'
import { useFormatter } from 'use-intl'

/** A moment (epoch milliseconds) to the second: two tests may be close together. */
export function useMomentText(): (at: number) => string {
  const format = useFormatter()
  return useCallback(
    (at: number) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'medium' }),
    [format],
  )
}
