'use client'

import {
  renderDataGrid_unstable,
  useDataGrid_unstable,
  type DataGridProps,
} from '@fluentui-contrib/react-data-grid-react-window'
import {
  useDataGridContextValues_unstable,
  useDataGridStyles_unstable,
} from '@fluentui/react-components'
import { useRef } from 'react'

/**
 * The virtual DataGrid with a true row count: its own leaves the header row out, although it numbers
 * the rows from 2, so that screen readers would hear "row 16 of 15".
 */
export function CountedGrid(props: DataGridProps) {
  const ref = useRef<HTMLDivElement>(null)
  const state = useDataGrid_unstable(props, ref)
  useDataGridStyles_unstable(state)
  const root = { ...state.root, 'aria-rowcount': props.items.length + 1 }
  return renderDataGrid_unstable({ ...state, root }, useDataGridContextValues_unstable(state))
}
