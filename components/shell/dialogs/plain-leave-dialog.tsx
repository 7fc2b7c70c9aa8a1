'use client'

import { useTranslations } from 'use-intl'
import type { LeaveDialogProps } from './leave-dialog'
import { PlainDialog } from './plain-dialog'

/** The question of the leave dialog, when the code of that one cannot be loaded. */
export function PlainLeaveDialog({ loss, verb, onLeave, onStay }: LeaveDialogProps) {
  const t = useTranslations('shell.leave')
  return (
    <PlainDialog title={t(`${loss}.title`)} onClose={onStay}>
      <p>{t(`${loss}.body`)}</p>
      <button type="button" className="button" onClick={onStay}>
        {t('stay')}
      </button>
      <button type="button" className="button quiet" onClick={onLeave}>
        {t(verb)}
      </button>
    </PlainDialog>
  )
}
