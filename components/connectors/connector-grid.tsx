'use client'

import {
  DataGridBody,
  DataGridCell,
  DataGridHeader,
  DataGridRow,
  type RowRenderer,
} from '@fluentui-contrib/react-data-grid-react-window'
import {
  makeStyles,
  type DataGridCellFocusMode,
  type TableColumnId,
} from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { columnSizing, useConnectorColumns } from './connector-columns'
import type { ConnectorRow } from './connector-row'
import { CountedGrid } from './counted-grid'
import { HeaderCell } from './header-cell'

const useStyles = makeStyles({
  // Columns keep a width that can be read: on a narrow screen the grid scrolls, not the page.
  scroll: { overflowX: 'auto' },
})

const rowHeightPx = 44

/** What the page around the grid takes of the window's height. */
const surroundingsPx = 240

/** Rows kept ready beyond the edge, so that the arrow keys always find the next one. */
const overscanCount = 8

/** Only the rows in sight exist: the cost of a list does not grow with its length. */
export function ConnectorGrid({ rows }: { readonly rows: ConnectorRow[] }) {
  const styles = useStyles()
  const t = useTranslations('connectors')
  const columns = useConnectorColumns()
  const height = useGridHeight(rows.length)
  return (
    <div className={styles.scroll}>
      <CountedGrid
        aria-label={t('title')}
        items={rows}
        columns={columns}
        getRowId={(row: ConnectorRow) => row.id}
        sortable
        defaultSortState={{ sortColumn: 'name', sortDirection: 'ascending' }}
        resizableColumns
        columnSizingOptions={columnSizing}
      >
        <DataGridHeader>
          <DataGridRow>
            {({ renderHeaderCell, columnId }, grid) => (
              <HeaderCell columnId={columnId} grid={grid}>
                {renderHeaderCell()}
              </HeaderCell>
            )}
          </DataGridRow>
        </DataGridHeader>
        <DataGridBody<ConnectorRow>
          itemSize={rowHeightPx}
          height={height}
          listProps={{ overscanCount, itemKey }}
        >
          {renderRow}
        </DataGridBody>
      </CountedGrid>
    </div>
  )
}

const itemKey = (index: number, rows: readonly { readonly rowId: string | number }[]) =>
  rows[index]?.rowId ?? index

const renderRow: RowRenderer<ConnectorRow> = ({ item, rowId }, style) => (
  <DataGridRow<ConnectorRow> key={rowId} style={style}>
    {({ renderCell, columnId }) => (
      <DataGridCell focusMode={focusModeOf(columnId)}>{renderCell(item)}</DataGridCell>
    )}
  </DataGridRow>
)

/** In the name's cell the link takes the focus, so that Enter opens it. */
const focusModeOf = (columnId: TableColumnId): DataGridCellFocusMode =>
  columnId === 'name' ? 'none' : 'cell'

function useGridHeight(rowCount: number): number {
  const windowHeight = useSyncExternalStore(
    (onChange) => {
      window.addEventListener('resize', onChange)
      return () => {
        window.removeEventListener('resize', onChange)
      }
    },
    () => window.innerHeight,
    () => 800,
  )
  const wanted = (rowCount + 1) * rowHeightPx // one more leaves room for a horizontal scroll bar
  return Math.min(wanted, Math.max(5 * rowHeightPx, windowHeight - surroundingsPx))
}
