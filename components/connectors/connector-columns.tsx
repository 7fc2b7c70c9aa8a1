'use client'

import {
  createTableColumn,
  makeStyles,
  TableCellLayout,
  type TableColumnDefinition,
  type TableColumnSizingOptions,
} from '@fluentui/react-components'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { PageLink } from '@/components/shell/page-link'
import { pages } from '@/lib/contract/routes'
import { compareCertificateStates } from '@/lib/domain/certificate-state'
import { CertificateStateMark } from './certificate-state-mark'
import type { ConnectorRow } from './connector-row'

/** One collator for all rows: making one per comparison costs forty times as much. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Together narrower than most windows, so that every column has room to grow. */
export const columnSizing: TableColumnSizingOptions = {
  name: { minWidth: 120, idealWidth: 250 },
  endpoint: { minWidth: 120, idealWidth: 270 },
  authentication: { minWidth: 90, idealWidth: 120 },
  certificate: { minWidth: 120, idealWidth: 190 },
  id: { minWidth: 80, idealWidth: 120 },
}

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
          column === 'name' ? <NameCell row={row} /> : <TextCell text={row[column]} />,
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

const useStyles = makeStyles({
  // A right-to-left name keeps its order without turning the row around.
  text: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    unicodeBidi: 'plaintext',
    textAlign: 'start',
  },
})

function NameCell({ row }: { readonly row: ConnectorRow }) {
  const styles = useStyles()
  return (
    <TableCellLayout truncate>
      <PageLink href={pages.connector(row.id)} title={row.name} className={styles.text}>
        {row.name}
      </PageLink>
    </TableCellLayout>
  )
}

function TextCell({ text }: { readonly text: string }) {
  const styles = useStyles()
  return (
    <TableCellLayout truncate>
      <span title={text} className={styles.text}>
        {text}
      </span>
    </TableCellLayout>
  )
}
