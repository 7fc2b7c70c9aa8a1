'use client'

import { Text } from '@fluentui/react-components'
import { useTranslations } from 'use-intl'
import type { KnownFlows } from '@/lib/client/user-flows/flow-reader'
import { readingProgress } from '@/lib/domain/user-flows/connector-usage'

/** How far the reading of the flows has come; empty when nothing is being read. */
export function UsageProgress({ known }: { readonly known: KnownFlows }) {
  const t = useTranslations('userFlows.usage')
  const { isReading, checked, total } = readingProgress(known)
  return (
    <Text role="status">
      {isReading && (total === 0 ? t('listing') : t('progress', { checked, total }))}
    </Text>
  )
}
