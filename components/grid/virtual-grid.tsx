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
  type TableColumnDefinition,
  type TableColumnId,
  type TableColumnSizingOptions,
} from '@fluentui/react-components'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { recall, remember } from './grid-memory'
import { useIsPrinting } from './use-is-printing'
import { CountedGrid } from './counted-grid'
import { HeaderCell } from './header-cell'

const useStyles = makeStyles({
  // Columns keep a width that can be read: on a narrow screen the grid scrolls, not the page.
  scroll: { overflowX: 'auto', '@media print': { overflowX: 'visible' } },
})

const rowHeightPx = 44

/** The height, in pixels, that the page around the grid takes. */
const surroundingsPx = 240

/** Rows kept ready beyond the edge, so that the arrow keys always find the next one. */
const overscanCount = 8

type GridRow = { readonly id: string }

type VirtualGridProps<Row extends GridRow> = {
  readonly label: string
  readonly rows: Row[]
  readonly columns: TableColumnDefinition<Row>[]
  readonly columnSizing: TableColumnSizingOptions
  /** The column that it is sorted by at first, upwards. */
  readonly sortedBy: TableColumnId
  /** Columns of links or buttons: they take the focus instead of the cell, so that Enter works. */
  readonly interactive: readonly TableColumnId[]
  /** Columns whose cells hold several of them: Enter goes into the cell, Escape out of it. */
  readonly groups?: readonly TableColumnId[]
}

const noGroups: readonly TableColumnId[] = []

/** Only the rows in sight exist: the cost of a list does not grow with its length. */
export function VirtualGrid<Row extends GridRow>(props: VirtualGridProps<Row>) {
  const { label, rows, columns, columnSizing, sortedBy, interactive, groups = noGroups } = props
  const styles = useStyles()
  const height = useGridHeight(rows.length)
  const [left] = useState(() => recall(label))
  const renderRow = useMemo(() => rowRenderer<Row>(interactive, groups), [interactive, groups])
  return (
    <div className={styles.scroll}>
      <CountedGrid
        aria-label={label}
        items={rows}
        columns={columns}
        getRowId={(row: Row) => row.id}
        sortable
        defaultSortState={left.sort ?? { sortColumn: sortedBy, sortDirection: 'ascending' }}
        onSortChange={(_event, sort) => remember(label, { sort })}
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
        <DataGridBody<Row>
          itemSize={rowHeightPx}
          height={height}
          listProps={{
            overscanCount,
            itemKey,
            initialScrollOffset: left.offset ?? 0,
            onScroll: ({ scrollOffset }: { readonly scrollOffset: number }) =>
              remember(label, { offset: scrollOffset }),
          }}
        >
          {renderRow}
        </DataGridBody>
      </CountedGrid>
    </div>
  )
}

const itemKey = (index: number, rows: readonly { readonly rowId: string | number }[]) =>
  rows[index]?.rowId ?? index

const rowRenderer =
  <Row,>(
    interactive: readonly TableColumnId[],
    groups: readonly TableColumnId[],
  ): RowRenderer<Row> =>
  ({ item, rowId }, style) => (
    <DataGridRow<Row> key={rowId} style={style}>
      {({ renderCell, columnId }) => (
        <DataGridCell focusMode={focusMode(columnId, { interactive, groups })}>
          {renderCell(item)}
        </DataGridCell>
      )}
    </DataGridRow>
  )

type FocusColumns = Record<'interactive' | 'groups', readonly TableColumnId[]>

function focusMode(columnId: TableColumnId, { interactive, groups }: FocusColumns) {
  if (interactive.includes(columnId)) return 'none'
  return groups.includes(columnId) ? 'group' : 'cell'
}

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
  const isPrinting = useIsPrinting()
  const wanted = (rowCount + 1) * rowHeightPx // one more leaves room for a horizontal scroll bar
  if (isPrinting) return wanted // paper does not scroll
  return Math.min(wanted, Math.max(5 * rowHeightPx, windowHeight - surroundingsPx))
}
