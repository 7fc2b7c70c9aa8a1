'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { PortalSettings } from '@/lib/contract/settings'
import { pages } from '@/lib/contract/routes'
import { accessToken } from './access-token'
import { createGraphClient, type GraphClient } from '../calls/graph'
import type { Problem, Result } from '@/lib/domain/problems/problem'
import type { DraftPlace } from '../storage/drafts'
import { Reauthentication } from './reauthentication'
import type { TokenSource } from '../calls/signed-call'
import {
  auditLogScopes,
  isForAnyTenant,
  mayReadAuditLog,
  mayReadOrganization,
  mayUseFlows,
  scopesFor,
  signIn,
  signInOnPage,
  signOut,
  userFlowScopes,
  type SessionStart,
  type SignedIn,
  type SignInNeeds,
} from './sign-in'
import { flowMemoryOf, type FlowMemory } from '../user-flows/flow-memory'
import { FlowReader } from '../user-flows/flow-reader'
import { WaitingRoom } from '../calls/waiting-room'

export type Session = {
  readonly settings: PortalSettings
  /** The person's name as the directory has it, and the name they sign in with. */
  readonly person: { readonly name: string; readonly username: string }
  /** The tenant that the person has signed in to. */
  readonly tenantId: string
  /** Whether the token that is there already lets the tenant's name be read. */
  readonly mayReadOrganization: () => Promise<boolean>
  /** Leaves to sign in with another account; null where the portal is set up for one tenant. */
  readonly signInElsewhere: (() => Promise<Result<never>>) | null
  /** Tells the accounts of one browser apart. */
  readonly accountId: string
  /** False when only reading was granted. */
  readonly mayWrite: boolean
  readonly graph: GraphClient
  /** The calls that wait because Microsoft asked for it. */
  readonly waitingRoom: WaitingRoom
  /** For calls of the portal's own API. */
  readonly token: TokenSource
  /** Signing in again beside the page, which keeps what is in it. */
  readonly reauthentication: Reauthentication
  /** Leaves for the sign-in page and comes back to this one: what is in the page is lost. */
  readonly signInOnPage: (needs: SignInNeeds) => Promise<Result<never>>
  /** The scopes and claims that end the problem. */
  readonly needsOf: (problem: Problem) => SignInNeeds
  /** To be granted the permission for user flows. */
  readonly flowNeeds: SignInNeeds
  /** Where this person's half-filled form of a page is kept. */
  readonly draftPlace: (path: string) => DraftPlace
  readonly signOut: () => Promise<void>
  /** The tenant's user flows, read once for all pages. */
  readonly flowReader: FlowReader
  /** The directory's own audit log, for which another permission is needed. */
  readonly auditLog: AuditLogAccess
  /** Why the person came back to this page without what they had left for. */
  readonly refusal: Problem | null
  /** Another person had left a half-filled form in this tab; it is gone. */
  readonly hasDroppedDraft: boolean
}

export type AuditLogAccess = {
  readonly graph: GraphClient
  readonly isGranted: () => Promise<boolean>
  /** The scopes and claims for it. */
  readonly needs: SignInNeeds
}

const SessionContext = createContext<Session | null>(null)

type SessionProviderProps = {
  readonly settings: PortalSettings
  readonly start: Extract<SessionStart, { kind: 'signedIn' }>
  readonly children: ReactNode
}

export function SessionProvider({ settings, start, children }: SessionProviderProps) {
  const session = useMemo(() => createSession(settings, start), [settings, start])
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
}

function createSession(
  settings: PortalSettings,
  { session: signedIn, refusal, hasDroppedDraft }: SessionProviderProps['start'],
): Session {
  const { account, access } = signedIn
  const connectorScopes = scopesFor(settings, access)
  const token: TokenSource = (needs) => accessToken(signedIn, connectorScopes, needs)
  const waitingRoom = new WaitingRoom()
  const flowMemory = flowMemoryOf(account.homeAccountId + account.tenantId)
  return {
    settings,
    waitingRoom,
    person: { name: account.name ?? account.username, username: account.username },
    accountId: account.homeAccountId,
    tenantId: account.tenantId,
    mayReadOrganization: () => mayReadOrganization(signedIn, connectorScopes),
    signInElsewhere: isForAnyTenant(settings)
      ? () => signIn(settings, { chooseAccount: true, returnTo: pages.connectors() })
      : null,
    mayWrite: access === 'write',
    graph: createGraphClient(token, waitingRoom),
    token,
    reauthentication: new Reauthentication(signedIn),
    signInOnPage: (needs) => signInOnPage(signedIn, needs),
    needsOf: (problem) => ({
      // A sign-in that asked for nothing by name was for the portal's own permissions.
      scopes:
        problem.kind === 'signIn' && problem.scopes.length > 0 ? problem.scopes : connectorScopes,
      claims: problem.claims,
    }),
    flowNeeds: { scopes: userFlowScopes(settings), claims: null },
    draftPlace: (path) => ({ accountId: account.homeAccountId, path }),
    signOut: () => {
      flowMemory.reading.forget()
      return signOut(signedIn)
    },
    flowReader: createFlowReader({ settings, signedIn, waitingRoom, memory: flowMemory }),
    auditLog: createAuditLogAccess(settings, signedIn, waitingRoom),
    refusal,
    hasDroppedDraft,
  }
}

function createAuditLogAccess(
  settings: PortalSettings,
  signedIn: SignedIn,
  waitingRoom: WaitingRoom,
): AuditLogAccess {
  const scopes = auditLogScopes(settings)
  return {
    graph: createGraphClient((needs) => accessToken(signedIn, scopes, needs), waitingRoom),
    isGranted: () => mayReadAuditLog(settings, signedIn),
    needs: { scopes, claims: null },
  }
}

type FlowReaderParts = {
  readonly settings: PortalSettings
  readonly signedIn: SignedIn
  readonly waitingRoom: WaitingRoom
  readonly memory: FlowMemory
}

function createFlowReader({
  settings,
  signedIn,
  waitingRoom,
  memory,
}: FlowReaderParts): FlowReader {
  const scopes = userFlowScopes(settings)
  return new FlowReader({
    graph: createGraphClient((needs) => accessToken(signedIn, scopes, needs), waitingRoom),
    graphRoot: settings.graphRoot,
    version: settings.graphVersion,
    isGranted: (effort) => mayUseFlows(settings, signedIn, effort === 'silent'),
    memory,
  })
}

/** The session of the signed-in person. Only for what is rendered below the sign-in gate. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider above it.')
  return session
}
