import { useTranslations } from 'use-intl'
import { tenantKindSchema, type Finding } from '@/lib/contract/connector-test'
import { stepSchema } from '@/lib/contract/identifiers'
import type { ComparedRow } from '@/lib/domain/connector-tests/comparison'
import type { PastTest } from '@/lib/domain/connector-tests/history'
import catalogue from '@/lib/messages/en/connector-tests.json'
import { useDurationText } from './use-duration-text'
import { useRuleText } from './use-rule-text'

const isOutcome = (value: string): value is keyof typeof catalogue.outcomeShort =>
  value in catalogue.outcomeShort

type Told = { readonly about: ComparedRow['about']; readonly value: string; readonly of: PastTest }

/** A compared value in words. */
export function useComparedText(): (told: Told) => string {
  const t = useTranslations('connectorTests')
  const flows = useTranslations('userFlows')
  const durationText = useDurationText()
  const ruleText = useRuleText()
  return ({ about, value, of }) => {
    if (about === 'findings') return titlesOf(of, (finding) => ruleText(finding).title)
    if (about === 'step') return flows(`step.${stepSchema.parse(value)}`)
    if (about === 'tenantKind') return t(`tenant.${tenantKindSchema.parse(value)}`)
    if (about === 'time') return durationText(Number(value))
    if (about !== 'outcome') return value
    return t(`outcomeShort.${isOutcome(value) ? value : 'failed'}`)
  }
}

/** A rule that is broken in several places is told once. */
const titlesOf = ({ result }: PastTest, titleOf: (finding: Finding) => string): string =>
  [...new Set(result.verdict?.findings.map(titleOf))].join('; ')
