'use client'

/**
 * What signed-in people load: the portal and, from here on, its pages. A page's code leaves out what the
 * importer of the page already has, so both have to be imported by this one module.
 */
import { FetchPageProvider } from '@/components/shell/fetching/page-fetching'
import { Portal } from '@/components/shell/session/portal'
import type { PortalProps } from '@/components/shell/session/session-gate'
import { ScreensContext } from './screen'
import { fetchScreen, screens } from './screens'

// The page travels while MSAL looks for the session.
fetchScreen(window.location.pathname)

export const SignedIn = (props: PortalProps) => (
  <ScreensContext value={screens}>
    <FetchPageProvider value={fetchScreen}>
      <Portal {...props} />
    </FetchPageProvider>
  </ScreensContext>
)
