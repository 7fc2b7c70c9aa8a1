'use client'

import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  rows: { display: 'grid', gap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalL },
})

/** The shape of what is on its way, and its name for screen readers. */
export function Loading({ name, rows = 6 }: { readonly name: string; readonly rows?: number }) {
  const styles = useStyles()
  return (
    <div role="status" aria-label={name}>
      <Skeleton aria-hidden className={styles.rows}>
        {Array.from({ length: rows }, (_, index) => (
          <SkeletonItem key={index} size={32} />
        ))}
      </Skeleton>
    </div>
  )
}
