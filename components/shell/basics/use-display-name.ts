import { useCallback } from 'react'
import { useTranslations } from 'use-intl'

/** What to call something whose name may be empty or blank. */
export function useDisplayName(): (displayName: string) => string {
  const t = useTranslations('shell')
  return useCallback((displayName) => displayName.trim() || t('unnamed'), [t])
}
