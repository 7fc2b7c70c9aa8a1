/** The faults of the matrix: each strikes one call of Graph once. */
import type { EmulatorControl, FaultRequest } from '../../../emulator/testing/control-client'
import type { Operation } from './operation'

type Strike = Omit<FaultRequest, 'path' | 'method' | 'times'>

type Fault = {
  /** As `docs/faults.md` calls it. */
  readonly words: string
  readonly strike: (operation: Operation) => Strike
  /** What the session loses besides, for good. */
  readonly takes?: (emulator: EmulatorControl) => Promise<void>
}

const status = (code: number, others: Partial<Strike> = {}) => ({
  strike: (): Strike => ({ kind: 'status', status: code, ...others }),
})

const refusal = (code: string, message: string) => ({ error: { code, message } })

const missingPermission = ({ about }: Operation) =>
  `The application does not have any of the required delegated permissions (${permission[about]}) to access the resource.`

const permission = {
  connectors: 'APIConnectors.ReadWrite.All',
  flows: 'IdentityUserFlow.ReadWrite.All',
} as const

/** Of a collection it is the address that Graph does not know. */
const absence = ({ isOnCollection }: Operation) =>
  isOnCollection
    ? refusal('BadRequest', "Resource not found for the segment 'identity'.")
    : refusal('AADB2C90073', 'This id cannot be found in the directory.')

const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } })

const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`

/** Longer than the portal waits for an answer, to a read or to a write. */
const silenceMs = 40_000

export const faults = {
  throttledFor: {
    words: '429, `Retry-After: 1`',
    ...status(429, { headers: { 'Retry-After': '1' } }),
  },
  throttled: { words: '429', ...status(429) },
  serverError: { words: '500', ...status(500) },
  gatewayPage: { words: '502, a page in HTML', strike: () => ({ kind: 'html' }) },
  unavailable: { words: '503', ...status(503) },
  gatewayTimeout: { words: '504', ...status(504) },
  reset: { words: 'connection reset before Graph acts', strike: () => ({ kind: 'reset' }) },
  lostAnswer: {
    words: 'connection lost after Graph has acted',
    strike: () => ({ kind: 'loseResponse' }),
  },
  truncated: { words: 'answer broken off halfway', strike: () => ({ kind: 'truncate' }) },
  notJson: {
    words: '200, not JSON',
    ...status(200, { body: '{"value":', headers: { 'content-type': 'application/json' } }),
  },
  silence: {
    words: 'no answer within 30 s, before Graph acts',
    strike: () => ({ kind: 'delay', delayMs: silenceMs }),
  },
  silenceAfter: {
    words: 'no answer within 30 s, after Graph has acted',
    strike: () => ({ kind: 'delay', delayMs: silenceMs, applied: true }),
  },
  tokenExpired: { words: '401, token expired', ...status(401) },
  noScope: {
    words: '403, permission missing',
    strike: (operation) => ({
      kind: 'status',
      status: 403,
      body: refusal('AADB2C', missingPermission(operation)),
    }),
  },
  noRole: { words: '403, role missing', ...status(403) },
  absent: {
    words: '404',
    strike: (operation) => ({ kind: 'status', status: 404, body: absence(operation) }),
  },
  conflict: { words: '409', ...status(409) },
  // The last one, because of what it takes.
  claimsChallenge: {
    words: '401, claims challenge',
    ...status(401, { headers: { 'WWW-Authenticate': challenge } }),
    takes: (emulator) => emulator.revoke({ sessions: true, refreshTokens: true }),
  },
} as const satisfies Readonly<Record<string, Fault>>

export type FaultName = keyof typeof faults

const names = Object.keys(faults) as FaultName[] // the keys of a constant

export const faultNames: readonly FaultName[] = names

/** Strikes the next such call. */
export async function strike(emulator: EmulatorControl, operation: Operation, name: FaultName) {
  const fault: Fault = faults[name]
  await fault.takes?.(emulator)
  await emulator.faults({ ...operation.call, ...fault.strike(operation) })
}

/** After it the session is of no more use. */
export function isLasting(name: FaultName): boolean {
  const fault: Fault = faults[name]
  return fault.takes !== undefined
}
