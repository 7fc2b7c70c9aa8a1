'use client'

import { useEffect, useState } from 'react'

/** Whole seconds to a moment (epoch milliseconds), counting down to zero. */
export function useSecondsTo(moment: number): number {
  const [now, setNow] = useState(Date.now)
  const isOver = now >= moment
  useEffect(() => {
    if (isOver) return undefined
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [isOver])
  return Math.max(0, Math.ceil((moment - now) / 1000))
}
