'use client'

import { useId } from 'react'

type Action = { readonly name: string; readonly act: () => void }

type PlainDialogProps = {
  readonly title: string
  readonly body: string
  readonly main: Action
  readonly other: Action
  readonly onClose: () => void
}

/** A dialog that needs no code but the browser's own: for when the code of another cannot be loaded. */
export function PlainDialog({ title, body, main, other, onClose }: PlainDialogProps) {
  const titleId = useId()
  return (
    <dialog ref={showModal} aria-labelledby={titleId} className="plain-dialog" onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      <p>{body}</p>
      <button type="button" className="button" onClick={main.act}>
        {main.name}
      </button>
      <button type="button" className="button quiet" onClick={other.act}>
        {other.name}
      </button>
    </dialog>
  )
}

const showModal = (dialog: HTMLDialogElement | null) => dialog?.showModal()
