'use client'

import { Dialog, DialogSurface, makeStyles, mergeClasses } from '@fluentui/react-components'
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react'
import { WaitingBar } from '../basics/waiting-bar'

const useStyles = makeStyles({ wide: { maxWidth: 'min(880px, 100%)' } })

/** Marks the control at which the focus starts. */
export const startingPoint = 'data-starting-point'

type ModalProps = {
  readonly isOpen: boolean
  readonly isWide?: boolean
  /** Escape and the buttons close it; a click beside it does not, since that loses what was typed. */
  readonly onClose: () => void
  /** A DialogBody, or a form around one. Unmounted while the dialog is closed. */
  readonly children: ReactNode
}

/** A dialog that wants an answer. */
export function Modal({ isOpen, isWide = false, onClose, children }: ModalProps) {
  const styles = useStyles()
  const surface = useRef<HTMLDivElement>(null)
  // After Fluent's own effect, which puts the focus on the first button, whatever that does.
  useEffect(() => {
    if (isOpen) surface.current?.querySelector<HTMLElement>(`[${startingPoint}]`)?.focus()
  }, [isOpen])
  return (
    <Dialog
      modalType="modal"
      open={isOpen}
      onOpenChange={(_event, { open, type }) => {
        if (!open && type !== 'backdropClick') onClose()
      }}
    >
      <DialogSurface
        ref={surface}
        onClickCapture={isOpen ? undefined : ignore}
        className={mergeClasses(isWide && styles.wide)}
        backdrop={{ onMouseDown: keepFocus }}
      >
        <WaitingBar />
        {children}
      </DialogSurface>
    </Dialog>
  )
}

/**
 * A closed dialog fades for a moment. Who has closed it must not press a button that is still to be seen,
 * neither by pointer nor by key, which is a click as well.
 */
const ignore = (event: MouseEvent) => {
  event.preventDefault()
  event.stopPropagation()
}

/** A click beside the dialog would take the focus out of it. */
const keepFocus = (event: MouseEvent) => {
  event.preventDefault()
}
