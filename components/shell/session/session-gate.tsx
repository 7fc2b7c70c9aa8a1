'use client'

import { usePathname } from 'next/navigation'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { isSessionExpected, subscribeToSession } from '@/lib/client/session/session-hint'
import { pages } from '@/lib/contract/routes'
import type { PortalSettings } from '@/lib/contract/settings'
import '../dialogs/history-steps' // must listen before Next does
import type { Fetched } from '../fetching/fetched'
import { FetchedPart } from '../fetching/fetched-part'

export type PortalProps = {
  readonly nonce: string | undefined
  readonly settings: PortalSettings
  /** False once the session has ended, here or in another tab. */
  readonly isExpected: boolean
  readonly signedOut: ReactNode
  readonly children: ReactNode
}

export type SessionGateProps = {
  /** Everything for signed-in people, Fluent and MSAL included, arrives only when it is needed. */
  readonly portal: Fetched<PortalProps>
  readonly nonce: string | undefined
  /** Null when the server is not configured: then nobody can sign in. */
  readonly settings: PortalSettings | null
  /** The page of a visitor without a session; rendered by the server. */
  readonly signedOut: ReactNode
  readonly children: ReactNode
}

/** Pages that never start a session: MSAL's answer page and the one after sign-out. */
const openPaths: readonly string[] = [pages.redirect(), pages.signedOut()]

/** Nothing below it is rendered for visitors without a session, except the open pages and Setup. */
export function SessionGate({ portal, nonce, settings, signedOut, children }: SessionGateProps) {
  const path = usePathname()
  const isExpected = useSyncExternalStore(subscribeToSession, isSessionExpected, () => false)
  // Stays once it was there: it says why a sign-in failed, or that the session has ended.
  const [wasExpected, setWasExpected] = useState(false)
  if (isExpected && !wasExpected) setWasExpected(true)

  if (openPaths.includes(path)) return children
  const outside = path === pages.setup() ? children : signedOut
  if (!settings || !wasExpected) return <main className="outside">{outside}</main>
  return (
    <FetchedPart
      part={portal}
      props={{ nonce, settings, isExpected, signedOut: outside, children }}
    />
  )
}
