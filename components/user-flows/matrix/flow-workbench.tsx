'use client'

import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useCallback, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Empty } from '@/components/shell/notices/empty'
import type { Place, UserFlows } from '@/lib/domain/user-flows/user-flow'
import { readingProgress } from '@/lib/domain/user-flows/connector-usage'
import {
  changeAt,
  lastReadAt,
  openChanges,
  withoutChange,
  withPick,
  type PendingChange,
} from '@/lib/domain/user-flows/pending-changes'
import { ConnectorPicker } from './picker/connector-picker'
import { FlowMatrix } from './grid/flow-matrix'
import { FlowTools } from './flow-tools'
import { useShownFlows } from './use-shown-flows'
import { useMatrixStyles } from './grid/use-matrix-styles'
import { PendingBar } from '../changes/pending-bar'
import { useMatrixView, wholeMatrix, type MatrixView } from './grid/use-matrix-view'

/** The matrix, what narrows it down, and the changes that were picked in it. */
export function FlowWorkbench({ known }: { readonly known: UserFlows }) {
  const t = useTranslations('userFlows')
  const [view, setView] = useMatrixView()
  const shown = useShownFlows(known.flows, view)
  const { changes, setChanges, picking, setPicking } = usePicking(known)
  const forget = useCallback(
    (place: Place) => setChanges((present) => withoutChange(present, place)),
    [setChanges],
  )
  return (
    <>
      <TargetNotice known={known} view={view} />
      <FlowTools {...{ known, view }} shown={shown.length} onView={setView} />
      <PendingBar known={known} changes={changes} onChanges={setChanges} />
      {shown.length > 0 ? (
        <FlowMatrix
          flows={shown}
          changes={changes}
          view={view}
          onChange={setPicking}
          onRemove={forget}
        />
      ) : (
        <Empty title={t('noMatchTitle')} body={t('noMatchBody')}>
          <Button onClick={() => setView(wholeMatrix)}>{t('clearFilters')}</Button>
        </Empty>
      )}
      <ConnectorPicker
        {...picking}
        onPick={(pick) => setChanges((present) => [...withPick(present, pick)])}
        onClose={() => setPicking(null)}
      />
    </>
  )
}

/** The changes that wait, and the step for which a connector is being picked. */
function usePicking(known: UserFlows) {
  const [all, setChanges] = useState<readonly PendingChange[]>([])
  const [place, setPlace] = useState<Place | null>(null)
  const changes = useMemo(() => {
    const open = openChanges(all, known)
    return open.length === all.length ? all : open // the same object spares rendering all rows
  }, [all, known])
  const before = place && lastReadAt(known, place)
  const chosen = place && changeAt(changes, place)
  return {
    changes,
    setChanges,
    setPicking: setPlace,
    picking: {
      picking: place && { place, before },
      chosenId: (chosen ? chosen.after : before)?.id ?? null,
    },
  }
}

type TargetNoticeProps = { readonly known: UserFlows; readonly view: MatrixView }

/** A link may be older than the tenant: said once all flows have been listed. */
function TargetNotice({ known, view: { flowId } }: TargetNoticeProps) {
  const styles = useMatrixStyles()
  const t = useTranslations('userFlows')
  const isThere = known.flows.some(({ flow }) => flow.id === flowId)
  if (!flowId || isThere || readingProgress(known).isReading) return null
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.notice}>
      <MessageBarBody>{t('targetGone', { flow: flowId })}</MessageBarBody>
    </MessageBar>
  )
}
