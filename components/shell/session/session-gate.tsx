'use client'

import { usePathname } from 'next/navigation'
import {
  createElement,
  useEffect,
  useState,
  useSyncExternalStore,
  type ComponentProps,
  type ReactNode,
} from 'react'
import { isSessionExpected, subscribeToSession } from '@/lib/client/session/session-hint'
import { pages } from '@/lib/contract/routes'
import type { PortalSettings } from '@/lib/contract/settings'
import '../dialogs/history-steps' // must listen before Next does
import type { Portal } from './portal'

type SessionGateProps = {
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
export function SessionGate({ nonce, settings, signedOut, children }: SessionGateProps) {
  const path = usePathname()
  const isExpected = useSyncExternalStore(subscribeToSession, isSessionExpected, () => false)
  // Stays once it was there: it says why a sign-in failed, or that the session has ended.
  const [wasExpected, setWasExpected] = useState(false)
  if (isExpected && !wasExpected) setWasExpected(true)

  if (openPaths.includes(path)) return children
  const outside = path === pages.setup() ? children : signedOut
  if (!settings || !wasExpected) return <main className="outside">{outside}</main>
  return (
    <FetchedPortal nonce={nonce} settings={settings} isExpected={isExpected} signedOut={outside}>
      {children}
    </FetchedPortal>
  )
}

type Fetched = { readonly Portal: typeof Portal }

/**
 * Everything for signed-in people, Fluent and MSAL included, arrives only when it is needed. Waits
 * without suspending: what has suspended, React reveals 300 ms later at the soonest.
 */
function FetchedPortal(props: ComponentProps<typeof Portal>) {
  const [fetched, setFetched] = useState<Fetched | Error | null>(null)
  useEffect(() => void import('./portal').then(setFetched, setFetched), [])
  if (fetched instanceof Error) throw fetched // for the error page, which offers to try again
  return fetched && createElement(fetched.Portal, props)
}
