'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { Folded } from '@/components/shell/basics/folded'

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold, minHeight: '24px' },
  folded: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    marginTop: tokens.spacingVerticalS,
  },
})

type SectionProps = { readonly title: string; readonly children: ReactNode }
type LevelProps = { readonly level?: 2 | 3 }

/** A part of the result, or of a page. */
export function Section({ title, level = 3, children }: SectionProps & LevelProps) {
  const styles = useStyles()
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={id} className={styles.section}>
      <Heading id={id} className={styles.heading}>
        {title}
      </Heading>
      {children}
    </section>
  )
}

/** A part that most people need not see. */
export function FoldedSection({ title, children }: SectionProps) {
  const styles = useStyles()
  return (
    <Folded title={title} titleClassName={styles.summary}>
      <div className={styles.folded}>{children}</div>
    </Folded>
  )
}
