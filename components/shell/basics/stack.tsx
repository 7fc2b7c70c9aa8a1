'use client'

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ComponentProps } from 'react'

const useStyles = makeStyles({
  // Columns may be narrower than their longest word, which then breaks.
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  XS: { gap: tokens.spacingVerticalXS },
  S: { gap: tokens.spacingVerticalS },
  M: { gap: tokens.spacingVerticalM },
  L: { gap: tokens.spacingVerticalL },
  XL: { gap: tokens.spacingVerticalXL },
  XXL: { gap: tokens.spacingVerticalXXL },
})

type StackProps = ComponentProps<'div'> & {
  /** One of Fluent's vertical distances. */
  readonly gap: 'XS' | 'S' | 'M' | 'L' | 'XL' | 'XXL'
}

/** Things below each other, at the same distance. */
export function Stack({ gap, className, ...rest }: StackProps) {
  const styles = useStyles()
  return <div className={mergeClasses(styles.stack, styles[gap], className)} {...rest} />
}
