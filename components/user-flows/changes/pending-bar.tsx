'use client'

import { Button, makeStyles, Text, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useAnnounce } from '@/components/shell/notices/announcement'
import { Modal } from '@/components/shell/dialogs/modal'
import { useGuardAgainst, useNavigationGuard } from '@/components/shell/dialogs/guard'
import { useSession } from '@/lib/client/session/session'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import { pages } from '@/lib/contract/routes'
import { flowKey } from '@/lib/domain/user-flows/known-flows'
import type { PendingChange } from '@/lib/domain/user-flows/pending-changes'
import { afterRun, isInEffect } from '@/lib/domain/user-flows/pending-changes-run'
import { placeFlowKey } from '@/lib/domain/user-flows/place'
import { ReviewChanges } from './review-changes'
import { useRunSummary } from './use-run-summary'
import { useChangeRun } from './use-change-run'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    marginBottom: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  count: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
})

type PendingBarProps = {
  readonly known: UserFlows
  readonly changes: readonly PendingChange[]
  readonly onChanges: (change: (changes: readonly PendingChange[]) => PendingChange[]) => void
}

/** How many changes wait, and the ways to send them or to forget them. */
export function PendingBar({ known, changes, onChanges }: PendingBarProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  const opener = useRestoreFocusTarget()
  const { discard } = useNavigationGuard()
  const { review, isOpen, open, close } = useReview(changes, onChanges)
  const isIdle = changes.length === 0
  return (
    <div role="group" aria-label={t('pendingChanges')} className={styles.bar}>
      <Text role="status" className={styles.count}>
        {t('pendingCount', { count: changes.length })}
      </Text>
      <Button {...opener} appearance="primary" disabledFocusable={isIdle} onClick={open}>
        {t('reviewAndApply')}
      </Button>
      <Button
        disabledFocusable={isIdle}
        onClick={() => discard('changes', () => onChanges(() => []))}
      >
        {t('discard')}
      </Button>
      <Modal isOpen={isOpen} isWide onClose={close}>
        <ReviewChanges {...{ known, changes, onChanges, review }} onReview={open} onClose={close} />
      </Modal>
    </div>
  )
}

/** The dialog cannot be closed while changes are on their way, so that their results are seen. */
function useReview(changes: readonly PendingChange[], onChanges: PendingBarProps['onChanges']) {
  const { flowReader } = useSession()
  const announce = useAnnounce()
  const summaryOf = useRunSummary()
  const [isOpen, setIsOpen] = useState(false)
  const review = useChangeRun((run) => {
    onChanges((present) => afterRun(present, run.results))
    const intent = run.results.every(isInEffect) ? 'success' : 'warning'
    announce(summaryOf(run), { path: pages.userFlows(), intent })
  })
  const isRunning = review.run !== null && !review.run.isOver
  const pending = changes.length > 0 ? 'changes' : null
  useGuardAgainst(isRunning ? 'saving' : pending)

  const open = () => {
    review.forget()
    setIsOpen(true)
    // What the flows show now is what the person should compare with.
    const concerned = flowReader
      .known()
      .flows.filter(({ flow }) =>
        changes.some(({ place }) => placeFlowKey(place) === flowKey(flow)),
      )
    for (const { flow } of concerned) void flowReader.readFlow(flow)
  }
  const close = () => {
    if (!isRunning) setIsOpen(false)
  }
  return { review, isOpen, open, close }
}
