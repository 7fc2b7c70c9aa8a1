'use client'

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
} from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { useFormerFocus } from './former-focus'
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
      <DialogBody>
        <DialogTitle>{t('unsavedTitle')}</DialogTitle>
        <DialogContent>{t('unsavedBody')}</DialogContent>
        <DialogActions>
          <Button appearance="primary" onClick={onStay}>
            {t('unsavedStay')}
          </Button>
          <Button onClick={onLeave}>{t('unsavedLeave')}</Button>
        </DialogActions>
      </DialogBody>
    </Modal>
  )
}
