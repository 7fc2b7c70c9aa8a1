'use client'

import { useState } from 'react'
import { explainProblem, isOutcomeUnknown } from '@/lib/domain/problems/explain-problem'
import type { Problem } from '@/lib/domain/problems/problem'
import type { Sighting } from '@/lib/domain/write-outcome'
import { useSubmission } from '../writing/use-submission'

type Wish = {
  /** The failure of the write; null while there is nothing to look for. */
  readonly problem: Problem | null
  /** Looks whether it has happened, and goes on as if the answer had come if it has. */
  readonly check: () => Promise<Sighting>
  /** Sends it once more. */
  readonly again: () => void
}

export type LostWrite = ReturnType<typeof useLostWrite>

/** A write whose answer was lost: nothing sends it once more before it has been looked for. */
export function useLostWrite({ problem, check, again }: Wish) {
  const { isBusy, run } = useSubmission()
  const [last, setLast] = useState<{ of: Problem | null; sighting: Sighting } | null>(null)
  const isOpen = problem !== null && isOutcomeUnknown(explainProblem(problem))

  const lookAndSendAfter = (...mayFollow: readonly Sighting[]) =>
    void run(async () => {
      const sighting = await check()
      setLast({ of: problem, sighting })
      if (mayFollow.includes(sighting)) again()
      return 'stay'
    })
  return {
    /** Whether it is not known what has become of the write. */
    isOpen,
    isBusy,
    /** The result of the last look; null before the first. */
    sighting: last?.of === problem ? last.sighting : null,
    look: () => lookAndSendAfter(),
    /** For a button that says so: also where what was written cannot be read back. */
    lookAndSend: () => lookAndSendAfter('notSeen', 'hidden'),
    /** For the main button: while the outcome is open, it sends only what has certainly not happened. */
    send: isOpen ? () => lookAndSendAfter('notSeen') : again,
  }
}
