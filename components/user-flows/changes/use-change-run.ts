import { useEffect, useRef, useState } from 'react'
import type { FlowReader } from '@/lib/client/user-flows/flow-reader'
import type { Problem } from '@/lib/client/problem'
import { useSession } from '@/lib/client/session'
import { explainProblem, isOutcomeUnknown } from '@/lib/domain/explain-problem'
import type { PendingChange } from '@/lib/domain/user-flows/pending-changes'
import {
  runChanges,
  waitingResults,
  type ChangeResult,
} from '@/lib/domain/user-flows/pending-changes-run'
import { shownAt } from '@/lib/domain/user-flows/place'

type Results = readonly ChangeResult<Problem>[]

/** Changes on their way to Graph, or their undoing. */
export type ChangeRun = {
  readonly kind: 'apply' | 'undo'
  readonly isOver: boolean
  readonly results: Results
}

type Wish = Pick<ChangeRun, 'kind'> & {
  readonly changes: readonly PendingChange[]
  readonly isStoppedByFailure: boolean
}

/** Sends changes and shows how far that has come. Nothing more is sent once the page is left. */
export function useChangeRun(onOver: (run: ChangeRun) => void) {
  const { flowReader } = useSession()
  const [run, setRun] = useState<ChangeRun | null>(null)
  const page = useRef({ isLeft: false })
  useEffect(() => {
    const { current } = page
    current.isLeft = false
    return () => {
      current.isLeft = true
    }
  }, [])

  const start = async ({ kind, changes, isStoppedByFailure }: Wish) => {
    setRun({ kind, isOver: false, results: waitingResults(changes) })
    const results = await runChanges(changes, {
      ...graphDeeds(flowReader),
      isStoppedByFailure,
      isLeft: () => page.current.isLeft,
      onProgress: (news: Results) => setRun({ kind, isOver: false, results: news }),
    })
    if (page.current.isLeft) return
    const over = { kind, isOver: true, results }
    setRun(over)
    onOver(over)
  }
  return { run, start, forget: () => setRun(null) }
}

const graphDeeds = (flowReader: FlowReader) => ({
  setStep: flowReader.setStep.bind(flowReader),
  shown: (place: PendingChange['place']) => shownAt(flowReader.known(), place),
  isUnknown: (problem: Problem) => isOutcomeUnknown(explainProblem(problem)),
})
