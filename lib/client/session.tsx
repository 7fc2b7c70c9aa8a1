'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { PortalSettings } from '@/lib/contract/settings'
import { accessToken } from './access-token'
import { createGraphClient, type GraphClient } from './graph'
import type { Result } from './problem'
import { signInAgain, signOut, type SignedIn } from './sign-in'

export type Session = {
  readonly settings: PortalSettings
  /** The person's name as the directory has it, and the name they sign in with. */
  readonly person: { readonly name: string; readonly username: string }
  /** False when only reading was granted. */
  readonly mayWrite: boolean
  readonly graph: GraphClient
  /** Leaves for the sign-in page and comes back to this one; `claims` as a challenge asked for. */
  readonly signInAgain: (claims: string | null) => Promise<Result<never>>
  readonly signOut: () => Promise<void>
}

const SessionContext = createContext<Session | null>(null)

type SessionProviderProps = {
  readonly settings: PortalSettings
  readonly signedIn: SignedIn
  readonly children: ReactNode
}

export function SessionProvider({ settings, signedIn, children }: SessionProviderProps) {
  const session = useMemo(() => createSession(settings, signedIn), [settings, signedIn])
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
}

function createSession(settings: PortalSettings, signedIn: SignedIn): Session {
  const { account, access } = signedIn
  return {
    settings,
    person: { name: account.name ?? account.username, username: account.username },
    mayWrite: access === 'write',
    graph: createGraphClient((needs) => accessToken(settings, signedIn, needs)),
    signInAgain: (claims) => signInAgain(settings, signedIn, claims),
    signOut: () => signOut(signedIn),
  }
}

/** The session of the signed-in person. Only for what is rendered below the sign-in gate. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider above it.')
  return session
}
