'use client'

import { MsalProvider } from '@azure/msal-react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { SWRConfig, type SWRConfiguration } from 'swr'
import { createReadingCache } from '@/lib/client/reading-cache'
import { SessionProvider } from '@/lib/client/session/session'
import { startSession, type SessionStart } from '@/lib/client/session/sign-in'
import type { PortalSettings } from '@/lib/contract/settings'
import { Appearance } from '../frame/appearance'
import { NavigationGuard } from '../dialogs/navigation-guard'
import { PortalFrame } from '../frame/portal-frame'
import type { PortalProps } from './session-gate'
import { SignInProblem } from './sign-in-problem'

/** The portal for people with a session; it finds the session first. */
export function Portal({ nonce, settings, isExpected, signedOut, children }: PortalProps) {
  const start = useSessionStart(settings)
  const hasEnded = useEnd(start?.kind === 'signedIn', isExpected)

  if (!start) return null
  if (start.kind === 'signedOut' || hasEnded) {
    return (
      <main className="outside">
        {start.kind === 'signedOut' && start.problem && (
          <Appearance nonce={nonce} isInset>
            <SignInProblem problem={start.problem} settings={settings} />
          </Appearance>
        )}
        {hasEnded && (
          <Appearance nonce={nonce} isInset>
            <Ended />
          </Appearance>
        )}
        {signedOut}
      </main>
    )
  }
  return (
    <Appearance nonce={nonce}>
      <MsalProvider instance={start.session.client}>
        <SessionProvider settings={settings} start={start}>
          <SWRConfig value={readingRules}>
            <NavigationGuard>
              <PortalFrame>{children}</PortalFrame>
            </NavigationGuard>
          </SWRConfig>
        </SessionProvider>
      </MsalProvider>
    </Appearance>
  )
}

/** For a window in which somebody was at work when the session was ended elsewhere. */
const Ended = () => <p role="status">{useTranslations('signIn')('ended')}</p>

/**
 * Reads spare Graph, which allows 200 requests a minute per application (Graph: throttling limits):
 * errors are shown, not repeated behind the person's back, and focus refreshes once a minute.
 */
const readingRules: SWRConfiguration = {
  provider: createReadingCache, // ends with the session: the next person sees none of it
  shouldRetryOnError: false,
  focusThrottleInterval: 60_000,
  dedupingInterval: 2_000,
}

/** MSAL is outside React: its answer is awaited once for the page. */
function useSessionStart(settings: PortalSettings): SessionStart | null {
  const [start, setStart] = useState<SessionStart | null>(null)
  useEffect(() => {
    const page = { isLeft: false }
    void startSession(settings).then((value) => {
      if (!page.isLeft) setStart(value)
    })
    return () => {
      page.isLeft = true
    }
  }, [settings])
  return start
}

/**
 * True from the end of the session on. Somebody else may sign in then: nothing of the former session
 * may be left in this page, so it starts anew.
 */
function useEnd(isSignedIn: boolean, isExpected: boolean): boolean {
  const [hasEnded, setHasEnded] = useState(false)
  if (isSignedIn && !isExpected && !hasEnded) setHasEnded(true)
  useEffect(() => {
    if (hasEnded && isExpected) window.location.reload()
  }, [hasEnded, isExpected])
  return hasEnded
}
