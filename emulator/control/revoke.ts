// Ending sessions, refresh tokens and consents from outside, as an administrator could.
import { isText, type JsonObject } from '../basics/checks'
import type { EmulatorContext } from '../state/context'
import { accounts, findAccount, type Account } from '../state/accounts'
import { withdrawConsents } from '../state/consent'
import type { World } from '../state/world'
import { ControlProblem, readChoice, readProperty } from './control-input'

export const revokeProperties = ['user', 'sessions', 'refreshTokens', 'consents', 'as']

/** Ends what the body names, of one person or of everybody who signed in to these worlds. */
export function revoke(
  { sessions, grants }: EmulatorContext,
  worlds: readonly World[],
  body: JsonObject,
): void {
  const account = readAccount(body)
  const isMeant = (owned: { account: Account; worldName: string }) =>
    worlds.some(
      ({ name, tenant }) => owned.worldName === name && owned.account.tenant === tenant,
    ) &&
    (account === undefined || owned.account === account)
  const state = readChoice(body, 'as', ['revoked', 'expired'] as const) ?? 'revoked'
  if (readFlag(body, 'sessions')) {
    const ended = [...sessions.all()].filter(isMeant)
    ended.forEach(({ id }) => sessions.end(id))
  }
  if (readFlag(body, 'refreshTokens')) {
    const ended = [...grants.refreshTokens()].filter(isMeant)
    ended.forEach((grant) => Object.assign(grant, { state }))
  }
  if (readFlag(body, 'consents')) {
    const concerned = account ? [account] : accounts
    for (const world of worlds) {
      concerned.forEach((person) => {
        withdrawConsents(world, person)
      })
    }
  }
}

function readAccount(body: JsonObject): Account | undefined {
  const user = readProperty(body, 'user', { check: isText, expects: 'a user name' })
  if (user === undefined) return undefined
  const account = findAccount(user)
  if (!account) throw new ControlProblem(`There is no user "${user}".`)
  return account
}

function readFlag(body: JsonObject, name: string): boolean {
  const flag = { check: isFlag, expects: 'true or false' }
  return readProperty(body, name, flag) ?? false
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean'
}
