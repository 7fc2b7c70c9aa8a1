'use client'

import {
  Button,
  Checkbox,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DialogButtons, DialogFrame } from '@/components/shell/dialogs/dialog-frame'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import {
  doubtAbout,
  withoutChange,
  withPick,
  type Doubt,
  type PendingChange,
} from '@/lib/domain/user-flows/pending-changes'
import { isInEffect, undoOf } from '@/lib/domain/user-flows/pending-changes-run'
import { placeKey } from '@/lib/domain/user-flows/place'
import { ChangeDoubt } from './change-doubt'
import { ChangeItem } from './change-item'
import { ChangeOutcome } from './change-outcome'
import { useRunSummary } from './use-run-summary'
import type { ChangeRun, useChangeRun } from './use-change-run'

const useStyles = makeStyles({
  content: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  list: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  changes: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

type ReviewChangesProps = {
  readonly known: UserFlows
  readonly changes: readonly PendingChange[]
  readonly onChanges: (change: (changes: readonly PendingChange[]) => PendingChange[]) => void
  readonly review: ReturnType<typeof useChangeRun>
  /** Compares what is still pending with what the flows show now. */
  readonly onReview: () => void
  readonly onClose: () => void
}

/** The changes before they are sent, while they are, and what has become of them. */
export function ReviewChanges(props: ReviewChangesProps) {
  const { run } = props.review
  return run ? <Results key={run.kind} {...props} run={run} /> : <Question {...props} />
}

function Question({ known, changes, onChanges, review, onClose }: ReviewChangesProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  const [isStoppedByFailure, setIsStoppedByFailure] = useState(true)
  const doubts = changes.map((change) => doubtAbout(change, known))
  const isReading = doubts.some((doubt) => doubt?.kind === 'reading')
  return (
    <DialogFrame
      title={t('review.title', { count: changes.length })}
      contentClass={styles.content}
      actions={
        <DialogButtons
          verb={isReading ? t('review.checking') : t('review.apply')}
          isRisky
          isDisabled={changes.length === 0 || isReading}
          onAct={() => void review.start({ kind: 'apply', changes, isStoppedByFailure })}
          onCancel={onClose}
        />
      }
    >
      <Text>{t('review.lead')}</Text>
      <ol className={mergeClasses(styles.changes, styles.list)}>
        {changes.map((change, index) => (
          <ChangeItem
            key={placeKey(change.place)}
            change={change}
            {...shownNow(doubts[index])}
            onRemove={() => {
              onChanges((present) => withoutChange(present, change.place))
              if (changes.length === 1) onClose()
            }}
          >
            <ChangeDoubt
              change={change}
              doubt={doubts[index] ?? null}
              onReplace={(now) =>
                onChanges((present) => [...withPick(present, { ...change, before: now })])
              }
            />
          </ChangeItem>
        ))}
      </ol>
      <Checkbox
        label={t('review.stopAtFirst')}
        checked={isStoppedByFailure}
        onChange={(_event, { checked }) => setIsStoppedByFailure(checked === true)}
      />
    </DialogFrame>
  )
}

/** After another person's change, what is to be replaced is theirs. */
const shownNow = (doubt: Doubt | null | undefined) =>
  doubt?.kind === 'changed' ? { now: doubt.now } : {}

type ResultsProps = ReviewChangesProps & { readonly run: ChangeRun }

function Results({ review, run, onReview, onClose }: ResultsProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  const summaryOf = useRunSummary()
  const undo = run.kind === 'apply' && run.isOver ? undoOf(run.results) : []
  const isIncomplete = run.isOver && !run.results.every(isInEffect)
  return (
    <DialogFrame
      title={t(`review.${run.kind}Title`)}
      isBusy={!run.isOver}
      contentClass={styles.content}
      actions={
        <>
          {undo.length > 0 && (
            <Button
              onClick={() =>
                void review.start({ kind: 'undo', changes: undo, isStoppedByFailure: false })
              }
            >
              {t('review.undo')}
            </Button>
          )}
          {isIncomplete && <Button onClick={onReview}>{t('review.again')}</Button>}
          {/* Takes the focus over from the button that has started this, and is gone. */}
          <Button autoFocus appearance="primary" disabledFocusable={!run.isOver} onClick={onClose}>
            {t('review.close')}
          </Button>
        </>
      }
    >
      <Text role="status" weight="semibold">
        {summaryOf(run)}
        {isIncomplete && ` ${t('summary.stayPending')}`}
      </Text>
      <ol className={mergeClasses(styles.changes, styles.list)}>
        {run.results.map(({ change, outcome }) => (
          <ChangeItem key={placeKey(change.place)} change={change}>
            <ChangeOutcome outcome={outcome} after={change.after} />
          </ChangeItem>
        ))}
      </ol>
    </DialogFrame>
  )
}
