import { useTranslations } from 'use-intl'
import { isInEffect } from '@/lib/domain/user-flows/pending-changes-run'
import type { ChangeRun } from './use-change-run'

/** The result of the changes in one sentence. */
export function useRunSummary(): (run: ChangeRun) => string {
  const t = useTranslations('userFlows.summary')
  return ({ kind, isOver, results }) => {
    const total = results.length
    const done = results.filter(isInEffect).length
    if (!isOver) return t('running', { done, total })
    return done === total ? t(`${kind}All`, { total }) : t(`${kind}Some`, { done, total })
  }
}
