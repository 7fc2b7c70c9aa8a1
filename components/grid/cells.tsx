'use client'

import { makeStyles, TableCellLayout } from '@fluentui/react-components'
import { PageLink } from '@/components/shell/frame/page-link'

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

type CellProps = { readonly text: string }

/** Text on one line; all of it when hovered. */
export function TextCell({ text }: CellProps) {
  const styles = useStyles()
  return (
    <TableCellLayout truncate>
      <span title={text} className={styles.text}>
        {text}
      </span>
    </TableCellLayout>
  )
}

/** The same as a link to another page of the portal. */
export function LinkCell({ text, href }: CellProps & { readonly href: string }) {
  const styles = useStyles()
  return (
    <TableCellLayout truncate>
      <PageLink href={href} title={text} className={styles.text}>
        {text}
      </PageLink>
    </TableCellLayout>
  )
}
