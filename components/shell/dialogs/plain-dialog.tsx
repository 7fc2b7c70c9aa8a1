'use client'

import { useId, type ReactNode } from 'react'

type PlainDialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog that needs no code but the browser's own: for when the code of another cannot be loaded. */
export function PlainDialog({ title, onClose, children }: PlainDialogProps) {
  const titleId = useId()
  return (
    <dialog ref={showModal} aria-labelledby={titleId} className="plain-dialog" onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  )
}

const showModal = (dialog: HTMLDialogElement | null) => dialog?.showModal()
