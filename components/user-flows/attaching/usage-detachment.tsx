'use client'

import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  useRestoreFocusTarget,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSubmission } from '@/components/shell/writing/use-submission'
import { takeFocus } from '@/components/shell/basics/take-focus'
import { Modal } from '@/components/shell/dialogs/modal'
import { useSession } from '@/lib/client/session/session'
import { stepAccess } from '@/lib/client/user-flows/step-access'
import { placeKey } from '@/lib/domain/user-flows/place'
import { changeStep, foundAt, type StepOutcome } from '@/lib/domain/user-flows/step-change'
import type { Place } from '@/lib/domain/user-flows/user-flow'
import { StepFailure } from './step-failure'
import type { Attachable } from './use-attaching'
import { UsageDetachDialog } from './usage-detach-dialog'
import { UsageList } from './usage-list'
import { usePlaceText } from '../usage/use-usage-text'

type UsageDetachmentProps = { readonly connector: Attachable; readonly places: readonly Place[] }

/**
 * The steps that call the connector, each to be detached. Question and result are outside the list:
 * its entry goes as soon as the flow has been read again.
 */
export function UsageDetachment({ connector, places }: UsageDetachmentProps) {
  const [asked, setAsked] = useState<Place | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [detached, setDetached] = useState<Place | null>(null)
  const focusTarget = useRestoreFocusTarget()
  const close = () => {
    setIsOpen(false)
  }
  return (
    <>
      <div role="status">
        {detached && <Detached key={placeKey(detached)} connector={connector} place={detached} />}
      </div>
      <UsageList
        places={places}
        opener={focusTarget}
        onDetach={(place) => {
          setAsked(place)
          setIsOpen(true)
        }}
      />
      <Modal isOpen={isOpen} onClose={close}>
        {asked && (
          <UsageDetachDialog
            connector={connector}
            place={asked}
            onClose={close}
            onDetached={() => {
              setDetached(asked)
              close()
            }}
          />
        )}
      </Modal>
    </>
  )
}

type DetachedProps = { readonly connector: Attachable; readonly place: Place }

/** The result, with the way back. */
function Detached({ connector, place }: DetachedProps) {
  const t = useTranslations('userFlows.usage.detach')
  const { flowReader } = useSession()
  const { isBusy, run } = useSubmission()
  const [outcome, setOutcome] = useState<StepOutcome | null>(null)
  const words = { name: connector.name, place: usePlaceText()(place) }
  const isUndone = outcome?.kind === 'done'

  const attachAgain = async () => {
    const result = await changeStep(stepAccess(flowReader), { place, from: null, to: connector.id })
    setOutcome(result)
    return result.kind === 'done' ? 'done' : 'stay'
  }
  return (
    <>
      <MessageBar intent="success" layout="multiline" politeness="polite">
        <MessageBarBody>{t(isUndone ? 'undone' : 'done', words)}</MessageBarBody>
        {!isUndone && (
          <MessageBarActions>
            <Button
              ref={takeFocus} // the button that had the focus went with its entry
              disabledFocusable={isBusy}
              onClick={() => void run(attachAgain)}
            >
              {t('undo')}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
      <NotUndone outcome={outcome} />
    </>
  )
}

function NotUndone({ outcome }: { readonly outcome: StepOutcome | null }) {
  const t = useTranslations('userFlows.usage')
  if (!outcome || outcome.kind === 'done') return null
  return (
    <StepFailure
      failure={outcome}
      overtaken={t('detach.undoOvertaken', { connector: foundAt(outcome) })}
      notDone={t('attach.readNotDone')}
    />
  )
}
