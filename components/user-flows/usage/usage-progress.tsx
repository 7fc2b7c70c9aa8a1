'use client'

import { Text } from '@fluentui/react-components'
import { useNow, useTranslations } from 'use-intl'
import { useSession } from '@/lib/client/session/session'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import { readingProgress } from '@/lib/domain/user-flows/connector-usage'
import { roughTime } from '@/lib/domain/user-flows/reading-pace'

/** How far the reading of the flows has come; empty when nothing is being read. */
export function UsageProgress({ known }: { readonly known: UserFlows }) {
  return <Text role="status">{useProgressText(known)}</Text>
}

/** The same as text, with how long the rest takes. */
export function useProgressText(known: UserFlows): string {
  const t = useTranslations('userFlows.usage')
  const { flowReader } = useSession()
  // Between two minutes nothing is read, and the time goes on.
  const now = useNow({ updateInterval: 5_000 })
  const { isReading, checked, total } = readingProgress(known)
  if (!isReading) return ''
  if (total === 0) return t('listing')
  const left = roughTime(flowReader.timeLeftMs(now.getTime()))
  const progress = t('progress', { checked, total })
  return left
    ? t('progressAndTime', { progress, time: t(left.unit, { count: left.count }) })
    : progress
}
