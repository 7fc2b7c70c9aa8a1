'use client'

import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Stack } from '@/components/shell/basics/stack'
import { DialogButtons, DialogFrame } from '@/components/shell/dialogs/dialog-frame'
import { Modal } from '@/components/shell/dialogs/modal'
import { useUserFlows } from '@/lib/client/use-user-flows'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import { readingProgress } from '@/lib/domain/user-flows/connector-usage'
import { attachedName, foundAt } from '@/lib/domain/user-flows/step-change'
import { AttachChoices } from './attach-choices'
import { useAttaching, type Attachable, type Attaching } from './use-attaching'
import { StepFailure } from './step-failure'
import { FlowPermission } from '../usage/flow-permission'
import { UsageProgress } from '../usage/usage-progress'

const useStyles = makeStyles({
  fields: { marginTop: tokens.spacingVerticalM },
  result: { display: 'block', minHeight: '20px' },
})

type AttachModalProps = AttachDialogProps & { readonly isOpen: boolean }

/** The question to which step a connector is to be attached, as a dialog. */
export const AttachModal = ({ isOpen, ...question }: AttachModalProps) => (
  <Modal isOpen={isOpen} onClose={question.onClose}>
    <AttachDialog {...question} />
  </Modal>
)

type AttachDialogProps = { readonly connector: Attachable; readonly onClose: () => void }

/** The content of the dialog in which a person chooses the step that shall call the connector. */
export function AttachDialog({ connector, onClose }: AttachDialogProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows.usage.attach')
  const known = useUserFlows('silent')
  const attaching = useAttaching(connector, onClose)
  const { choice, isBusy, attach } = attaching
  return (
    <DialogFrame
      title={t('title', { name: connector.name })}
      isBusy={isBusy}
      result={<Failed attaching={attaching} />}
      actions={
        <>
          <span role="status" className={styles.result}>
            {choice?.present && t('replaces', { connector: attachedName(choice.present) })}
          </span>
          <DialogButtons
            verb={t('attach')}
            busyVerb={t('attaching')}
            isBusy={isBusy}
            isDisabled={!choice}
            onAct={attach}
            onCancel={onClose}
          />
        </>
      }
    >
      <Steps known={known}>
        {t('lead')}
        <Stack gap="M" className={styles.fields}>
          <AttachChoices
            flows={known.flows}
            connectorId={connector.id}
            chosen={choice}
            onChoose={attaching.choose}
          />
        </Stack>
      </Steps>
    </DialogFrame>
  )
}

type StepsProps = { readonly known: UserFlows; readonly children: ReactNode }

function Steps({ known, children }: StepsProps) {
  const t = useTranslations('userFlows.usage.attach')
  if (known.access === 'missing') return <FlowPermission />
  const isReading = known.access === 'unknown' || readingProgress(known).isReading
  if (known.flows.length === 0 && !isReading) return <p>{t('none')}</p>
  return (
    <>
      {children}
      <UsageProgress known={known} />
    </>
  )
}

function Failed({ attaching: { failure } }: { readonly attaching: Attaching }) {
  const t = useTranslations('userFlows.usage.attach')
  if (!failure) return null
  const connector = foundAt(failure)
  return (
    <StepFailure
      failure={failure}
      overtaken={connector === '' ? t('overtakenFree') : t('overtaken', { connector })}
      notDone={t('readNotDone')}
    />
  )
}
