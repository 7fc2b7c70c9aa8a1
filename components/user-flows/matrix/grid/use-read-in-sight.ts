import { useEffect, type RefObject } from 'react'
import { useSession } from '@/lib/client/session/session'
import { flowKey } from '@/lib/domain/user-flows/known-flows'
import type { FlowEntry } from '@/lib/domain/user-flows/user-flow'
import type { MatrixView } from './use-matrix-view'

/** Has the flows that can be seen, and the one that a link has led to, read before the others. */
export function useReadInSight(
  grid: RefObject<HTMLTableElement | null>,
  flows: readonly FlowEntry[],
  { flowId }: MatrixView,
): void {
  const { flowReader } = useSession()
  // What is read of a flow moves no row.
  const order = flows.map(({ flow }) => flowKey(flow)).join('\n')
  const target = flows.find(({ flow }) => flow.id === flowId)?.flow
  const targetKey = target && flowKey(target)
  useEffect(() => {
    const keys = order.split('\n')
    const rows = Array.from(grid.current?.tBodies[0]?.rows ?? [])
    const keyOf = new Map<Element, string>(rows.map((row, index) => [row, keys[index] ?? '']))
    const inSight = new Set(targetKey ? [targetKey] : [])
    const observer = new IntersectionObserver((sightings) => {
      for (const { target: row, isIntersecting } of sightings) {
        const key = keyOf.get(row) ?? ''
        if (isIntersecting) inSight.add(key)
        else if (key !== targetKey) inSight.delete(key)
      }
      flowReader.readFirst(new Set(inSight))
    })
    for (const row of rows) observer.observe(row)
    return () => {
      observer.disconnect()
      flowReader.readFirst(new Set())
    }
  }, [grid, order, targetKey, flowReader])
}
