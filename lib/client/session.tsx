'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { PortalSettings } from '@/lib/contract/settings'
import { accessToken } from './access-token'
import { createGraphClient, type GraphClient } from './graph'
import type { Problem, Result } from './problem'
import {
  mayUseFlows,
  scopesFor,
  signInAgain,
  signOut,
  userFlowScopes,
  type SignedIn,
} from './sign-in'
import { FlowReader } from './user-flows/flow-reader'
import { WaitingRoom } from './waiting-room'

export type Session = {
  readonly settings: PortalSettings
  /** The person's name as the directory has it, and the name they sign in with. */
  readonly person: { readonly name: string; readonly username: string }
  /** False when only reading was granted. */
  readonly mayWrite: boolean
  readonly graph: GraphClient
  /** The calls that wait because Microsoft asked for it. */
  readonly waitingRoom: WaitingRoom
  /** Leaves for the sign-in page and comes back to this one; `claims` as a challenge asked for. */
  readonly signInAgain: (claims: string | null) => Promise<Result<never>>
  readonly signOut: () => Promise<void>
  /** The tenant's user flows, read once for all pages. */
  readonly flowReader: FlowReader
  /** Leaves to be granted the permission for user flows, and comes back to this page. */
  readonly askForFlows: () => Promise<Result<never>>
  /** Why the person came back to this page without the permission they had left for. */
  readonly refusal: Problem | null
}

const SessionContext = createContext<Session | null>(null)

type SessionProviderProps = {
  readonly settings: PortalSettings
  readonly signedIn: SignedIn
  readonly refusal: Problem | null
  readonly children: ReactNode
}

export function SessionProvider({ settings, signedIn, refusal, children }: SessionProviderProps) {
  const session = useMemo(
    () => createSession(settings, signedIn, refusal),
    [settings, signedIn, refusal],
  )
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
}

function createSession(
  settings: PortalSettings,
  signedIn: SignedIn,
  refusal: Problem | null,
): Session {
  const { account, access } = signedIn
  const connectorScopes = scopesFor(settings, access)
  const waitingRoom = new WaitingRoom()
  return {
    settings,
    waitingRoom,
    person: { name: account.name ?? account.username, username: account.username },
    mayWrite: access === 'write',
    graph: createGraphClient((needs) => accessToken(signedIn, connectorScopes, needs), waitingRoom),
    signInAgain: (claims) => signInAgain(signedIn, connectorScopes, claims),
    signOut: () => signOut(signedIn),
    flowReader: createFlowReader(settings, signedIn, waitingRoom),
    askForFlows: () => signInAgain(signedIn, userFlowScopes(settings)),
    refusal,
  }
}

function createFlowReader(
  settings: PortalSettings,
  signedIn: SignedIn,
  waitingRoom: WaitingRoom,
): FlowReader {
  const scopes = userFlowScopes(settings)
  return new FlowReader({
    graph: createGraphClient((needs) => accessToken(signedIn, scopes, needs), waitingRoom),
    graphRoot: settings.graphRoot,
    version: settings.graphVersion,
    isGranted: (effort) => mayUseFlows(settings, signedIn, effort === 'silent'),
  })
}

/** The session of the signed-in person. Only for what is rendered below the sign-in gate. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider above it.')
  return session
}
