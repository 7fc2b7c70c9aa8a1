'use client'

import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import type { Doubt } from '@/lib/domain/user-flows/pending-changes'
import { useContentName } from './connector-name'

/** Why a change may not be what the person thinks, said before it is sent. */
export function ChangeDoubt({ doubt }: { readonly doubt: Doubt | null }) {
  const t = useTranslations('userFlows.doubt')
  const nameOf = useContentName()
  if (!doubt) return null
  if (doubt.kind === 'reading') return <Text size={200}>{t('reading')}</Text>
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {doubt.kind === 'changed' ? t('changed', { now: nameOf(doubt.now) }) : t(doubt.kind)}
      </MessageBarBody>
    </MessageBar>
  )
}
