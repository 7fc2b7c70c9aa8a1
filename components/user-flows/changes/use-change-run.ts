import { useEffect, useRef, useState } from 'react'
import { stepAccess } from '@/lib/client/user-flows/step-access'
import { useSession } from '@/lib/client/session/session'
import type { PendingChange } from '@/lib/domain/user-flows/pending-changes'
import {
  runChanges,
  waitingResults,
  type ChangeResult,
} from '@/lib/domain/user-flows/pending-changes-run'

/** Changes on their way to Graph, or their undoing. */
export type ChangeRun = {
  readonly kind: 'apply' | 'undo'
  readonly isOver: boolean
  readonly results: readonly ChangeResult[]
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
      access: stepAccess(flowReader),
      isStoppedByFailure,
      isLeft: () => page.current.isLeft,
      onProgress: (news) => setRun({ kind, isOver: false, results: news }),
    })
    if (page.current.isLeft) return
    const over = { kind, isOver: true, results }
    setRun(over)
    onOver(over)
  }
  return { run, start, forget: () => setRun(null) }
}
