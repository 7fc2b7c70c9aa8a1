'use client'

import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useSession } from '@/lib/client/session/session'
import type { PendingChange } from '@/lib/domain/user-flows/pending-changes'
import type { StepContent } from '@/lib/domain/user-flows/place'
import { stepReferenceCall } from '@/lib/domain/user-flows/step-reference-call'
import { Becoming } from './becoming'
import { useContentName } from './use-content-name'

const useStyles = makeStyles({
  item: { overflowWrap: 'anywhere' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
  },
  place: { flexGrow: 1, minWidth: 0 },
  call: {
    marginBlock: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    wordBreak: 'break-all',
  },
})

type ChangeItemProps = {
  readonly change: PendingChange
  /** What the step shows now, where that is not what it showed when the change was picked. */
  readonly now?: StepContent
  readonly onRemove?: () => void
  /** Remarks on this change. */
  readonly children: ReactNode
}

/** One change: where, from what to what, and the call that makes it. */
export function ChangeItem({ change, now = change.before, onRemove, children }: ChangeItemProps) {
  const styles = useStyles()
  const t = useTranslations('userFlows')
  const nameOf = useContentName()
  const { flowId, step } = change.place
  const where = { flow: flowId, step: t(`step.${step}`) }
  return (
    <li aria-label={t('place', where)} className={styles.item}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.place}>
          {t('place', where)}
        </Text>
        {onRemove && (
          <Button
            size="small"
            aria-label={t('remove', where)}
            onClick={({ currentTarget }) => {
              focusNeighbour(currentTarget.closest('li'))
              onRemove()
            }}
          >
            {t('review.remove')}
          </Button>
        )}
      </div>
      <Becoming before={nameOf(now)} after={nameOf(change.after)} />
      <GraphCall change={change} />
      {children}
    </li>
  )
}

/** The item goes with its button; the focus stays in the list. */
function focusNeighbour(item: HTMLElement | null): void {
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling
  neighbour?.querySelector('button')?.focus()
}

function GraphCall({ change }: { readonly change: PendingChange }) {
  const styles = useStyles()
  const { settings } = useSession()
  const { method, path, body } = stepReferenceCall(change.place, change.after?.id ?? null, {
    graphRoot: settings.graphRoot,
    version: settings.graphVersion,
  })
  return (
    <pre dir="ltr" className={styles.call}>
      {`${method} ${settings.graphRoot}${path}\n${JSON.stringify(body)}`}
    </pre>
  )
}
