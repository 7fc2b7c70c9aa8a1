'use client'

import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

/** As high as a row of buttons with the space around it. */
const useStyles = makeStyles({ part: { scrollMarginBlock: '72px' } })

/** Comes into view when it is shown, with the buttons below it: a result is no use out of sight. */
export function InSight({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div ref={bringIntoView} className={styles.part}>
      {children}
    </div>
  )
}

const bringIntoView = (part: HTMLElement | null) => part?.scrollIntoView({ block: 'nearest' })
