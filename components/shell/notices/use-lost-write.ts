'use client'

import { useRef, useState } from 'react'
import { explainProblem, isOutcomeUnknown } from '@/lib/domain/problems/explain-problem'
import type { Problem } from '@/lib/domain/problems/problem'
import type { Sighting } from '@/lib/domain/write-outcome'

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
  const [last, setLast] = useState<{ of: Problem | null; sighting: Sighting | null } | null>(null)
  const isLooking = useRef(false)
  const [isBusy, setIsBusy] = useState(false)

  const look = async (): Promise<Sighting | null> => {
    if (isLooking.current) return null
    isLooking.current = true
    setIsBusy(true)
    const sighting = await check()
    isLooking.current = false
    setIsBusy(false)
    setLast({ of: problem, sighting })
    return sighting
  }
  const lookAndSendAfter = async (mayFollow: readonly Sighting[]) => {
    const sighting = await look()
    if (sighting && mayFollow.includes(sighting)) again()
  }
  return {
    /** Whether it is not known what has become of the write. */
    isOpen: problem !== null && isOutcomeUnknown(explainProblem(problem)),
    isBusy,
    /** The result of the last look; null before the first. */
    sighting: last?.of === problem ? last.sighting : null,
    look: () => void look(),
    /** For a button that says so: also where what was written cannot be read back. */
    lookAndSend: () => void lookAndSendAfter(['notSeen', 'hidden']),
    /** For the main button, which says nothing of it: only what has certainly not happened. */
    sendIfNotSeen: () => void lookAndSendAfter(['notSeen']),
  }
}
