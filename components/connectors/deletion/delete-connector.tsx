'use client'

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
} from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslations } from 'use-intl'
import { DialogButton } from '@/components/shell/dialogs/dialog-button'
import { ProblemNotice } from '@/components/shell/notices/problem-notice'
import { methodOf, type Problem } from '@/lib/domain/problems/problem'
import type { Connector } from '@/lib/contract/connector'
import { DeletionExplanation } from './deletion-explanation'
import { useGuardedDeletion, type GuardedDeletion } from './use-guarded-deletion'
import { WriteButton } from '@/components/shell/basics/write-button'

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
  const name = connector.displayName || t('unnamed')
  const deletion = useGuardedDeletion(connector, t('deleted', { name }))
  return (
    <DialogBody onKeyDown={deletion.phase === null ? undefined : keepOpen}>
      <DialogTitle>{t('remove.title', { name })}</DialogTitle>
      <DialogContent>
        <DeletionExplanation connector={connector} deletion={deletion} />
        {deletion.problem && (
          <ProblemNotice
            problem={deletion.problem}
            repetition={{ name: t('remove.repeat'), act: deletion.remove }}
            {...lostWriteOf(deletion, deletion.problem)}
          />
        )}
      </DialogContent>
      <Actions deletion={deletion} onClose={onClose} />
    </DialogBody>
  )
}

/** What is under way has to be seen to its end: it may stop halfway. */
const keepOpen = (event: KeyboardEvent) => {
  if (event.key === 'Escape') event.preventDefault()
}

type ActionsProps = { readonly deletion: GuardedDeletion; readonly onClose: () => void }

function Actions({ deletion, onClose }: ActionsProps) {
  const t = useTranslations('connectors.remove')
  const shell = useTranslations('shell')
  const verb = useVerb(deletion)
  const isBusy = deletion.phase !== null
  return (
    <DialogActions fluid>
      <Button
        appearance="primary"
        disabledFocusable={isBusy || !deletion.mayDelete}
        onClick={deletion.remove}
      >
        {verb}
      </Button>
      {deletion.canAttachAgain && (
        <Button disabledFocusable={isBusy} onClick={deletion.attachAgain}>
          {t('reattach')}
        </Button>
      )}
      <Button ref={useLostFocus()} disabledFocusable={isBusy} onClick={onClose}>
        {shell('cancel')}
      </Button>
    </DialogActions>
  )
}

/** For the button that takes the focus when whatever had it has gone: Escape works inside only. */
function useLostFocus() {
  const button = useRef<HTMLButtonElement & HTMLAnchorElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) button.current?.focus()
  })
  return button
}

function useVerb({ phase, guard, canAttachAgain }: GuardedDeletion): string {
  const t = useTranslations('connectors.remove')
  if (phase) return t(phase)
  if (guard.kind !== 'used') return t('delete')
  return canAttachAgain ? t('again') : t('detachAndDelete')
}

/** A detaching that was lost is looked at by the run itself. */
const lostWriteOf = ({ check, remove }: GuardedDeletion, problem: Problem) =>
  methodOf(problem) === 'DELETE' ? { lostWrite: { check, again: remove } } : {}
