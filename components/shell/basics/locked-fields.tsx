'use client'

import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { takeLostFocus } from './take-focus'

const useStyles = makeStyles({
  // The browser's own frame of a fieldset; its children are laid out by what is around it.
  fields: { display: 'contents' },
  locked: { '& :disabled': { opacity: 0.6 } },
})

type LockedFieldsProps = { readonly isLocked: boolean; readonly children: ReactNode }

/**
 * Fields that cannot be edited while what they say is on its way. The focus would be lost with them, so it goes to the
 * button that has sent them.
 */
export function LockedFields({ isLocked, children }: LockedFieldsProps) {
  const styles = useStyles()
  const fields = useRef<HTMLFieldSetElement>(null)
  useLayoutEffect(() => {
    const button = fields.current?.form?.querySelector<HTMLElement>('button[type="submit"]')
    if (isLocked && button) takeLostFocus(button)
  }, [isLocked])
  return (
    <fieldset
      ref={fields}
      role="presentation"
      disabled={isLocked}
      className={mergeClasses(styles.fields, isLocked && styles.locked)}
    >
      {children}
    </fieldset>
  )
}
