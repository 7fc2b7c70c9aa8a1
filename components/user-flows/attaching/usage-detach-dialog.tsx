'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSubmission } from '@/components/shell/writing/use-submission'
import { useConclusion } from '@/components/shell/notices/use-conclusion'
import { DialogButtons, DialogFrame } from '@/components/shell/dialogs/dialog-frame'
import { useSession } from '@/lib/client/session/session'
import { stepAccess } from '@/lib/client/user-flows/step-access'
import { changeStep, foundAt, type StepOutcome } from '@/lib/domain/user-flows/step-change'
import type { Place } from '@/lib/domain/user-flows/user-flow'
import { StepFailure } from './step-failure'
import { usePlaceText } from '../usage/use-usage-text'
import type { Attachable } from './use-attaching'

type UsageDetachDialogProps = {
  readonly connector: Attachable
  readonly place: Place
  readonly onClose: () => void
  readonly onDetached: () => void
}

/** The question before a connector is taken from a step. */
export function UsageDetachDialog(props: UsageDetachDialogProps) {
  const { connector, place, onClose, onDetached } = props
  const t = useTranslations('userFlows')
  const { flowReader } = useSession()
  const { isBusy, run } = useSubmission()
  const { tellProblem, tellWhoLeft } = useConclusion()
  const placeText = usePlaceText()
  const [outcome, setOutcome] = useState<StepOutcome | null>(null)

  const detach = async () => {
    setOutcome(null)
    const result = await changeStep(stepAccess(flowReader), { place, from: connector.id, to: null })
    setOutcome(result)
    if ('problem' in result) tellProblem(connector.name, result.problem)
    if (result.kind !== 'done') return 'stay'
    const words = { name: connector.name, place: placeText(place) }
    tellWhoLeft(t('usage.detach.done', words), 'success')
    onDetached()
    return 'done'
  }
  return (
    <DialogFrame
      title={t('usage.detach.title', { name: connector.name })}
      isBusy={isBusy}
      result={<NotDetached outcome={outcome} />}
      actions={
        <DialogButtons
          verb={t('usage.detach.detach')}
          isRisky
          busyVerb={t('usage.detach.detaching')}
          isBusy={isBusy}
          onAct={() => void run(detach)}
          onCancel={onClose}
        />
      }
    >
      {t('usage.detach.body', { flow: place.flowId, step: t(`step.${place.step}`) })}
    </DialogFrame>
  )
}

function NotDetached({ outcome }: { readonly outcome: StepOutcome | null }) {
  const t = useTranslations('userFlows.usage.detach')
  if (!outcome || outcome.kind === 'done') return null
  return (
    <StepFailure
      failure={outcome}
      overtaken={t('overtaken', { connector: foundAt(outcome) })}
      notDone={t('readNotDone')}
    />
  )
}
