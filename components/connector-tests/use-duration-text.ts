import { useCallback } from 'react'
import { useFormatter } from 'use-intl'

/** Milliseconds as a person reads them: `45 ms`, `2.3 s`. */
export function useDurationText(): (ms: number) => string {
  const format = useFormatter()
  return useCallback(
    (ms: number) =>
      ms < 1_000
        ? format.number(Math.round(ms), { style: 'unit', unit: 'millisecond' })
        : format.number(ms / 1_000, {
            style: 'unit',
            unit: 'second',
            maximumFractionDigits: 1,
          }),
    [format],
  )
}
