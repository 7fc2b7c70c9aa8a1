'use client'

import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircleRegular,
  ClockRegular,
  ErrorCircleRegular,
  PersonWarningRegular,
  QuestionCircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { ProblemNotice } from '@/components/shell/notices/problem-notice'
import { explainProblem, isOutcomeUnknown } from '@/lib/domain/problems/explain-problem'
import type { Problem } from '@/lib/domain/problems/problem'
import type { Outcome } from '@/lib/domain/user-flows/pending-changes-run'
import type { StepContent } from '@/lib/domain/user-flows/place'
import { useContentName } from './use-content-name'

const useStyles = makeStyles({
  outcome: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

const icons = {
  waiting: <ClockRegular />,
  applying: <Spinner size="extra-tiny" />,
  applied: <CheckmarkCircleRegular />,
  overtaken: <PersonWarningRegular />,
  failed: <ErrorCircleRegular />,
  unknown: <QuestionCircleRegular />,
  notTried: <SubtractCircleRegular />,
} as const

/** Of an outcome that has no problem; the others are never looked up here. */
const labels = {
  waiting: 'waiting',
  applying: 'applying',
  notTried: 'notTried',
  done: 'applied',
  overtaken: 'overtaken',
  unsent: 'failed',
  notDone: 'failed',
  unclear: 'unknown',
} as const satisfies Record<Outcome['kind'], keyof typeof icons>

type ChangeOutcomeProps = {
  readonly outcome: Outcome
  readonly after: StepContent
}

/** The result of a change, and after a failure what the flow shows. */
export function ChangeOutcome({ outcome, after }: ChangeOutcomeProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows.outcome')
  const evidence = useEvidence()(outcome, after)
  const label = labelOf(outcome)
  const problem = problemOf(outcome)
  return (
    <>
      <Text weight="semibold" className={styles.outcome}>
        <span aria-hidden>{icons[label]}</span>
        {t(label)}
      </Text>
      {evidence !== null && <Text block>{evidence}</Text>}
      {problem && <ProblemNotice problem={problem} />}
    </>
  )
}

function problemOf(outcome: Outcome): Problem | null {
  if (outcome.kind === 'done') return outcome.despite
  return 'problem' in outcome ? outcome.problem : null
}

function labelOf(outcome: Outcome): keyof typeof icons {
  const problem = problemOf(outcome)
  if (problem) return isOutcomeUnknown(explainProblem(problem)) ? 'unknown' : 'failed'
  return labels[outcome.kind]
}

/** The sentence about what a look at the flow found, before or after the change. */
function useEvidence(): (outcome: Outcome, after: StepContent) => string | null {
  const t = useTranslations('userFlows.outcome')
  const nameOf = useContentName()
  return (outcome, after) => {
    if (outcome.kind === 'done') return outcome.despite && t('showsWanted', { name: nameOf(after) })
    if (outcome.kind === 'overtaken') return t('nowCalls', { name: nameOf(outcome.by) })
    if (outcome.kind === 'notDone') return t('showsOther', { name: nameOf(outcome.shows) })
    if (outcome.kind === 'unsent') return t('notLooked')
    return outcome.kind === 'unclear' ? t('noEvidence') : null
  }
}
