'use client'

import { Dialog, DialogSurface } from '@fluentui/react-components'
import type { MouseEvent, ReactNode } from 'react'

type ModalProps = {
  readonly isOpen: boolean
  /** Escape and the buttons close it; a click beside it does not, since that loses what was typed. */
  readonly onClose: () => void
  /** A DialogBody, or a form around one. Unmounted while the dialog is closed. */
  readonly children: ReactNode
}

/** A dialog that wants an answer. */
export function Modal({ isOpen, onClose, children }: ModalProps) {
  return (
    <Dialog
      modalType="modal"
      open={isOpen}
      onOpenChange={(_event, { open, type }) => {
        if (!open && type !== 'backdropClick') onClose()
      }}
    >
      <DialogSurface backdrop={{ onMouseDown: keepFocus }}>{children}</DialogSurface>
    </Dialog>
  )
}

/** A click beside the dialog would take the focus out of it. */
const keepFocus = (event: MouseEvent) => {
  event.preventDefault()
}
