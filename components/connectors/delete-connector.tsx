'use client'

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
} from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useSubmission } from '@/components/forms/use-submission'
import { useAnnounce } from '@/components/shell/announcement'
import { DialogButton } from '@/components/shell/dialog-button'
import { useNavigationGuard } from '@/components/shell/navigation-guard'
import { ProblemNotice } from '@/components/shell/problem-notice'
import { useConnectorWrites } from '@/lib/client/connector-writes'
import type { Problem } from '@/lib/client/problem'
import type { Connector } from '@/lib/contract/connector'
import { pages } from '@/lib/contract/routes'
import { WriteButton } from './write-button'

/** The button, and the question that names the connector. */
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
  const shell = useTranslations('shell')
  const name = connector.displayName || t('unnamed')
  const { problem, isBusy, remove } = useRemoval(connector.id, t('deleted', { name }))
  return (
    <DialogBody>
      <DialogTitle>{t('remove.title', { name })}</DialogTitle>
      <DialogContent>
        {t('remove.body')}
        {problem && <ProblemNotice problem={problem} />}
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" disabledFocusable={isBusy} onClick={remove}>
          {isBusy ? t('remove.deleting') : t('remove.delete')}
        </Button>
        <Button disabledFocusable={isBusy} onClick={onClose}>
          {shell('cancel')}
        </Button>
      </DialogActions>
    </DialogBody>
  )
}

function useRemoval(id: string, announcement: string) {
  const writes = useConnectorWrites()
  const announce = useAnnounce()
  const { goTo } = useNavigationGuard()
  const { isBusy, run } = useSubmission()
  const [problem, setProblem] = useState<Problem | null>(null)

  const remove = () =>
    void run(async () => {
      setProblem(null)
      const result = await writes.remove(id)
      if (!result.ok) {
        setProblem(result.problem)
        return 'stay'
      }
      announce(announcement, { path: pages.connectors() })
      goTo(pages.connectors())
      return 'done'
    })
  return { problem, isBusy, remove }
}
