'use client'

import { fetched } from '@/components/shell/fetching/fetched'
import {
  SessionGate as Gate,
  type PortalProps,
  type SessionGateProps,
} from '@/components/shell/session/session-gate'
import { isSessionExpected } from '@/lib/client/session/session-hint'

const portal = fetched<PortalProps>(() => import('./signed-in').then(({ SignedIn }) => SignedIn))

// Before React is there: most visits are by people with a session.
if (typeof window !== 'undefined' && isSessionExpected()) portal.prefetch()

/** The gate with what is behind it. */
export const SessionGate = (props: Omit<SessionGateProps, 'portal'>) => (
  <Gate {...props} portal={portal} />
)
