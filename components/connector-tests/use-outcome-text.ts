import { useTranslations } from 'use-intl'
import type { ConnectorTestResult } from '@/lib/contract/connector-test'

/** The result of a test in few words: `Accepted: Continue`. */
export function useOutcomeText(): (result: ConnectorTestResult) => string {
  const t = useTranslations('connectorTests.outcomeShort')
  return ({ verdict }) => {
    if (!verdict) return t('failed')
    const outcome = verdict.valid ? t('accepted') : t('refused')
    return verdict.action ? `${outcome}: ${verdict.action}` : outcome
  }
}
