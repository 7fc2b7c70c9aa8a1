'use client'

import {
  createTableColumn,
  type TableColumnDefinition,
  type TableColumnSizingOptions,
} from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { CertificateStateMark } from '@/components/certificates/certificate-state-mark'
import { LinkCell, TextCell } from '@/components/grid/cells'
import { collator } from '@/components/grid/collator'
import { pages } from '@/lib/contract/routes'
import { compareCertificateStates } from '@/lib/domain/certificate-state'
import { usageIn, type UsageIndex } from '@/lib/domain/user-flows/connector-usage'
import type { ConnectorRow } from './use-connector-rows'
import { UsedInCell } from './used-in-cell'

/** Together narrower than most windows, so that every column has room to grow. */
export const columnSizing: TableColumnSizingOptions = {
  name: { minWidth: 120, idealWidth: 200 },
  endpoint: { minWidth: 105, idealWidth: 165 },
  authentication: { minWidth: 115, idealWidth: 115 },
  certificate: { minWidth: 165, idealWidth: 180 },
  usedIn: { minWidth: 180, idealWidth: 185 },
  id: { minWidth: 75, idealWidth: 75 },
}

export const interactiveColumns = ['name'] as const
export const groupColumns = ['usedIn'] as const

type TextColumn = 'name' | 'endpoint' | 'authentication' | 'id'

/** The columns; those that are used are sorted by this index. */
export function useConnectorColumns(usages: UsageIndex): TableColumnDefinition<ConnectorRow>[] {
  const t = useTranslations('connectors.column')
  return useMemo(() => {
    const textColumn = (column: TextColumn) =>
      createTableColumn<ConnectorRow>({
        columnId: column,
        compare: (one, other) => collator.compare(one[column], other[column]),
        renderHeaderCell: () => t(column),
        renderCell: (row) =>
          column === 'name' ? (
            <LinkCell text={row.name} href={pages.connector(row.id)} />
          ) : (
            <TextCell text={row[column]} />
          ),
      })
    const certificate = createTableColumn<ConnectorRow>({
      columnId: 'certificate',
      compare: (one, other) => compareCertificateStates(one.state, other.state),
      renderHeaderCell: () => t('certificate'),
      renderCell: ({ state, certificate: text }) => (
        <CertificateStateMark state={state} text={text} />
      ),
    })
    const usedIn = createTableColumn<ConnectorRow>({
      columnId: 'usedIn',
      compare: (one, other) => usageRank(usages, one) - usageRank(usages, other),
      renderHeaderCell: () => t('usedIn'),
      renderCell: ({ id, name }) => <UsedInCell id={id} name={name} />,
    })
    return [
      textColumn('name'),
      textColumn('endpoint'),
      textColumn('authentication'),
      certificate,
      usedIn,
      textColumn('id'),
    ]
  }, [t, usages])
}

/** Unused connectors come first, the most used last, and unknown ones between. */
function usageRank(usages: UsageIndex, { id }: ConnectorRow): number {
  const usage = usageIn(usages, id)
  if (usage.kind === 'used') return 1 + usage.places.length
  return usage.kind === 'notUsed' ? 0 : 1
}
