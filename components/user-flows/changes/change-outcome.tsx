'use client'

import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import {
  CheckmarkCircleRegular,
  ClockRegular,
  ErrorCircleRegular,
  QuestionCircleRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { ProblemNotice } from '@/components/shell/notices/problem-notice'
import type { Problem } from '@/lib/client/problem'
import type { Outcome } from '@/lib/domain/user-flows/pending-changes-run'
import { isSameContent, type StepContent } from '@/lib/domain/user-flows/place'
import { useContentName } from './connector-name'

const useStyles = makeStyles({
  outcome: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

const icons = {
  waiting: <ClockRegular />,
  applying: <Spinner size="extra-tiny" />,
  applied: <CheckmarkCircleRegular />,
  failed: <ErrorCircleRegular />,
  unknown: <QuestionCircleRegular />,
  notTried: <SubtractCircleRegular />,
} as const

type ChangeOutcomeProps = {
  readonly outcome: Outcome<Problem>
  readonly after: StepContent
}

/** What has become of a change, and after a failure what the flow shows. */
export function ChangeOutcome({ outcome, after }: ChangeOutcomeProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows.outcome')
  return (
    <>
      <Text weight="semibold" className={styles.outcome}>
        <span aria-hidden>{icons[outcome.kind]}</span>
        {t(outcome.kind)}
      </Text>
      {'problem' in outcome && (
        <>
          <Evidence shows={outcome.shows} after={after} />
          <ProblemNotice problem={outcome.problem} />
        </>
      )}
    </>
  )
}

type EvidenceProps = {
  readonly shows: StepContent | undefined
  readonly after: StepContent
}

function Evidence({ shows, after }: EvidenceProps) {
  const t = useTranslations('userFlows.outcome')
  const nameOf = useContentName()
  if (shows === undefined) return <Text block>{t('noEvidence')}</Text>
  return (
    <Text block>
      {isSameContent(shows, after)
        ? t('showsWanted', { name: nameOf(shows) })
        : t('showsOther', { name: nameOf(shows) })}
    </Text>
  )
}
