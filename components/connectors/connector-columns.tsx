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
import type { ConnectorRow } from './connector-row'

/** Together narrower than most windows, so that every column has room to grow. */
export const columnSizing: TableColumnSizingOptions = {
  name: { minWidth: 120, idealWidth: 250 },
  endpoint: { minWidth: 120, idealWidth: 270 },
  authentication: { minWidth: 90, idealWidth: 120 },
  certificate: { minWidth: 120, idealWidth: 190 },
  id: { minWidth: 80, idealWidth: 120 },
}

export const interactiveColumns = ['name'] as const

type TextColumn = 'name' | 'endpoint' | 'authentication' | 'id'

export function useConnectorColumns(): TableColumnDefinition<ConnectorRow>[] {
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
        <CertificateStateMark kind={state.kind} text={text} />
      ),
    })
    return [
      textColumn('name'),
      textColumn('endpoint'),
      textColumn('authentication'),
      certificate,
      textColumn('id'),
    ]
  }, [t])
}
