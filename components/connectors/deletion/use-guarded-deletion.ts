'use client'

import { useMemo, useState } from 'react'
import { useSubmission } from '@/components/shell/writing/use-submission'
import { useDisplayName } from '@/components/shell/basics/use-display-name'
import { useConclusion } from '@/components/shell/notices/use-conclusion'
import type { Sighting } from '@/lib/domain/write-outcome'
import { useConnectorWrites } from '@/lib/client/writes/use-connector-writes'
import { useLostWrites } from '@/lib/client/writes/use-lost-writes'
import { useLostWrite, type LostWrite } from '@/components/shell/notices/use-lost-write'
import { methodOf, type Problem } from '@/lib/domain/problems/problem'
import { useSession } from '@/lib/client/session/session'
import type { UserFlows } from '@/lib/domain/user-flows/user-flow'
import type { FlowReader } from '@/lib/client/user-flows/flow-reader'
import { useCallersFirst, useUserFlows } from '@/lib/client/use-user-flows'
import type { Connector } from '@/lib/contract/connector'
import { pages } from '@/lib/contract/routes'
import { nameToType } from '@/lib/domain/name-to-type'
import { connectorUsage, usageIndex } from '@/lib/domain/user-flows/connector-usage'
import {
  deletionGuard,
  needsName,
  type DeletionGuard,
} from '@/lib/domain/user-flows/deletion-guard'
import { toAttachAgain, withPlaces, type Detachment } from '@/lib/domain/user-flows/detachment'
import { placeFlowKey } from '@/lib/domain/user-flows/place'
import { useDetachmentRun } from '@/components/user-flows/attaching/use-detachment-run'

export type GuardedDeletion = {
  readonly known: UserFlows
  readonly guard: DeletionGuard
  readonly skipChecking: () => void
  readonly confirmation: {
    readonly isNeeded: boolean
    readonly typed: string
    readonly type: (text: string) => void
  }
  readonly detachment: Detachment
  /** The running step; null while the person is asked. */
  readonly phase: 'detaching' | 'deleting' | 'attachingAgain' | null
  /** Why it stopped before the end. */
  readonly problem: Problem | null
  readonly mayDelete: boolean
  readonly remove: () => void
  /** Null unless it is not known whether the connector was deleted. */
  readonly lostWrite: LostWrite | null
  readonly canAttachAgain: boolean
  readonly attachAgain: () => void
}

/** Deletes a connector after it was taken from all the steps that call it. */
export function useGuardedDeletion(connector: Connector, announcement: string): GuardedDeletion {
  const { id } = connector
  const known = useUserFlows('silent')
  const [mayWait, setMayWait] = useState(true)
  // Each step that is changed is read again: the question must not change under way because of it.
  const [heldGuard, setHeldGuard] = useState<DeletionGuard | null>(null)
  const [phase, setPhase] = useState<GuardedDeletion['phase']>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const guard = heldGuard ?? deletionGuard(known, id, mayWait)
  const confirmation = useTypedName(connector, needsName(guard))
  const steps = useDetachmentRun(id)
  const removal = useRemoval(connector, announcement)
  const { run } = useSubmission()
  const places = guard.kind === 'used' ? guard.places : []
  useCallersFirst(useMemo(() => connectorUsage(known, id), [known, id]))

  const work = async (): Promise<Problem | null> => {
    setPhase(places.length > 0 || steps.detachment.length > 0 ? 'detaching' : 'deleting')
    const stopped = await steps.detach(places)
    if (stopped) return stopped
    setPhase('deleting')
    return removal.remove()
  }
  const attachAgain = async () => {
    setPhase('attachingAgain')
    return steps.attachAgain()
  }
  /** Ends in a further question unless the connector is gone, and with it this page. */
  const runHeld = (held: () => Promise<Problem | null>, isLast: boolean) =>
    void run(async () => {
      setHeldGuard(guard)
      setProblem(null)
      const stopped = await held()
      setProblem(stopped)
      if (!stopped && isLast) return 'done'
      setHeldGuard(null)
      setPhase(null)
      return 'stay'
    })
  const remove = () => runHeld(work, true)
  const lostWrite = useLostDeletion(problem, { check: removal.check, again: remove })
  return {
    known,
    guard,
    skipChecking: () => setMayWait(false),
    confirmation,
    detachment: withPlaces(steps.detachment, places),
    phase,
    problem,
    mayDelete: guard.kind !== 'checking' && (!confirmation.isNeeded || confirmation.isRight),
    remove: lostWrite.send,
    lostWrite: lostWrite.isOpen ? lostWrite : null,
    canAttachAgain: toAttachAgain(steps.detachment).length > 0,
    attachAgain: () => runHeld(attachAgain, false),
  }
}

type Finding = Pick<Parameters<typeof useLostWrite>[0], 'check' | 'again'>

/** About the deletion itself: a detaching that was lost is looked at by its own run. */
function useLostDeletion(problem: Problem | null, finding: Finding): LostWrite {
  const isDeletion = problem !== null && methodOf(problem) === 'DELETE'
  return useLostWrite({ problem: isDeletion ? problem : null, ...finding })
}

/** The name of the connector, typed by hand; a connector without one is confirmed by its id. */
function useTypedName(connector: Connector, isNeeded: boolean) {
  const [typed, setTyped] = useState('')
  return { isNeeded, typed, type: setTyped, isRight: typed.trim() === nameToType(connector) }
}

function useRemoval({ id, displayName }: Connector, announcement: string) {
  const name = useDisplayName()(displayName)
  const writes = useConnectorWrites()
  const { findDeleted } = useLostWrites()
  const { conclude: finish, tellProblem } = useConclusion()
  const { flowReader } = useSession()

  const remove = async (): Promise<Problem | null> => {
    const result = await writes.remove(id)
    if (!result.ok) {
      // A flow uses it after all, so what is known of the flows is not true any more.
      if (result.problem.status === 409) void flowReader.readAll()
      tellProblem(name, result.problem)
      return result.problem
    }
    conclude()
    return null
  }
  const conclude = () => {
    readUsers(flowReader, id)
    finish({ sentence: announcement, page: pages.connectors() })
  }
  const check = async (): Promise<Sighting> => {
    const { kind } = await findDeleted(id)
    if (kind === 'gone') conclude()
    return kind === 'gone' ? 'happened' : kind
  }
  return { remove, check }
}

/** Microsoft may have cleared the steps of flows that were found to use it since. */
function readUsers(reader: FlowReader, connectorId: string): void {
  const places = usageIndex(reader.known()).places.get(connectorId) ?? []
  const flows = new Map(places.map((place) => [placeFlowKey(place), place]))
  for (const { kind, flowId } of flows.values()) {
    void reader.readFlow({ kind, id: flowId, type: null })
  }
}
