'use client'

import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular, CalendarRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { Hint } from '@/components/shell/popups/hint'
import { download } from '@/lib/client/files/download'
import { calendarEntries, useOverviewExports } from './overview-exports'
import type { OverviewRow } from './use-overview-rows'

type ExportButtonsProps = {
  readonly rows: readonly OverviewRow[]
  /** Epoch seconds. */
  readonly now: number
}

/** Saves the rows as files. */
export function ExportButtons({ rows, now }: ExportButtonsProps) {
  const t = useTranslations('certificates.export')
  const exports = useOverviewExports()
  const entries = calendarEntries(rows, now)
  const isNothingToCome = entries.length === 0
  const calendarButton = (
    <Button
      icon={<CalendarRegular />}
      disabledFocusable={isNothingToCome}
      onClick={() => {
        download(exports.calendar(entries, now), fileName('ics'), 'text/calendar;charset=utf-8')
      }}
    >
      {t('calendar')}
    </Button>
  )
  return (
    <>
      {isNothingToCome ? (
        <Hint relationship="description" content={t('nothing')}>
          {calendarButton}
        </Hint>
      ) : (
        calendarButton
      )}
      <Button
        icon={<ArrowDownloadRegular />}
        onClick={() => {
          download(exports.csv(rows), fileName('csv'), 'text/csv;charset=utf-8')
        }}
      >
        {t('csv')}
      </Button>
    </>
  )
}

/** With the day as the person's calendar has it. */
function fileName(extension: string): string {
  const today = new Date()
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
  return `certificates-${day.map((part) => String(part).padStart(2, '0')).join('-')}.${extension}`
}
