'use client'

import {
  createTableColumn,
  makeStyles,
  TableCellLayout,
  tokens,
  type TableColumnDefinition,
  type TableColumnSizingOptions,
} from '@fluentui/react-components'
import { useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { LinkCell } from '@/components/grid/cells'
import { collator } from '@/components/grid/collator'
import { CopyButton } from '@/components/shell/basics/copy-button'
import { Moment } from '@/components/shell/time/moment'
import { pages } from '@/lib/contract/routes'
import {
  compareEntries,
  type OverviewEntry,
} from '@/lib/domain/certificates-overview/overview-entry'
import {
  flowCount,
  usageIn,
  type ConnectorUsage,
  type UsageIndex,
} from '@/lib/domain/user-flows/connector-usage'
import { CertificateStateMark } from './certificate-state-mark'
import type { OverviewRow } from './use-overview-rows'

/** Together narrower than most windows, so that every column has room to grow. */
export const columnSizing: TableColumnSizingOptions = {
  connector: { minWidth: 130, idealWidth: 215 },
  state: { minWidth: 165, idealWidth: 195 },
  usage: { minWidth: 105, idealWidth: 105 },
  notBefore: { minWidth: 115, idealWidth: 125 },
  notAfter: { minWidth: 115, idealWidth: 125 },
  thumbprint: { minWidth: 120, idealWidth: 200 },
}

export const interactiveColumns = ['connector', 'thumbprint'] as const

/** @param usages what is known of user flows at this moment */
export function useOverviewColumns(usages: UsageIndex): TableColumnDefinition<OverviewRow>[] {
  const t = useTranslations('certificates.column')
  const usageText = useUsageText()
  return useMemo(() => {
    const momentColumn = (column: 'notBefore' | 'notAfter') =>
      createTableColumn<OverviewRow>({
        columnId: column,
        compare: (one, other) => momentOf(one, column) - momentOf(other, column),
        renderHeaderCell: () => t(column),
        renderCell: ({ entry: { certificate } }) => (
          <TableCellLayout truncate>
            {certificate ? <Moment seconds={certificate[column]} format="day" /> : nothing}
          </TableCellLayout>
        ),
      })
    return [
      createTableColumn<OverviewRow>({
        columnId: 'connector',
        compare: (one, other) => collator.compare(one.name, other.name),
        renderHeaderCell: () => t('connector'),
        renderCell: ({ name, connectorId }) => (
          <LinkCell text={name} href={pages.connectorCertificates(connectorId)} />
        ),
      }),
      createTableColumn<OverviewRow>({
        columnId: 'state',
        compare: (one, other) => compareEntries(one, other),
        renderHeaderCell: () => t('state'),
        renderCell: (row) => <StateCell row={row} />,
      }),
      createTableColumn<OverviewRow>({
        columnId: 'usage',
        compare: (one, other) => Number(other.isUsed) - Number(one.isUsed),
        renderHeaderCell: () => t('usage'),
        renderCell: ({ connectorId }) => usageText(usageIn(usages, connectorId)),
      }),
      momentColumn('notBefore'),
      momentColumn('notAfter'),
      createTableColumn<OverviewRow>({
        columnId: 'thumbprint',
        compare: (one, other) => collator.compare(thumbprintOf(one), thumbprintOf(other)),
        renderHeaderCell: () => t('thumbprint'),
        renderCell: (row) => <ThumbprintCell row={row} />,
      }),
    ]
  }, [t, usageText, usages])
}

/** As the list of connectors has it. */
function useUsageText() {
  const t = useTranslations('userFlows.usage')
  return useCallback(
    (usage: ConnectorUsage) =>
      usage.kind === 'used' ? t('used', { flows: flowCount(usage.places) }) : t(usage.kind),
    [t],
  )
}

const nothing = '–'

type Dated = { readonly entry: Pick<OverviewEntry, 'certificate'> }

const momentOf = ({ entry }: Dated, column: 'notBefore' | 'notAfter') =>
  entry.certificate?.[column] ?? 0

const thumbprintOf = ({ entry }: Dated) => entry.certificate?.thumbprint ?? ''

const useStyles = makeStyles({
  thumbprint: { display: 'flex', alignItems: 'center', minWidth: 0 },
  text: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontFamily: tokens.fontFamilyMonospace,
  },
})

type CellProps = { readonly row: OverviewRow }

/** Marked is what stands for its connector; what is not active is no trouble. */
function StateCell({ row: { entry, words } }: CellProps) {
  const { state } = entry
  if (!entry.isLeading || state.kind === 'standby' || state.kind === 'staged') return words
  return <CertificateStateMark state={state} text={words} />
}

function ThumbprintCell({ row }: CellProps) {
  const styles = useStyles()
  const t = useTranslations('connectors')
  const thumbprint = thumbprintOf(row)
  if (!thumbprint) return nothing
  return (
    <span className={styles.thumbprint}>
      <span title={thumbprint} className={styles.text}>
        {thumbprint}
      </span>
      <CopyButton text={thumbprint} what={t('copyThumbprint')} />
    </span>
  )
}
