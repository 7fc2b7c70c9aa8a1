'use client'

import { Button } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { DialogFrame } from './dialog-frame'
import { useFormerFocus } from './use-former-focus'
import { Modal } from './modal'

type LeaveDialogProps = {
  readonly onLeave: () => void
  readonly onStay: () => void
}

export function LeaveDialog({ onLeave, onStay }: LeaveDialogProps) {
  const t = useTranslations('shell')
  useFormerFocus()
  return (
    <Modal isOpen onClose={onStay}>
      <DialogFrame
        title={t('unsavedTitle')}
        actions={
          <>
            <Button appearance="primary" onClick={onStay}>
              {t('unsavedStay')}
            </Button>
            <Button onClick={onLeave}>{t('unsavedLeave')}</Button>
          </>
        }
      >
        {t('unsavedBody')}
      </DialogFrame>
    </Modal>
  )
}
