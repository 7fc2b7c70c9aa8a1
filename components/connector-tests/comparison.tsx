'use client'

import {
  Button,
  Checkbox,
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DialogFrame } from '@/components/shell/dialogs/dialog-frame'
import { compareEntries, type ComparedRow } from '@/lib/domain/connector-tests/comparison'
import type { HistoryEntry } from '@/lib/domain/connector-tests/history'
import { useComparedText } from './use-compared-text'
import { useMomentText } from './use-moment-text'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { minWidth: '520px' },
  cell: { overflowWrap: 'anywhere', unicodeBidi: 'plaintext', paddingBlock: '2px' },
  different: { fontWeight: tokens.fontWeightSemibold },
  mark: { display: 'block', fontSize: tokens.fontSizeBase200 },
})

type ComparisonProps = {
  readonly pair: readonly [HistoryEntry, HistoryEntry]
  readonly onClose: () => void
}

/** Two tests side by side. */
export function Comparison({ pair, onClose }: ComparisonProps) {
  const t = useTranslations('connectorTests')
  const shell = useTranslations('shell')
  const [isOnlyDifferences, setIsOnlyDifferences] = useState(false)
  const rows = compareEntries(pair).filter(({ differs }) => differs || !isOnlyDifferences)
  return (
    <DialogFrame
      title={t('compareTitle')}
      actions={
        <Button appearance="primary" onClick={onClose}>
          {shell('close')}
        </Button>
      }
    >
      <Checkbox
        label={t('onlyDifferences')}
        checked={isOnlyDifferences}
        onChange={(_event, { checked }) => setIsOnlyDifferences(checked === true)}
      />
      {rows.length === 0 ? (
        <Text block>{t('noDifferences')}</Text>
      ) : (
        <ComparedTable rows={rows} pair={pair} />
      )}
    </DialogFrame>
  )
}

type ComparedTableProps = Pick<ComparisonProps, 'pair'> & { readonly rows: readonly ComparedRow[] }

function ComparedTable({ rows, pair }: ComparedTableProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const momentText = useMomentText()
  return (
    <div className={styles.scroll} role="region" aria-label={t('compareTable')} tabIndex={0}>
      <Table size="small" aria-label={t('compareTable')} className={styles.table}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell>{t('comparedColumn')}</TableHeaderCell>
            {pair.map(({ id, at }) => (
              <TableHeaderCell key={id}>{momentText(at)}</TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {rows.map((row) => (
            <ComparedCells key={`${row.about} ${row.name ?? ''}`} row={row} />
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

function ComparedCells({ row }: { readonly row: ComparedRow }) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const valueText = useComparedText()
  const className = mergeClasses(styles.cell, row.differs && styles.different)
  return (
    <TableRow>
      <TableCell className={className}>
        {t(`compared.${row.about}`, { name: row.name ?? '' })}
        {row.differs && <span className={styles.mark}>{t('differs')}</span>}
      </TableCell>
      {row.values.map((value, index) => (
        <TableCell key={index} className={className}>
          {value === null || value === '' ? '–' : valueText(row.about, value)}
        </TableCell>
      ))}
    </TableRow>
  )
}
