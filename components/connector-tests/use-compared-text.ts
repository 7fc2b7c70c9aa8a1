import { useTranslations } from 'use-intl'
import { tenantKindSchema } from '@/lib/contract/connector-test'
import { stepSchema } from '@/lib/contract/identifiers'
import type { ComparedRow } from '@/lib/domain/connector-tests/comparison'
import catalogue from '@/lib/messages/en/connector-tests.json'
import { useDurationText } from './use-duration-text'

const isOutcome = (value: string): value is keyof typeof catalogue.outcomeShort =>
  value in catalogue.outcomeShort

/** A compared value in words. */
export function useComparedText(): (about: ComparedRow['about'], value: string) => string {
  const t = useTranslations('connectorTests')
  const flows = useTranslations('userFlows')
  const durationText = useDurationText()
  return (about, value) => {
    if (about === 'step') return flows(`step.${stepSchema.parse(value)}`)
    if (about === 'tenantKind') return t(`tenant.${tenantKindSchema.parse(value)}`)
    if (about === 'time') return durationText(Number(value))
    if (about !== 'outcome') return value
    return t(`outcomeShort.${isOutcome(value) ? value : 'failed'}`)
  }
}
