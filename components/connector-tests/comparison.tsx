'use client'

import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Fragment, useState } from 'react'
import { useTranslations } from 'use-intl'
import { PlainRow, PlainTable } from '@/components/grid/plain-table'
import { DialogFrame } from '@/components/shell/dialogs/dialog-frame'
import { compareEntries, type ComparedRow } from '@/lib/domain/connector-tests/comparison'
import type { PastTest } from '@/lib/domain/connector-tests/history'
import { useComparedText } from './use-compared-text'
import { momentText } from '@/components/shell/time/moment-text'

const useStyles = makeStyles({
  mark: { display: 'block', fontSize: tokens.fontSizeBase200 },
})

type ComparisonProps = {
  readonly pair: readonly [PastTest, PastTest]
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
  const t = useTranslations('connectorTests')
  return (
    <PlainTable
      name={t('compareTable')}
      minWidth={520}
      columns={[t('comparedColumn'), ...pair.map(({ at }) => momentText(at, 'second'))]}
    >
      {rows.map((row) => (
        <ComparedCells key={`${row.about} ${row.name ?? ''}`} row={row} pair={pair} />
      ))}
    </PlainTable>
  )
}

type ComparedCellsProps = Pick<ComparisonProps, 'pair'> & { readonly row: ComparedRow }

function ComparedCells({ row, pair }: ComparedCellsProps) {
  const styles = useStyles()
  const t = useTranslations('connectorTests')
  const valueText = useComparedText()
  return (
    <PlainRow
      isStrong={row.differs}
      cells={[
        <Fragment key="about">
          {t(`compared.${row.about}`, { name: row.name ?? '' })}
          {row.differs && <span className={styles.mark}>{t('differs')}</span>}
        </Fragment>,
        ...pair.map((of, index) => {
          const value = row.values[index]
          return value ? valueText({ about: row.about, value, of }) : '–'
        }),
      ]}
    />
  )
}
