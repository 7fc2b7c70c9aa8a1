// What the portal asks of the authorize endpoint, read and checked.
import { randomUUID } from 'node:crypto'
import { findDirectory, type Directory } from '../basics/directories'
import { clientId, isRegisteredRedirectUri } from '../basics/registration'
import { findHintedAccount, type Account } from '../state/accounts'
import { readRequestedClaims, type RequestedClaims } from './claims-request'
import { parseScopes, type ParsedScopes } from '../basics/permissions'
import { EntraProblem, missingParameter } from './problem'

export type Parameters = Readonly<Record<string, string | undefined>>

/** Where an answer may be sent; known before anything else, since errors go there too. */
export type RedirectTarget = {
  redirectUri: string
  separator: '#' | '?'
  state: string | undefined
  correlationId: string
}

export type AuthorizeRequest = RedirectTarget & {
  /** The tenant that the address names; `undefined` where the account decides. */
  tenant: Directory | undefined
  scope: string
  scopes: ParsedScopes
  codeChallenge: string
  nonce: string | undefined
  prompt: string | undefined
  hintedAccount: Account | undefined
  sessionId: string | undefined
  claims: RequestedClaims
}

/** Throws for an unknown client or redirect URI: such a request must never be answered by a redirect. */
export function requireRedirectTarget(parameters: Parameters): RedirectTarget {
  const { client_id, redirect_uri = '' } = parameters
  if (client_id !== clientId) {
    throw new EntraProblem(
      'unauthorized_client',
      `AADSTS700016: Application with identifier '${client_id ?? ''}' was not found in the directory 'Contoso'.`,
    )
  }
  if (!isRegisteredRedirectUri(redirect_uri)) {
    throw new EntraProblem(
      'invalid_request',
      `AADSTS50011: The redirect URI '${redirect_uri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
    )
  }
  return {
    redirectUri: redirect_uri,
    separator: parameters['response_mode'] === 'query' ? '?' : '#',
    state: parameters['state'],
    correlationId: parameters['client-request-id'] ?? randomUUID(),
  }
}

/** Reads the rest of the request; what is wrong is thrown and told to the redirect URI. */
export function readAuthorizeRequest(
  target: RedirectTarget,
  parameters: Parameters,
  at: { ownUrl: string; tenantName: string },
): AuthorizeRequest {
  requireResponseType(parameters)
  const scope = parameters['scope'] ?? ''
  const scopes = requireScopes(scope, at.ownUrl)
  return {
    ...target,
    tenant: findDirectory(at.tenantName),
    scope,
    scopes,
    codeChallenge: requireCodeChallenge(parameters),
    nonce: parameters['nonce'],
    prompt: parameters['prompt'],
    hintedAccount: findHintedAccount(parameters['login_hint'] ?? ''),
    sessionId: parameters['sid'],
    claims: readRequestedClaims(parameters['claims']),
  }
}

function requireResponseType({ response_type, response_mode }: Parameters): void {
  if (response_type !== 'code') {
    throw new EntraProblem(
      'unsupported_response_type',
      `AADSTS700054: response_type '${response_type ?? ''}' is not enabled for the application.`,
    )
  }
  if (response_mode !== undefined && !['fragment', 'query'].includes(response_mode)) {
    throw new EntraProblem(
      'invalid_request',
      `AADSTS70007: '${response_mode}' is not a supported value of 'response_mode' when requesting a code.`,
    )
  }
}

/** Entra: a single-page app must use PKCE, and only S256 is offered here. */
function requireCodeChallenge({ code_challenge, code_challenge_method }: Parameters): string {
  if (!code_challenge || code_challenge_method !== 'S256') {
    throw new EntraProblem(
      'invalid_request',
      'AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    )
  }
  return code_challenge
}

/** The scopes, of which each must exist on Microsoft Graph. */
export function requireScopes(scope: string, ownUrl: string): ParsedScopes {
  if (scope.trim() === '') throw missingParameter('scope')
  const scopes = parseScopes(scope, ownUrl)
  if (scopes.unknownResource !== null) {
    throw new EntraProblem(
      'invalid_resource',
      `AADSTS500011: The resource principal named ${scopes.unknownResource} was not found in the tenant named Contoso.`,
    )
  }
  if (scopes.unknownScope !== null) {
    throw new EntraProblem(
      'invalid_client',
      `AADSTS650053: The application asked for scope '${scopes.unknownScope}' that doesn't exist on the resource.`,
    )
  }
  return scopes
}
