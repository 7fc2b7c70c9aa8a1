'use client'

import { useRestoreFocusTarget } from '@fluentui/react-components'
import { useState, type ReactElement, type ReactNode } from 'react'
import { Modal } from './modal'
import { useNavigationGuard } from './guard'

type OpenerProps = ReturnType<typeof useRestoreFocusTarget> & { readonly onClick: () => void }

type DialogButtonProps = {
  /** Renders the button with what makes it open the dialog. */
  readonly button: (opener: OpenerProps) => ReactElement
  readonly isWide?: boolean
  /** The content of the dialog; `close` gives the focus back to the button. */
  readonly children: (close: () => void) => ReactNode
}

/** A button with the dialog that it opens. */
export function DialogButton({ button, isWide = false, children }: DialogButtonProps) {
  const [isOpen, setIsOpen] = useState(false)
  const focusTarget = useRestoreFocusTarget()
  const { discard } = useNavigationGuard()
  const close = () => discard('madeKey', () => setIsOpen(false))
  return (
    <>
      {button({
        ...focusTarget,
        onClick: () => {
          setIsOpen(true)
        },
      })}
      <Modal isOpen={isOpen} isWide={isWide} onClose={close}>
        {children(close)}
      </Modal>
    </>
  )
}
