// Authorization codes and refresh tokens: what each stands for, and for how long.
import { randomBytes } from 'node:crypto'
import { realNowSeconds } from './world'
import type { Account } from './accounts'

/** The tokens that a person's sign-in allows the portal to get. */
export type Grant = {
  account: Account
  worldName: string
  sessionId: string
  scope: string
  nonce: string | undefined
  /** Authentication contexts that the sign-in satisfied. */
  acrs: readonly string[]
}

export type CodeGrant = Grant & {
  redirectUri: string
  codeChallenge: string
  issuedAtSeconds: number
  isRedeemed: boolean
}

export type RefreshGrant = Grant & {
  /** When the person signed in; a renewed token keeps it. */
  issuedAtSeconds: number
  state: 'good' | 'revoked' | 'expired'
}

export type Grants = {
  issueCode: (grant: Omit<CodeGrant, 'issuedAtSeconds' | 'isRedeemed'>) => string
  findCode: (code: string) => CodeGrant | undefined
  issueRefreshToken: (grant: Grant, issuedAtSeconds: number) => string
  findRefreshToken: (token: string) => RefreshGrant | undefined
  refreshTokens: () => Iterable<RefreshGrant>
}

export const codeLifetimeSeconds = 600
/** Entra: refresh tokens of a single-page app live for 24 hours from the sign-in, renewed or not. */
export const refreshLifetimeSeconds = 86_400

export function createGrants(): Grants {
  const codes = new Map<string, CodeGrant>()
  const refreshTokens = new Map<string, RefreshGrant>()
  return {
    issueCode: (grant) => {
      const issued = { ...grant, issuedAtSeconds: realNowSeconds(), isRedeemed: false }
      return addUnderNewName(codes, '1.', issued)
    },
    findCode: (code) => codes.get(code),
    issueRefreshToken: (grant, issuedAtSeconds) =>
      addUnderNewName(refreshTokens, '1.A', { ...grant, issuedAtSeconds, state: 'good' }),
    findRefreshToken: (token) => refreshTokens.get(token),
    refreshTokens: () => refreshTokens.values(),
  }
}

function addUnderNewName<Value>(table: Map<string, Value>, prefix: string, value: Value): string {
  const name = prefix + randomBytes(48).toString('base64url')
  table.set(name, value)
  return name
}
