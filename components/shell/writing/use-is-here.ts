'use client'

import { useCallback, useEffect, useRef } from 'react'

/** Tells whether the component is still shown; work that it has begun may end after it. */
export function useIsHere(): () => boolean {
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  return useCallback(() => isShown.current, [])
}
