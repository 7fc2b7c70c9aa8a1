'use client'

import { mergeClasses } from '@fluentui/react-components'
import { useEffect, useMemo, useRef, type RefObject } from 'react'
import { useTranslations } from 'use-intl'
import type { Step } from '@/lib/contract/identifiers'
import { stepsOfKind } from '@/lib/contract/user-flow'
import { flowKey } from '@/lib/domain/user-flows/known-flows'
import type { PendingChange } from '@/lib/domain/user-flows/pending-changes'
import type { FlowEntry } from '@/lib/domain/user-flows/user-flow'
import { useContentName } from '../../changes/use-content-name'
import type { CellDeeds } from './matrix-cell'
import { MatrixRow } from './matrix-row'
import { useMatrixStyles } from './use-matrix-styles'
import { StepHeader } from './step-header'
import { useGridKeys } from './use-grid-keys'
import { useReadInSight } from './use-read-in-sight'
import type { MatrixView } from './use-matrix-view'

type FlowMatrixProps = CellDeeds & {
  readonly flows: readonly FlowEntry[]
  readonly changes: readonly PendingChange[]
  readonly view: MatrixView
}

/** Which connector each flow calls at each step. */
export function FlowMatrix({ flows, changes, view, onChange, onRemove }: FlowMatrixProps) {
  const styles = useMatrixStyles()
  const t = useTranslations('userFlows')
  const nameOf = useContentName()
  const { ref, ...keys } = useGridKeys()
  const offered = offeredSteps(flows)
  const targets = useMemo(() => (view.step ? [view.step] : offered), [view.step, offered])
  useFocusOnTarget(ref, flows, view)
  useReadInSight(ref, flows, view)
  return (
    <div className={styles.scroll}>
      <table ref={ref} role="grid" aria-label={t('title')} className={styles.table} {...keys}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.corner)}>
              {t('flowColumn')}
            </th>
            {offered.map((step) => (
              <StepHeader key={step} step={step} />
            ))}
          </tr>
        </thead>
        <tbody>
          {flows.map((entry) => (
            <MatrixRow
              key={flowKey(entry.flow)}
              steps={offered}
              targets={entry.flow.id === view.flowId ? targets : noTargets}
              {...{ entry, changes, nameOf, onChange, onRemove }}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const noTargets: readonly Step[] = []

/** The columns: no step that none of the flows has. A tenant has flows of one kind. */
function offeredSteps(flows: readonly FlowEntry[]): readonly Step[] {
  const hasTokenStep = flows.some(({ flow }) => flow.kind === 'b2cUserFlows')
  return stepsOfKind[hasTokenStep ? 'b2cUserFlows' : 'b2xUserFlows']
}

/** Takes whoever followed a link to its cell once that has been read, unless they type by then. */
function useFocusOnTarget(
  grid: RefObject<HTMLTableElement | null>,
  flows: readonly FlowEntry[],
  { flowId, step }: MatrixView,
) {
  const reached = useRef('')
  const target = flows.find(({ flow, steps }) => flow.id === flowId && steps)?.flow
  const wanted = target && `${flowId}/${step ?? stepsOfKind[target.kind][0]}`
  useEffect(() => {
    if (!wanted || reached.current === wanted) return
    reached.current = wanted
    if (document.activeElement instanceof HTMLInputElement) return
    const cell = grid.current?.querySelector(`[data-place="${CSS.escape(wanted)}"]`)
    cell?.querySelector<HTMLElement>('[data-stop]')?.focus()
    cell?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [grid, wanted])
}
