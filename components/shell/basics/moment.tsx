'use client'

import { useFormatter } from 'use-intl'

/** A moment given in epoch seconds, in the reader's time zone; UTC when hovered. */
export function Moment({ seconds }: { readonly seconds: number }) {
  const format = useFormatter()
  const date = new Date(seconds * 1000)
  return (
    <time dateTime={date.toISOString()} title={date.toISOString()}>
      {format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  )
}
