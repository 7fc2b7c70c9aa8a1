import { useDeferredValue, useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { collator } from '../../grid/collator'
import { matchingRows } from '../../grid/search'
import { stepsOfKind } from '@/lib/contract/user-flow'
import type { FlowEntry } from '@/lib/domain/user-flows/user-flow'
import type { StepContent } from '@/lib/domain/user-flows/place'
import { useContentName } from '../changes/use-content-name'
import type { MatrixView } from './grid/use-matrix-view'

type Entry = FlowEntry

/** The flows that the view shows: of one kind after the other, by id. */
export function useShownFlows(flows: readonly Entry[], view: MatrixView): Entry[] {
  const { query, connectorId } = useDeferredValue(view)
  const t = useTranslations('userFlows.kind')
  const nameOf = useContentName()
  return useMemo(() => {
    const rows = flows.map((entry) => ({
      entry,
      haystack: [entry.flow.id, t(entry.flow.kind), ...contents(entry).map(nameOf)]
        .join('\n')
        .toLocaleLowerCase(),
    }))
    return matchingRows(rows, query)
      .map(({ entry }) => entry)
      .filter((entry) => !connectorId || contents(entry).some(({ id }) => id === connectorId))
      .toSorted(byKindAndId)
  }, [flows, query, connectorId, t, nameOf])
}

const contents = ({ flow, steps }: Entry) =>
  stepsOfKind[flow.kind]
    .map((step): StepContent => steps?.[step] ?? null)
    .filter((one) => one !== null)

const byKindAndId = ({ flow: one }: Entry, { flow: other }: Entry) =>
  one.kind === other.kind
    ? collator.compare(one.id, other.id)
    : Number(one.kind === 'b2cUserFlows') - Number(other.kind === 'b2cUserFlows')
