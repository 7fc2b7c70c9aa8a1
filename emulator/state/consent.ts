// Which permissions a person has agreed to in a world, and what is to be done about the others.
import type { World } from './world'
import type { Account } from './accounts'
import { permissions, type ParsedScopes, type Permission } from '../basics/permissions'

export type Consent =
  | { kind: 'given' }
  /** The person may agree on the consent page. */
  | { kind: 'missing'; permissions: Permission[] }
  /** Only an administrator could agree. */
  | { kind: 'refused'; permissions: Permission[] }

/** Everything consented for the portal, in the order of Graph's permission names. */
export function consentedPermissions(world: World, account: Account): Permission[] {
  const accepted = world.consents.get(account.username)
  const former = world.withdrawnConsents.has(account.username) ? [] : account.consented
  return permissions.filter(
    (permission) => former.includes(permission) || accepted?.has(permission),
  )
}

/** Takes back all that was consented, as deleting the portal's permission grants does. */
export function withdrawConsents(world: World, account: Account): void {
  world.consents.delete(account.username)
  world.withdrawnConsents.add(account.username)
}

/** Compares what is asked for with what is consented. `.default` asks for no more than is there. */
export function judgeConsent(world: World, account: Account, asked: ParsedScopes): Consent {
  const consented = consentedPermissions(world, account)
  const missing = asked.permissions.filter((permission) => !consented.includes(permission))
  if (missing.length === 0) return { kind: 'given' }
  const mayAgree = missing.every((permission) => account.mayConsentTo.includes(permission))
  return { kind: mayAgree ? 'missing' : 'refused', permissions: missing }
}

/** Remembers what was accepted on the consent page until the world is reset. */
export function rememberConsent(
  world: World,
  account: Account,
  accepted: readonly Permission[],
): void {
  const before = world.consents.get(account.username) ?? []
  world.consents.set(account.username, new Set([...before, ...accepted]))
}
