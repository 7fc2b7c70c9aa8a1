'use client'

import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { PlainRow, PlainTable } from '@/components/grid/plain-table'
import { CopyButton } from '@/components/shell/basics/copy-button'
import { Moment } from '@/components/shell/time/moment'
import { mostDirectoryEvents } from '@/lib/client/use-connector-history'
import type { DirectoryEvent } from '@/lib/domain/connector-history'

const useStyles = makeStyles({
  words: { display: 'grid' },
  more: { color: tokens.colorNeutralForeground2 },
})

const badgeColor = {
  success: 'success',
  failure: 'danger',
  timeout: 'warning',
  unknown: 'informative',
} as const

type EntriesProps = { readonly entries: readonly DirectoryEvent[] }

/** The entries as they are given: newest first. */
export function HistoryTable({ entries }: EntriesProps) {
  const t = useTranslations('history')
  return (
    <>
      <PlainTable
        name={t('title')}
        minWidth={640}
        size="medium"
        columns={[t('column.time'), t('column.activity'), t('column.by'), t('column.result')]}
      >
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} />
        ))}
      </PlainTable>
      {entries.length === mostDirectoryEvents && (
        <p>{t('newestOnly', { count: entries.length })}</p>
      )}
    </>
  )
}

function EntryRow({ entry }: { readonly entry: DirectoryEvent }) {
  const styles = useStyles()
  const t = useTranslations('history')
  return (
    <PlainRow
      cells={[
        entry.at === null ? t('noTime') : <Moment key="time" seconds={entry.at} />,
        <Activity key="activity" entry={entry} />,
        <span key="by" className={styles.words}>
          <bdi>{entry.by ?? t('nobody')}</bdi>
          {entry.username && <bdi className={styles.more}>{entry.username}</bdi>}
        </span>,
        <Result key="result" entry={entry} />,
      ]}
    />
  )
}

function Activity({ entry }: { readonly entry: DirectoryEvent }) {
  const styles = useStyles()
  const t = useTranslations('history')
  const properties = entry.changed.join(', ')
  return (
    <span className={styles.words}>
      <span>{entry.activity ? t(`activity.${entry.activity}`) : entry.activityName}</span>
      {properties && <span className={styles.more}>{t('changed', { properties })}</span>}
    </span>
  )
}

function Result({ entry }: { readonly entry: DirectoryEvent }) {
  const styles = useStyles()
  const t = useTranslations('history')
  const result = entry.result ?? 'unknown'
  return (
    <>
      <Badge appearance="tint" color={badgeColor[result]}>
        {t(`result.${result}`)}
      </Badge>{' '}
      {entry.reason && <span className={styles.more}>{entry.reason}</span>}
      {entry.correlationId && (
        <CopyButton text={entry.correlationId} what={t('copyCorrelationId')} />
      )}
    </>
  )
}
