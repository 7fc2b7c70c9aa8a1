// Tokens without a browser: what sign-in would give, for tests and for curl.
import type { FastifyRequest } from 'fastify'
import { isObject, isText, isTextList, type JsonObject } from '../basics/checks'
import type { EmulatorContext } from '../state/context'
import { findAccount, type Account } from '../state/accounts'
import { consentMissing } from '../entra/authorize-decision'
import { requireScopes } from '../entra/authorize-request'
import { consentedPermissions, judgeConsent } from '../state/consent'
import type { Permission } from '../basics/permissions'
import { EntraProblem } from '../entra/problem'
import { createAccessToken } from '../entra/token-answer'
import type { World } from '../state/world'
import {
  queriedName,
  readControlBody,
  readNumber,
  readProperty,
  requireWorldName,
} from './control-input'

const properties = ['user', 'scopes', 'expiresIn', 'claims', 'world']
const tenYearsSeconds = 315_360_000

/** Makes an access token that carries exactly the scopes asked for, or all that is consented. */
export async function createToken(context: EmulatorContext, request: FastifyRequest) {
  const body = readControlBody(request, properties)
  const account = requireAccount(body)
  const world = chooseWorld(context, request, { body, account })
  const lifetimeSeconds = readNumber(body, 'expiresIn', lifetimes) ?? 3600
  const claims = readProperty(body, 'claims', { check: isObject, expects: 'an object' }) ?? {}
  const token = await createAccessToken(context, {
    account,
    worldName: world.name,
    permissions: readPermissions(context, body, { account, world }),
    lifetimeSeconds,
    // As sign-in by MSAL gives it: the portal declares that it can answer claims challenges.
    claims: { xms_cc: ['CP1'], ...claims },
  })
  return { token_type: 'Bearer', expires_in: lifetimeSeconds, access_token: token }
}

const lifetimes = { least: -tenYearsSeconds, most: tenYearsSeconds }

/** The account's own tenant, in the world that the body names before the query. */
function chooseWorld(
  context: EmulatorContext,
  request: FastifyRequest,
  { body, account }: { body: JsonObject; account: Account },
): World {
  const { world } = body
  const name = world === undefined ? queriedName(request) : requireWorldName(world)
  return context.worlds.find(name, account.tenant.kind)
}

function requireAccount(body: JsonObject): Account {
  const user = readProperty(body, 'user', { check: isText, expects: 'a user name' }) ?? ''
  const account = findAccount(user)
  if (account) return account
  throw new EntraProblem(
    'invalid_grant',
    `AADSTS50034: The user account '${user}' does not exist in the contoso.example directory.`,
  )
}

function readPermissions(
  { addresses }: EmulatorContext,
  body: JsonObject,
  { account, world }: { account: Account; world: World },
): Permission[] {
  const scopes = readProperty(body, 'scopes', { check: isTextList, expects: 'a list of texts' })
  if (scopes === undefined) return consentedPermissions(world, account)
  if (scopes.length === 0) return []
  const asked = requireScopes(scopes.join(' '), addresses.url)
  if (judgeConsent(world, account, asked).kind === 'refused')
    throw consentMissing('consent_required')
  return asked.permissions
}
