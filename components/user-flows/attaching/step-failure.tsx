'use client'

import { useTranslations } from 'use-intl'
import { InSight } from '@/components/shell/writing/in-sight'
import { ProblemNotice } from '@/components/shell/notices/problem-notice'
import type { FailedStep } from '@/lib/domain/user-flows/step-change'

type StepFailureProps = {
  readonly failure: FailedStep
  /** The sentence for a step at which another connector, or none, was found. */
  readonly overtaken: string
  /** The sentence for a change that, as the flow shows, has not happened. */
  readonly notDone: string
}

/** Why a step was not changed, and what its flow shows. */
export function StepFailure({ failure, overtaken, notDone }: StepFailureProps) {
  const t = useTranslations('userFlows.usage')
  if (failure.kind === 'overtaken') {
    return (
      <InSight>
        <p role="alert">{overtaken}</p>
      </InSight>
    )
  }
  const words = { unsent: t('unsent'), notDone, unclear: t('unread') }
  return (
    <InSight>
      <ProblemNotice problem={failure.problem} />
      <p>{words[failure.kind]}</p>
    </InSight>
  )
}
