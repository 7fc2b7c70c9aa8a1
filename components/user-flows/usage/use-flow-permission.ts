'use client'

import { useState } from 'react'
import { useSignedInSince } from '@/components/shell/notices/sign-in-again'
import { useSession } from '@/lib/client/session/session'

/** Reads the flows as soon as a sign-in window has brought the permission; gives when that began. */
export function useFlowPermission(): number {
  const { flowReader } = useSession()
  const [since] = useState(() => Date.now())
  useSignedInSince(since, () => void flowReader.readIfStale('silent'))
  return since
}
