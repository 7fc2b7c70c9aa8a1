'use client'

import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSubmission } from '@/components/shell/writing/use-submission'
import { useConclusion } from '../../shell/notices/use-conclusion'
import { useSession } from '@/lib/client/session/session'
import { stepAccess } from '@/lib/client/user-flows/step-access'
import type { StepChoice } from '@/lib/domain/user-flows/attach-choices'
import { attachedName, changeStep, type FailedStep } from '@/lib/domain/user-flows/step-change'
import { usePlaceText } from '../usage/use-usage-text'

export type Attachable = {
  readonly id: string
  /** As pages show it. */
  readonly name: string
}

export type Attaching = ReturnType<typeof useAttaching>

/** Attaches the connector to the step that was chosen; `onDone` once it is there. */
export function useAttaching({ id, name }: Attachable, onDone: () => void) {
  const t = useTranslations('userFlows.usage.attach')
  const placeText = usePlaceText()
  const path = usePathname()
  const { flowReader } = useSession()
  const { isBusy, run } = useSubmission()
  const [choice, setChoice] = useState<StepChoice | null>(null)
  const { conclude, tellProblem } = useConclusion()
  const [failure, setFailure] = useState<FailedStep | null>(null)

  const send = async ({ place, present }: StepChoice) => {
    setFailure(null)
    const outcome = await changeStep(stepAccess(flowReader), {
      place,
      from: present?.id ?? null,
      to: id,
    })
    if (outcome.kind !== 'done') {
      setFailure(outcome)
      if ('problem' in outcome) tellProblem(name, outcome.problem)
      if (outcome.kind === 'overtaken') setChoice(null)
      return 'stay'
    }
    const words = { name, place: placeText(place) }
    const connector = present && attachedName(present)
    const sentence = connector ? t('doneInstead', { ...words, connector }) : t('done', words)
    conclude({ sentence, page: path })
    onDone()
    return 'done'
  }
  return {
    choice,
    choose: setChoice,
    failure,
    isBusy,
    attach: () => {
      if (choice) void run(() => send(choice))
    },
  }
}
