'use client'

import { Modal } from '../shell/dialogs/modal'
import { AttachDialog } from './attaching/attach-dialog'
import type { Attachable } from './attaching/attach-submission'

type AttachModalProps = {
  readonly connector: Attachable
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The question to which step a connector is to be attached, as a dialog. */
export function AttachModal({ connector, isOpen, onClose }: AttachModalProps) {
  return (
    <Modal isOpen={isOpen} onClose={onClose}>
      <AttachDialog connector={connector} onClose={onClose} />
    </Modal>
  )
}
