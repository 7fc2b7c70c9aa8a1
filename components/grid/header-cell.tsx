'use client'

import { DataGridHeaderCell } from '@fluentui-contrib/react-data-grid-react-window'
import {
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  type DataGridContextValue,
  type TableColumnId,
} from '@fluentui/react-components'
import { useRef, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'

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
  const cell = useRef<HTMLDivElement>(null)
  return (
    <Menu openOnContext>
      <MenuTrigger disableButtonEnhancement>
        <DataGridHeaderCell ref={cell}>{children}</DataGridHeaderCell>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            onClick={(event) => {
              const keepFocus = (_column: TableColumnId, isResizing: boolean) => {
                if (!isResizing) cell.current?.focus()
              }
              grid.columnSizing_unstable.enableKeyboardMode(columnId, keepFocus)(event)
            }}
          >
            {t('resizeColumn')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
