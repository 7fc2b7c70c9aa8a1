// The token endpoint: codes and refresh tokens become tokens.
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { EmulatorContext } from '../state/context'
import { clientId } from '../basics/registration'
import { realNowSeconds } from '../state/world'
import { consentMissing, stepUpRequired } from './authorize-decision'
import { requireScopes, type Parameters } from './authorize-request'
import { readRequestedClaims, type RequestedClaims } from './claims-request'
import { judgeConsent } from '../state/consent'
import { allowPortalOrigin } from './cross-origin'
import {
  codeLifetimeSeconds,
  refreshLifetimeSeconds,
  type CodeGrant,
  type Grant,
  type RefreshGrant,
} from '../state/grants'
import { EntraProblem, missingParameter } from './problem'
import { createTokenAnswer } from './token-answer'

export function addTokenRoutes(app: FastifyInstance, context: EmulatorContext): void {
  const url = '/:tenant/oauth2/v2.0/token'
  app.options(url, (request, reply) => {
    allowPortalOrigin(request, reply)
    return reply
      .code(204)
      .header('access-control-allow-methods', 'POST')
      .header('access-control-allow-headers', 'content-type')
      .send()
  })
  app.post(url, (request, reply) => {
    allowPortalOrigin(request, reply)
    reply.header('cache-control', 'no-store')
    requireBrowser(request.headers.origin)
    return redeem(context, (request.body ?? {}) as Parameters) // As the form parser gives it.
  })
}

/** Entra gives tokens of a single-page app only to a browser, which always says where it is. */
function requireBrowser(origin: string | undefined): void {
  if (origin === undefined) {
    throw new EntraProblem(
      'invalid_request',
      "AADSTS9002327: Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    )
  }
}

function redeem(context: EmulatorContext, body: Parameters) {
  if (body['client_id'] !== clientId) {
    throw new EntraProblem(
      'unauthorized_client',
      `AADSTS700016: Application with identifier '${body['client_id'] ?? ''}' was not found in the directory 'Contoso'.`,
    )
  }
  const grantType = body['grant_type'] ?? ''
  switch (grantType) {
    case 'authorization_code':
      return redeemCode(context, body)
    case 'refresh_token':
      return redeemRefreshToken(context, body)
    default:
      throw new EntraProblem(
        'unsupported_grant_type',
        `AADSTS70003: The app requested an unsupported grant type '${grantType}'.`,
      )
  }
}

function redeemCode(context: EmulatorContext, body: Parameters) {
  const code = requireParameter(body, 'code')
  const verifier = requireParameter(body, 'code_verifier')
  const grant = context.grants.findCode(code)
  if (!grant) throw malformed()
  refuseCode(grant, { redirectUri: requireParameter(body, 'redirect_uri'), verifier })
  grant.isRedeemed = true
  const claims = readRequestedClaims(body['claims'])
  return createTokenAnswer(context, grant, { claims, signedInAtSeconds: realNowSeconds() })
}

function refuseCode(
  grant: CodeGrant,
  { redirectUri, verifier }: { redirectUri: string; verifier: string },
): void {
  if (grant.isRedeemed) {
    throw invalidGrant(
      'AADSTS54005: OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    )
  }
  if (grant.issuedAtSeconds + codeLifetimeSeconds < realNowSeconds()) {
    throw invalidGrant(
      'AADSTS70008: The provided authorization code or refresh token has expired due to inactivity.',
    )
  }
  if (grant.redirectUri !== redirectUri) {
    throw invalidGrant(
      'AADSTS500112: The reply address does not match the reply address provided when requesting the authorization code.',
    )
  }
  if (createHash('sha256').update(verifier).digest('base64url') !== grant.codeChallenge) {
    throw invalidGrant(
      'AADSTS501481: The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    )
  }
}

function redeemRefreshToken(context: EmulatorContext, body: Parameters) {
  const found = context.grants.findRefreshToken(requireParameter(body, 'refresh_token'))
  if (!found) throw malformed()
  refuseRefreshToken(found, realNowSeconds())
  const claims = readRequestedClaims(body['claims'])
  const grant: Grant = {
    ...found,
    scope: body['scope'] ?? found.scope,
    nonce: undefined,
    acrs: requireContexts(found, claims),
  }
  requireConsent(context, grant)
  return createTokenAnswer(context, grant, { claims, signedInAtSeconds: found.issuedAtSeconds })
}

/** Throws if the refresh token is no longer good at the given moment (real epoch seconds). */
export function refuseRefreshToken(grant: RefreshGrant, nowSeconds: number): void {
  if (grant.state === 'revoked') {
    throw new EntraProblem(
      'invalid_grant',
      'AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed.',
      { suberror: 'bad_token' },
    )
  }
  if (grant.state === 'expired' || grant.issuedAtSeconds + refreshLifetimeSeconds < nowSeconds) {
    throw invalidGrant(
      'AADSTS700084: The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
    )
  }
}

/** The authentication contexts of the renewed token; throws if only a new sign-in could prove one. */
function requireContexts({ account, acrs }: Grant, claims: RequestedClaims): string[] {
  const unproved = claims.acrs.filter((acr) => !acrs.includes(acr))
  const [first] = unproved
  if (account.needsStepUp && first !== undefined) throw stepUpRequired(first)
  return [...acrs, ...unproved]
}

function requireConsent({ worlds, addresses }: EmulatorContext, grant: Grant): void {
  const scopes = requireScopes(grant.scope, addresses.url)
  const world = worlds.find(grant.worldName, grant.account.tenant.kind)
  const consent = judgeConsent(world, grant.account, scopes)
  if (consent.kind !== 'given') throw consentMissing('invalid_grant')
}

function requireParameter(body: Parameters, name: string): string {
  const value = body[name]
  if (value === undefined || value === '') throw missingParameter(name)
  return value
}

function invalidGrant(text: string): EntraProblem {
  return new EntraProblem('invalid_grant', text)
}

function malformed(): EntraProblem {
  return invalidGrant('AADSTS9002313: Invalid request. Request is malformed or invalid.')
}
