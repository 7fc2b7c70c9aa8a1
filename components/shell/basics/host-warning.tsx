'use client'

import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import { hostBehind } from '@/lib/domain/endpoint-url'

/** Says where an endpoint URL leads that is written as if it led elsewhere; nothing for any other. */
export function HostWarning({ url }: { readonly url: string }) {
  const t = useTranslations('connectors')
  const host = hostBehind(url)
  return (
    host !== null && (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{t('hostBehind', { host })}</MessageBarBody>
      </MessageBar>
    )
  )
}
