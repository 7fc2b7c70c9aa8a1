'use client'

import { Button } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { DialogFrame } from './dialog-frame'
import type { Loss } from './claims'
import type { Verb } from './guard'
import { useFormerFocus } from './use-former-focus'
import { Modal } from './modal'

export type LeaveDialogProps = {
  readonly loss: Loss
  readonly verb: Verb
  readonly onLeave: () => void
  readonly onStay: () => void
}

/** Asks whether something is to be lost, and says what. */
export function LeaveDialog({ loss, verb, onLeave, onStay }: LeaveDialogProps) {
  const t = useTranslations('shell.leave')
  useFormerFocus()
  return (
    <Modal isOpen onClose={onStay}>
      <DialogFrame
        title={t(`${loss}.title`)}
        actions={
          <>
            <Button appearance="primary" onClick={onStay}>
              {t('stay')}
            </Button>
            <Button onClick={onLeave}>{t(verb)}</Button>
          </>
        }
      >
        {t(`${loss}.body`)}
      </DialogFrame>
    </Modal>
  )
}
