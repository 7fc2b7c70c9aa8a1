'use client'

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalM}`,
    textAlign: 'center',
  },
})

type EmptyProps = {
  readonly title: string
  readonly body: string
  /** The next step. */
  readonly children?: ReactNode
}

/** Stands where a list would be that has nothing to show. */
export function Empty({ title, body, children }: EmptyProps) {
  const styles = useStyles()
  return (
    <div className={styles.empty}>
      <Text as="h2" size={500} weight="semibold">
        {title}
      </Text>
      <Text>{body}</Text>
      {children}
    </div>
  )
}
