'use client'

import { useTranslations } from 'use-intl'
import type { EntryGroup } from '@/lib/domain/certificates-overview/overview-entry'
import { expiryDays } from '@/lib/domain/expiry'

/** Names a group of certificates; one by days says how many. */
export function useGroupName(): (group: EntryGroup) => string {
  const t = useTranslations('certificates.group')
  return (group) =>
    group === 'urgent' || group === 'soon' || group === 'ahead'
      ? t(group, { days: expiryDays[group] })
      : t(group)
}
