import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { flowCount, type ConnectorUsage } from '@/lib/domain/user-flows/connector-usage'
import type { Place } from '@/lib/domain/user-flows/user-flow'

/** A place in words: the flow and its step. */
export function usePlaceText() {
  const t = useTranslations('userFlows')
  return useCallback(
    ({ flowId, step }: Place) => t('usage.place', { flow: flowId, step: t(`step.${step}`) }),
    [t],
  )
}

/** Where a connector is used, in few words. */
export function useUsageText() {
  const t = useTranslations('userFlows.usage')
  return useCallback(
    (usage: ConnectorUsage, isReading: boolean) => {
      if (usage.kind !== 'used') return t(usage.kind)
      const flows = flowCount(usage.places)
      const { unchecked } = usage
      // While flows are being read, what is not checked is not worth a word yet.
      return unchecked > 0 && !isReading
        ? t('usedPartly', { flows, unchecked })
        : t('used', { flows })
    },
    [t],
  )
}
