'use client'

import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { takeLostFocus } from '../basics/take-focus'

const useStyles = makeStyles({
  // The browser's own frame of a fieldset; its children are laid out by what is around it.
  fields: { display: 'contents' },
  // Fluent shows by itself which choices cannot be made.
  locked: { '& :disabled:not([type="radio"], [type="checkbox"])': { opacity: 0.6 } },
})

type LockedFieldsProps = { readonly isLocked: boolean; readonly children: ReactNode }

/**
 * Fields that cannot be edited while what they say is on its way. The focus would be lost with them, so it goes to the
 * button that has sent them.
 */
export function LockedFields({ isLocked, children }: LockedFieldsProps) {
  const styles = useStyles()
  const fields = useRef<HTMLFieldSetElement>(null)
  const wasLocked = useRef(false)
  useLayoutEffect(() => {
    if (isLocked) moveToButton(fields.current)
    else if (wasLocked.current) moveToComplaint(fields.current)
    wasLocked.current = isLocked
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

function moveToButton(fields: HTMLFieldSetElement | null): void {
  const button = fields?.form?.querySelector<HTMLElement>('button[type="submit"]')
  if (button) takeLostFocus(button)
}

/** A locked field cannot take the focus when somebody complains about it, so it gets it now. */
function moveToComplaint(fields: HTMLFieldSetElement | null): void {
  const field = fields?.querySelector<HTMLElement>('[aria-invalid="true"]')
  field?.focus({ preventScroll: true })
  const isToldElsewhere = fields?.form?.querySelector('[role="alert"]') // which is in sight already
  if (!isToldElsewhere) field?.scrollIntoView({ block: 'nearest' })
}
