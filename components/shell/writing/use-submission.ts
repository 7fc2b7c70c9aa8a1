'use client'

import { useCallback, useRef, useState } from 'react'

/** The result of a submission: the form is left, or stays for another try. */
export type Outcome = 'done' | 'stay'

/**
 * Runs one submission at a time. State alone would let a second click through before the first
 * render, so the lock is a ref; and after a success it stays, since the form is still there until
 * the next page has come.
 */
export function useSubmission() {
  const isLocked = useRef(false)
  const [isBusy, setIsBusy] = useState(false)

  const run = useCallback(async (work: () => Promise<Outcome>): Promise<void> => {
    if (isLocked.current) return
    const setLock = (isNowLocked: boolean) => {
      isLocked.current = isNowLocked
      setIsBusy(isNowLocked)
    }
    setLock(true)
    const outcome = await work().catch((error: unknown) => {
      setLock(false)
      throw error
    })
    setLock(outcome === 'done')
  }, [])
  return { isBusy, run }
}
