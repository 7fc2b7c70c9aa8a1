'use client'

import { Button } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import { useTranslations } from 'use-intl'
import { useDisplayName } from '@/components/shell/basics/use-display-name'
import { DialogButton } from '@/components/shell/dialogs/dialog-button'
import { DialogButtons, DialogFrame } from '@/components/shell/dialogs/dialog-frame'
import { RefusedWrite } from '@/components/shell/notices/refused-write'
import type { Connector } from '@/lib/contract/connector'
import { DeletionExplanation } from './deletion-explanation'
import { useGuardedDeletion, type GuardedDeletion } from './use-guarded-deletion'
import { WriteButton } from '@/components/shell/writing/write-button'

/** The button, and the question that names the connector and who would miss it. */
export function DeleteConnector({ connector }: { readonly connector: Connector }) {
  const t = useTranslations('connectors')
  return (
    <DialogButton
      button={(opener) => (
        <WriteButton {...opener} icon={<DeleteRegular />}>
          {t('delete')}
        </WriteButton>
      )}
    >
      {(close) => <Question connector={connector} onClose={close} />}
    </DialogButton>
  )
}

type QuestionProps = { readonly connector: Connector; readonly onClose: () => void }

/** Unmounted with the dialog, so that an earlier failure is not shown again. */
function Question({ connector, onClose }: QuestionProps) {
  const t = useTranslations('connectors')
  const work = useTranslations('connectorWork')
  const name = useDisplayName()(connector.displayName)
  const deletion = useGuardedDeletion(connector, t('deleted', { name }))
  return (
    <DialogFrame
      title={work('remove.title', { name })}
      isBusy={deletion.phase !== null}
      result={<NotDeleted deletion={deletion} />}
      actions={<Buttons deletion={deletion} onClose={onClose} />}
    >
      <DeletionExplanation connector={connector} deletion={deletion} />
    </DialogFrame>
  )
}

type NotDeletedProps = { readonly deletion: GuardedDeletion }

function NotDeleted({ deletion: { problem, remove, lostWrite } }: NotDeletedProps) {
  const t = useTranslations('connectorWork.remove')
  if (!problem) return null
  const repetition = { name: t('repeat'), act: remove }
  return <RefusedWrite {...{ problem, repetition }} {...(lostWrite && { lostWrite })} />
}

type ButtonsProps = { readonly deletion: GuardedDeletion; readonly onClose: () => void }

function Buttons({ deletion, onClose }: ButtonsProps) {
  const t = useTranslations('connectorWork.remove')
  const isBusy = deletion.phase !== null
  return (
    <DialogButtons
      verb={useVerb(deletion)}
      isRisky
      isBusy={isBusy}
      isDisabled={!deletion.mayDelete || deletion.lostWrite?.isBusy === true}
      onAct={deletion.remove}
      more={
        deletion.canAttachAgain && (
          <Button disabledFocusable={isBusy} onClick={deletion.attachAgain}>
            {t('reattach')}
          </Button>
        )
      }
      onCancel={onClose}
    />
  )
}

function useVerb({ phase, guard, canAttachAgain }: GuardedDeletion): string {
  const t = useTranslations('connectorWork.remove')
  if (phase) return t(phase)
  if (guard.kind !== 'used') return t('delete')
  return canAttachAgain ? t('again') : t('detachAndDelete')
}
