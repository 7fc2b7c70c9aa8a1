// The documents by which a client finds the endpoints and the signing key.
import type { FastifyInstance } from 'fastify'
import type { EmulatorContext } from '../state/context'
import { findDirectory } from '../basics/directories'
import { allowPortalOrigin } from './cross-origin'
import { issuerOf } from './token-answer'

type TenantRoute = { Params: { tenant: string } }

export function addDiscoveryRoutes(app: FastifyInstance, context: EmulatorContext): void {
  app.get<TenantRoute>('/:tenant/v2.0/.well-known/openid-configuration', (request, reply) => {
    allowPortalOrigin(request, reply)
    return discoveryDocument(context, request.params.tenant)
  })
  app.get<TenantRoute>('/:tenant/discovery/v2.0/keys', (request, reply) => {
    allowPortalOrigin(request, reply)
    return context.signer.publicKeys()
  })
}

function discoveryDocument(context: EmulatorContext, tenant: string) {
  const root = `${context.addresses.url}/${tenant}`
  return {
    // Entra: the issuer holds a placeholder where the account will decide about the tenant.
    issuer: issuerOf(context, findDirectory(tenant)?.id ?? '{tenantid}'),
    authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
    token_endpoint: `${root}/oauth2/v2.0/token`,
    end_session_endpoint: `${root}/oauth2/v2.0/logout`,
    jwks_uri: `${root}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    response_modes_supported: ['fragment', 'query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['none'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'name', 'oid', 'tid', 'sid'],
    claims_parameter_supported: true,
    cloud_instance_name: 'localhost',
    tenant_region_scope: 'EU',
  }
}
