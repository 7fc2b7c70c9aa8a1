'use client'

import { momentText } from './moment-text'

/** A moment given in epoch seconds, in the reader's time zone; with its name, and in UTC, when hovered. */
export function Moment({ seconds }: { readonly seconds: number }) {
  const iso = new Date(seconds * 1000).toISOString()
  return (
    <time dateTime={iso} title={`${momentText(seconds * 1000, 'zoned')} (${iso})`}>
      {momentText(seconds * 1000)}
    </time>
  )
}
