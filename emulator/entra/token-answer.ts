// The answer of the token endpoint: an id token, an access token for Graph and a refresh token.
import { createHash, randomBytes } from 'node:crypto'
import type { JWTPayload } from 'jose'
import type { EmulatorContext } from '../state/context'
import type { Directory } from '../basics/directories'
import { applicationName, clientId, graphApplicationId } from '../basics/registration'
import { realNowSeconds } from '../state/world'
import { opaqueLoginHint, type Account } from '../state/accounts'
import type { RequestedClaims } from './claims-request'
import { consentedPermissions } from '../state/consent'
import { refreshLifetimeSeconds, type Grant } from '../state/grants'
import { parseScopes, type ParsedScopes, type Permission } from '../basics/permissions'

/** @param tenant its id, or Entra's placeholder where the account will decide about the tenant */
export function issuerOf({ addresses }: EmulatorContext, tenant: string): string {
  return `${addresses.url}/${tenant}/v2.0`
}

/** Base64url of `{"uid","utid"}`; MSAL builds its account id from it. */
export function clientInfo(account: Account): string {
  return Buffer.from(JSON.stringify({ uid: account.objectId, utid: account.tenant.id })).toString(
    'base64url',
  )
}

type AccessTokenRequest = {
  account: Account
  worldName: string
  permissions: readonly Permission[]
  lifetimeSeconds: number
  /** Claims beyond the usual ones, such as `acrs` and `xms_cc`. */
  claims: Record<string, unknown>
}

/** An access token for Microsoft Graph. A negative lifetime gives one that has run out. */
export async function createAccessToken(
  context: EmulatorContext,
  { account, worldName, permissions, lifetimeSeconds, claims }: AccessTokenRequest,
): Promise<string> {
  return context.signer.sign({
    ...commonClaims(context, account, lifetimeSeconds),
    aud: graphApplicationId,
    app_displayname: applicationName,
    appid: clientId,
    azp: clientId,
    azpacr: '0',
    idtyp: 'user',
    scp: permissions.join(' '),
    upn: account.username,
    wids: [...account.roles],
    tid: tenantIdIn(worldName, account.tenant),
    emulator_world: worldName,
    ...claims,
  })
}

/** Each world's tenant is one of its own to whoever counts what its people do; sign-in does not tell them apart. */
function tenantIdIn(worldName: string, { id }: Directory): string {
  if (worldName === 'default') return id
  const digits = createHash('sha256').update(`${worldName} ${id}`).digest('hex')
  return [digits.slice(0, 8), digits.slice(8, 12), '4000', '8000', digits.slice(12, 24)].join('-')
}

/**
 * The token endpoint's answer. As in Entra the access token carries every permission consented for
 * the portal, not only those asked for, and `scope` lists them in the spelling that was asked.
 */
export async function createTokenAnswer(
  context: EmulatorContext,
  grant: Grant,
  { claims, signedInAtSeconds }: { claims: RequestedClaims; signedInAtSeconds: number },
) {
  const world = context.worlds.find(grant.worldName, grant.account.tenant.kind)
  const lifetimeSeconds = world.settings.accessTokenSeconds
  const permissions = consentedPermissions(world, grant.account)
  const asked = parseScopes(grant.scope, context.addresses.url)
  const refreshToken = context.grants.issueRefreshToken(grant, signedInAtSeconds)
  return {
    token_type: 'Bearer',
    scope: writeScope(asked, permissions),
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: await createAccessToken(context, {
      account: grant.account,
      worldName: grant.worldName,
      permissions,
      lifetimeSeconds,
      claims: grantedClaims(grant, claims),
    }),
    ...(asked.openId.includes('offline_access')
      ? { refresh_token: refreshToken, refresh_token_expires_in: remaining(signedInAtSeconds) }
      : {}),
    ...(asked.openId.includes('openid') ? { id_token: await createIdToken(context, grant) } : {}),
    client_info: clientInfo(grant.account),
  }
}

function grantedClaims(grant: Grant, { clientCapabilities }: RequestedClaims) {
  return {
    ...(grant.acrs.length === 0 ? {} : { acrs: [...grant.acrs] }),
    ...(clientCapabilities.length === 0 ? {} : { xms_cc: clientCapabilities }),
  }
}

async function createIdToken(context: EmulatorContext, grant: Grant): Promise<string> {
  return context.signer.sign({
    ...commonClaims(context, grant.account, 3600),
    aud: clientId,
    login_hint: opaqueLoginHint(grant.account),
    rh: '0.',
    sid: grant.sessionId,
    ...(grant.nonce === undefined ? {} : { nonce: grant.nonce }),
  })
}

function commonClaims(
  context: EmulatorContext,
  account: Account,
  lifetimeSeconds: number,
): JWTPayload {
  const now = realNowSeconds()
  // A token that has run out was issued before it ran out.
  const issuedAt = lifetimeSeconds > 0 ? now : now + lifetimeSeconds - 3600
  return {
    iss: issuerOf(context, account.tenant.id),
    iat: issuedAt,
    nbf: issuedAt,
    exp: now + lifetimeSeconds,
    name: account.displayName,
    oid: account.objectId,
    preferred_username: account.username,
    sub: createHash('sha256')
      .update(account.objectId + clientId)
      .digest('base64url'),
    tid: account.tenant.id,
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
  }
}

function writeScope(asked: ParsedScopes, permissions: readonly Permission[]): string {
  const openId = asked.openId.filter((scope) => scope !== 'offline_access')
  return [...openId, ...permissions.map((permission) => asked.prefix + permission)].join(' ')
}

function remaining(signedInAtSeconds: number): number {
  return signedInAtSeconds + refreshLifetimeSeconds - realNowSeconds()
}
