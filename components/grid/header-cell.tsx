'use client'

import { DataGridHeaderCell } from '@fluentui-contrib/react-data-grid-react-window'
import type { DataGridContextValue, TableColumnId } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { usePopupMenu } from '@/components/shell/popups/popup-menu'

type HeaderCellProps = {
  readonly columnId: TableColumnId
  readonly grid: DataGridContextValue
  readonly children: ReactNode
}

/**
 * A column's header. The pointer drags its edge; the keyboard opens its context menu and then
 * resizes with the arrow keys, as in Fluent's own grids.
 */
export function HeaderCell({ columnId, grid, children }: HeaderCellProps) {
  const t = useTranslations('shell')
  const { owner, opensOnContext, menu } = usePopupMenu({}, ({ MenuList, MenuItem }, cell) => (
    <MenuList aria-labelledby={cell.id}>
      <MenuItem
        onClick={(event) => {
          const keepFocus = (_column: TableColumnId, isResizing: boolean) => {
            if (!isResizing) cell.focus()
          }
          grid.columnSizing_unstable.enableKeyboardMode(columnId, keepFocus)(event)
        }}
      >
        {t('resizeColumn')}
      </MenuItem>
    </MenuList>
  ))
  return (
    <>
      <DataGridHeaderCell {...owner} {...opensOnContext}>
        {children}
      </DataGridHeaderCell>
      {menu}
    </>
  )
}
