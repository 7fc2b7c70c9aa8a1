'use client'

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSubmission } from '@/components/forms/use-submission'
import { useSession } from '@/lib/client/session/session'
import { stepAccess } from '@/lib/client/user-flows/step-access'
import { changeStep, foundAt, type StepOutcome } from '@/lib/domain/user-flows/step-change'
import type { Place } from '@/lib/domain/user-flows/user-flow'
import { StepFailure } from './step-failure'
import type { Attachable } from './attach-submission'

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
  const shell = useTranslations('shell')
  const { flowReader } = useSession()
  const { isBusy, run } = useSubmission()
  const [outcome, setOutcome] = useState<StepOutcome | null>(null)

  const detach = async () => {
    setOutcome(null)
    const result = await changeStep(stepAccess(flowReader), { place, from: connector.id, to: null })
    setOutcome(result)
    if (result.kind !== 'done') return 'stay'
    onDetached()
    return 'done'
  }
  return (
    <DialogBody>
      <DialogTitle>{t('usage.detach.title', { name: connector.name })}</DialogTitle>
      <DialogContent>
        {t('usage.detach.body', { flow: place.flowId, step: t(`step.${place.step}`) })}
        <NotDetached outcome={outcome} />
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void run(detach)}>
          {t(isBusy ? 'usage.detach.detaching' : 'usage.detach.detach')}
        </Button>
        <Button disabledFocusable={isBusy} onClick={onClose}>
          {shell('cancel')}
        </Button>
      </DialogActions>
    </DialogBody>
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
