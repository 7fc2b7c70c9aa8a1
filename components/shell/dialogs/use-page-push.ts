'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import { useFetchPage } from '../fetching/page-fetching'

/**
 * Goes to a page of the portal. Offline the browser would show its own error page in its place, so the last
 * page that was wished for waits for the network.
 */
export function usePagePush(): (href: string) => void {
  const router = useRouter()
  const fetchPage = useFetchPage()
  const waiting = useRef<string | null>(null)
  useEffect(() => {
    const goOn = () => {
      if (waiting.current !== null) router.push(waiting.current)
      waiting.current = null
    }
    window.addEventListener('online', goOn)
    return () => window.removeEventListener('online', goOn)
  }, [router])
  return useCallback(
    (href) => {
      if (navigator.onLine) {
        fetchPage(href) // beside what the server sends of it
        router.push(href)
      } else waiting.current = href
    },
    [router, fetchPage],
  )
}
