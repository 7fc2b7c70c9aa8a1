'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { takeLostFocus } from '../basics/take-focus'

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalM,
  },
  texts: { flexGrow: 1, minWidth: 0 },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    unicodeBidi: 'plaintext',
    ':focus': { outlineStyle: 'none' },
  },
  lead: { marginBlock: tokens.spacingVerticalXXS, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type PageHeadingProps = {
  readonly title: string
  readonly lead?: string
  /** The thing that the page is about, where the heading does not name it; first in the window's title. */
  readonly subject?: string | undefined
  /** Buttons for the whole page. */
  readonly children?: ReactNode
}

/** A page's heading 1. It takes the focus when whatever had it has gone with the former page. */
export function PageHeading({ title, lead, subject, children }: PageHeadingProps) {
  const styles = useStyles()
  const product = useTranslations('shell')('productName')
  useEffect(() => {
    document.title = [subject, title, product].filter(Boolean).join(' – ')
    return () => {
      document.title = product // nothing of a page is told after it, least of all after a sign-out
    }
  }, [subject, title, product])
  return (
    <div className={styles.header}>
      <div className={styles.texts}>
        <h1 ref={takeLostFocus} tabIndex={-1} className={styles.heading}>
          {title}
        </h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}
