import { useCallback } from 'react'
import { useTranslations } from 'use-intl'

/** Names something whose own name may be empty or blank. */
export function useDisplayName(): (displayName: string) => string {
  const t = useTranslations('shell')
  return useCallback((displayName) => displayName.trim() || t('unnamed'), [t])
}
