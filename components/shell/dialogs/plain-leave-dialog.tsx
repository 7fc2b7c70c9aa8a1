'use client'

import { useTranslations } from 'use-intl'
import type { LeaveDialogProps } from './leave-dialog'
import { PlainDialog } from './plain-dialog'

/** The question of the leave dialog, when the code of that one cannot be loaded. */
export function PlainLeaveDialog({ loss, verb, onLeave, onStay }: LeaveDialogProps) {
  const t = useTranslations('shell.leave')
  return (
    <PlainDialog
      title={t(`${loss}.title`)}
      body={t(`${loss}.body`)}
      main={{ name: t('stay'), act: onStay }}
      other={{ name: t(verb), act: onLeave }}
      onClose={onStay}
    />
  )
}
