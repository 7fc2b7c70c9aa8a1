'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '@media (max-width: 480px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { color: tokens.colorNeutralForeground2, paddingBlock: tokens.spacingVerticalXXS },
  value: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    minHeight: '24px',
    overflowWrap: 'anywhere',
    '& > :first-child': { minWidth: 0, unicodeBidi: 'plaintext' },
  },
})

type FactListProps = { readonly label: string; readonly children: ReactNode }

/** Names and values side by side, on narrow screens one below the other. Its children are Facts. */
export function FactList({ label, children }: FactListProps) {
  const styles = useStyles()
  return (
    <dl aria-label={label} className={styles.facts}>
      {children}
    </dl>
  )
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  )
}
