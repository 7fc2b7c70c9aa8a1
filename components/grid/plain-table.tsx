'use client'

import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  cell: {
    overflowWrap: 'anywhere',
    unicodeBidi: 'plaintext',
    paddingBlock: tokens.spacingVerticalXS,
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
})

type Column = { readonly title: ReactNode; readonly width?: string }

type PlainTableProps = {
  /** The name of the table, for people who do not see it. */
  readonly name: string
  readonly columns: readonly (string | Column)[]
  /** In pixels; where there is less room, the table scrolls by itself, by keyboard too. */
  readonly minWidth?: number
  readonly size?: 'small' | 'medium'
  /** A `PlainRow` for each row. */
  readonly children: ReactNode
}

/** A table that is short enough to be there as a whole, and is only read. */
export function PlainTable(props: PlainTableProps) {
  const { name, columns, minWidth, size = 'small', children } = props
  const styles = useStyles()
  const table = (
    <Table size={size} aria-label={name} style={{ minWidth }}>
      <TableHeader>
        <TableRow>
          {columns.map((column, index) => (
            <HeaderCell
              key={index}
              {...(typeof column === 'string' ? { title: column } : column)}
            />
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>{children}</TableBody>
    </Table>
  )
  if (minWidth === undefined) return table
  return (
    <div className={styles.scroll} role="region" aria-label={name} tabIndex={0}>
      {table}
    </div>
  )
}

const HeaderCell = ({ title, width }: Column) => (
  <TableHeaderCell style={{ width }}>{title}</TableHeaderCell>
)

type PlainRowProps = { readonly cells: readonly ReactNode[]; readonly isStrong?: boolean }

export function PlainRow({ cells, isStrong = false }: PlainRowProps) {
  const styles = useStyles()
  return (
    <TableRow>
      {cells.map((cell, index) => (
        <TableCell key={index} className={mergeClasses(styles.cell, isStrong && styles.strong)}>
          {cell}
        </TableCell>
      ))}
    </TableRow>
  )
}
