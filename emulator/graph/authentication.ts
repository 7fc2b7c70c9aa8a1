// Who is calling: the bearer token must be one of ours, for Graph, and within its dates.
import type { JWTPayload } from 'jose'
import type { EmulatorContext } from '../state/context'
import { directories } from '../basics/directories'
import { issuerOf } from '../entra/token-answer'
import { graphApplicationId } from '../basics/registration'
import { realNowSeconds } from '../state/world'
import { GraphProblem } from './problem'

/** The claims of a good token; throws Graph's 401. Dates are judged by real time, never by a world's clock. */
export async function authenticate(context: EmulatorContext, token: string): Promise<JWTPayload> {
  if (token === '') throw unauthenticated(context, 'Access token is empty.')
  const claims = await context.signer.verify(token)
  if (!claims) {
    throw unauthenticated(context, 'CompactToken parsing failed with error code: 80049217')
  }
  const failure = findFailure(claims, issuersOf(context))
  if (failure !== undefined) throw unauthenticated(context, failure)
  return claims
}

/** Every tenant's people may call. */
function issuersOf(context: EmulatorContext): string[] {
  return Object.values(directories).map(({ id }) => issuerOf(context, id))
}

/** Seconds that two clocks may differ by. */
const clockSkewSeconds = 5

function findFailure(claims: JWTPayload, issuers: readonly string[]): string | undefined {
  const now = realNowSeconds()
  if (claims.aud !== graphApplicationId) return 'Access token validation failure. Invalid audience.'
  if (!issuers.includes(claims.iss ?? '')) return 'Access token validation failure. Invalid issuer.'
  if ((claims.exp ?? 0) <= now - clockSkewSeconds) {
    return 'Lifetime validation failed, the token is expired.'
  }
  if ((claims.nbf ?? 0) > now + clockSkewSeconds) {
    return 'Lifetime validation failed, the token is not valid yet.'
  }
  return undefined
}

function unauthenticated({ addresses }: EmulatorContext, message: string): GraphProblem {
  const challenge = `Bearer realm="", authorization_uri="${addresses.url}/common/oauth2/authorize", client_id="${graphApplicationId}"`
  const headers = { 'www-authenticate': challenge }
  return new GraphProblem({ status: 401, code: 'InvalidAuthenticationToken', headers }, message)
}
