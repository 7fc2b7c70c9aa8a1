'use client'

import {
  Badge,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/shell/basics/copy-button'
import { Moment } from '@/components/shell/basics/moment'
import { mostHistoryEntries } from '@/lib/client/connector-history'
import type { HistoryEntry } from '@/lib/domain/connector-history'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { minWidth: '640px' },
  cell: { paddingBlock: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  words: { display: 'grid' },
  more: { color: tokens.colorNeutralForeground2 },
})

const badgeColor = {
  success: 'success',
  failure: 'danger',
  timeout: 'warning',
  unknown: 'informative',
} as const

type EntriesProps = { readonly entries: readonly HistoryEntry[] }

/** The entries as they are given: newest first. */
export function HistoryTable({ entries }: EntriesProps) {
  const styles = useStyles()
  const t = useTranslations('history')
  return (
    <>
      <div className={styles.scroll} role="region" aria-label={t('title')} tabIndex={0}>
        <Table aria-label={t('title')} className={styles.table}>
          <TableHeader>
            <TableRow>
              <TableHeaderCell>{t('column.time')}</TableHeaderCell>
              <TableHeaderCell>{t('column.activity')}</TableHeaderCell>
              <TableHeaderCell>{t('column.by')}</TableHeaderCell>
              <TableHeaderCell>{t('column.result')}</TableHeaderCell>
            </TableRow>
          </TableHeader>
          <TableBody>
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </TableBody>
        </Table>
      </div>
      {entries.length === mostHistoryEntries && <p>{t('newestOnly', { count: entries.length })}</p>}
    </>
  )
}

function EntryRow({ entry }: { readonly entry: HistoryEntry }) {
  const styles = useStyles()
  const t = useTranslations('history')
  return (
    <TableRow>
      <TableCell className={styles.cell}>
        {entry.at === null ? t('noTime') : <Moment seconds={entry.at} />}
      </TableCell>
      <TableCell className={styles.cell}>
        <Activity entry={entry} />
      </TableCell>
      <TableCell className={styles.cell}>
        <span className={styles.words}>
          <bdi>{entry.by ?? t('nobody')}</bdi>
          {entry.username && <bdi className={styles.more}>{entry.username}</bdi>}
        </span>
      </TableCell>
      <TableCell className={styles.cell}>
        <Result entry={entry} />
      </TableCell>
    </TableRow>
  )
}

function Activity({ entry }: { readonly entry: HistoryEntry }) {
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

function Result({ entry }: { readonly entry: HistoryEntry }) {
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
