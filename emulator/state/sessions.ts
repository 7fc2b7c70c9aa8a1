// Who is signed in at the emulator itself, remembered by a cookie of the browser.
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { defaultWorldName, isWorldName } from './world'
import type { Account } from './accounts'

export type Session = {
  id: string
  account: Account
  worldName: string
  /** Authentication contexts proved in this session, such as `c1` after an extra verification. */
  acrs: Set<string>
}

export type Sessions = {
  start: (account: Account, worldName: string) => Session
  find: (id: string | undefined) => Session | undefined
  end: (id: string) => void
  all: () => Iterable<Session>
}

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>()
  return {
    start: (account, worldName) => {
      const id = randomBytes(16).toString('hex')
      const session: Session = { id, account, worldName, acrs: new Set() }
      sessions.set(id, session)
      return session
    },
    find: (id) => (id === undefined ? undefined : sessions.get(id)),
    end: (id) => void sessions.delete(id),
    all: () => sessions.values(),
  }
}

/** Browsers share the cookies of localhost between ports, so the name carries ours. */
function sessionCookieName(request: FastifyRequest): string {
  return `emulator-session-${request.socket.localPort}`
}

export function readSessionCookie(request: FastifyRequest): string | undefined {
  return readCookies(request).get(sessionCookieName(request))
}

export function writeSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  sessionId: string | null,
): void {
  const value = sessionId ?? ''
  const end = sessionId === null ? '; Max-Age=0' : ''
  const name = sessionCookieName(request)
  reply.header('set-cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${end}`)
}

/** The world that a test chose for its browser with the cookie `emulator-world`. */
export function readWorldCookie(request: FastifyRequest): string {
  const name = readCookies(request).get('emulator-world') ?? defaultWorldName
  return isWorldName(name) ? name : defaultWorldName
}

function readCookies(request: FastifyRequest): Map<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='))
  return new Map(pairs.map(([name, value]) => [name ?? '', value ?? '']))
}
