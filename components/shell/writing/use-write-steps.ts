'use client'

import { useCallback, useRef, useState } from 'react'
import type { WriteSteps } from '@/lib/client/writes/connector-writes'

/** The part of a write that runs: before it is sent it can be given up. Null while nothing runs. */
export type WritePhase = 'looking' | 'sending' | null

export function useWriteSteps() {
  const [phase, setPhase] = useState<WritePhase>(null)
  const running = useRef<AbortController | null>(null)
  const follow = useCallback(<End>(work: (steps: WriteSteps) => Promise<End>): Promise<End> => {
    const controller = new AbortController()
    running.current = controller
    setPhase('looking')
    const steps = { signal: controller.signal, onSending: () => setPhase('sending') }
    return work(steps).finally(() => setPhase(null))
  }, [])
  return {
    phase,
    follow,
    /** Gives it up; nothing happens once it has been sent. */
    cancel: useCallback(() => running.current?.abort(), []),
  }
}
