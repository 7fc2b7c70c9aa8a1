'use client'

import { momentText } from './moment-text'

type MomentProps = {
  readonly seconds: number
  /** The day is enough where many moments stand below each other. */
  readonly format?: 'moment' | 'day'
}

/** A moment given in epoch seconds, in the reader's time zone; with its name, and in UTC, when hovered. */
export function Moment({ seconds, format = 'moment' }: MomentProps) {
  const iso = new Date(seconds * 1000).toISOString()
  return (
    <time dateTime={iso} title={`${momentText(seconds * 1000, 'zoned')} (${iso})`}>
      {momentText(seconds * 1000, format)}
    </time>
  )
}
