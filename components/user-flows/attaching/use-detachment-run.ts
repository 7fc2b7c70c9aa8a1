'use client'

import { useState } from 'react'
import type { Problem } from '@/lib/domain/problems/problem'
import { useSession } from '@/lib/client/session/session'
import { stepAccess } from '@/lib/client/user-flows/step-access'
import {
  planDetachment,
  toAttachAgain,
  toDetach,
  withState,
  type Detachment,
  type DetachmentState,
} from '@/lib/domain/user-flows/detachment'
import { changeStep, type StepOutcome } from '@/lib/domain/user-flows/step-change'
import type { Place } from '@/lib/domain/user-flows/user-flow'

/** The state of a place after each outcome of its change. */
type StateAfter = Readonly<Record<StepOutcome['kind'], DetachmentState>>

const afterDetaching: StateAfter = {
  done: 'detached',
  overtaken: 'taken',
  unsent: 'unclear',
  notDone: 'failed',
  unclear: 'unclear',
}
const afterAttaching: StateAfter = {
  done: 'attachedAgain',
  overtaken: 'taken',
  unsent: 'unclear',
  notDone: 'detached',
  unclear: 'unclear',
}

/** Takes a connector from its places, and back to them, one at a time until one fails. */
export function useDetachmentRun(connectorId: string) {
  const { flowReader } = useSession()
  const [detachment, setDetachment] = useState<Detachment>([])

  const changeAll = async (
    places: readonly Place[],
    change: { readonly from: string | null; readonly to: string | null },
    stateAfter: StateAfter,
  ): Promise<Problem | null> => {
    for (const place of places) {
      const mark = (state: DetachmentState) => setDetachment((run) => withState(run, place, state))
      mark('working')
      const outcome = await changeStep(stepAccess(flowReader), { place, ...change })
      mark(stateAfter[outcome.kind])
      if ('problem' in outcome) return outcome.problem
    }
    return null
  }
  return {
    detachment,
    /** Null when the connector is at none of these places any more; else why it stopped. */
    detach: (places: readonly Place[]): Promise<Problem | null> => {
      const plan = planDetachment(detachment, places)
      setDetachment(plan)
      return changeAll(toDetach(plan), { from: connectorId, to: null }, afterDetaching)
    },
    attachAgain: (): Promise<Problem | null> =>
      changeAll(toAttachAgain(detachment), { from: null, to: connectorId }, afterAttaching),
  }
}
