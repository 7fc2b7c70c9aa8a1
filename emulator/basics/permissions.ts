// The delegated permissions of Microsoft Graph that exist here, and how a scope names one.
import { graphRoots } from './registration'

export const permissions = [
  'APIConnectors.Read.All',
  'APIConnectors.ReadWrite.All',
  'AuditLog.Read.All',
  'IdentityUserFlow.Read.All',
  'IdentityUserFlow.ReadWrite.All',
  'User.Read',
] as const
export type Permission = (typeof permissions)[number]

/** Shown on the consent page, in the words of Graph's permission reference. */
export const permissionTitles: Record<Permission, string> = {
  'APIConnectors.Read.All': 'Read API connectors for authentication flows',
  'APIConnectors.ReadWrite.All': 'Read and write API connectors for authentication flows',
  'AuditLog.Read.All': 'Read audit log data',
  'IdentityUserFlow.Read.All': 'Read all identity user flows',
  'IdentityUserFlow.ReadWrite.All': 'Read and write all identity user flows',
  'User.Read': 'Sign in and read user profile',
}

const openIdScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access']

export type ParsedScopes = {
  /** Scopes of OpenID Connect itself, as asked. */
  openId: string[]
  permissions: Permission[]
  /** `{root}/.default`: whatever is consented already. */
  asksForDefault: boolean
  /** How the first permission was spelled before its name: a Graph root and a slash, or nothing. */
  prefix: string
  unknownResource: string | null
  unknownScope: string | null
}

/** Reads the blank-separated `scope` parameter. A permission's name is matched without regard to case. */
export function parseScopes(scope: string, ownUrl: string): ParsedScopes {
  const asked = scope.split(/\s+/).filter((word) => word !== '')
  const openId = asked.filter((word) => openIdScopes.includes(word))
  const resources = asked.filter((word) => !openId.includes(word)).map(splitScope)
  const names = resources.map(({ name }) => name)
  return {
    openId,
    permissions: [...new Set(names.flatMap((name) => findPermission(name) ?? []))],
    asksForDefault: names.includes('.default'),
    prefix: resources[0]?.prefix ?? '',
    unknownResource:
      resources.find(({ prefix }) => !isGraphPrefix(prefix, ownUrl))?.prefix.slice(0, -1) ?? null,
    unknownScope: names.find((name) => name !== '.default' && !findPermission(name)) ?? null,
  }
}

function findPermission(name: string): Permission | undefined {
  return permissions.find((permission) => permission.toLowerCase() === name.toLowerCase())
}

function splitScope(scope: string): { prefix: string; name: string } {
  const end = scope.lastIndexOf('/') + 1
  return { prefix: scope.slice(0, end), name: scope.slice(end) }
}

/** A bare permission name means Microsoft Graph, as in Entra. */
function isGraphPrefix(prefix: string, ownUrl: string): boolean {
  const roots = [...graphRoots, ownUrl, ownUrl.replace('//localhost', '//127.0.0.1')]
  return prefix === '' || roots.some((root) => prefix === `${root}/`)
}
