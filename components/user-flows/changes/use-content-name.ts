import { useCallback, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useDisplayName } from '@/components/shell/basics/use-display-name'
import { useConnectorsRead } from '@/lib/client/use-connectors'
import type { StepContent } from '@/lib/domain/user-flows/place'

/** Names what is at a step: as the list of connectors has it, if that was read, else as the flow has. */
export function useContentName(): (content: StepContent) => string {
  const t = useTranslations('userFlows')
  const displayName = useDisplayName()
  const read = useConnectorsRead()
  const names = useMemo(
    () => new Map((read ?? []).map(({ id, displayName }) => [id, displayName])),
    [read],
  )
  return useCallback(
    (content) => {
      if (!content) return t('noConnector')
      return displayName(names.get(content.id) ?? content.displayName)
    },
    [t, displayName, names],
  )
}
