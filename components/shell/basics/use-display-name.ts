import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { shownName } from '@/lib/domain/shown-text'

/** Names something whose own name may be empty, or made to deceive. */
export function useDisplayName(): (displayName: string) => string {
  const t = useTranslations('shell')
  return useCallback((displayName) => shownName(displayName) || t('unnamed'), [t])
}
