'use client'

import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/lib/client/session/session'

/** A form that only makes sense for people who may write; others learn why it is not there. */
export function WriteOnly({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('shell')
  const { mayWrite } = useSession()
  if (mayWrite) return children
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{t('readOnlyExplanation')}</MessageBarBody>
    </MessageBar>
  )
}
