import { describe, expect, test } from 'vitest'
import type { RequestProblem } from './problem'
import { problemOf } from '../testing/problem'
import { explainProblem, mayLackServicePrincipal, nextStepFor } from './explain-problem'

const nothing = problemOf('')

const scopes = (permission: string) =>
  `The application does not have any of the required delegated permissions (${permission}) to access the resource.`

const flowPath = '/v1.0/identity/b2xUserFlows/B2X_1_a/apiConnectorConfiguration'
const now = nothing.at / 1000
const noSegment = "Resource not found for the segment 'apiConnectors'."

describe('an answer of Graph’s', () => {
  test.each([
    [{ status: 403, code: 'AADB2C', message: scopes('APIConnectors.Read.All') }, 'scopeMissing'],
    [
      { status: 403, code: 'AADB2C', message: scopes('IdentityUserFlow.Read.All') },
      'flowScopeMissing',
    ],
    [
      { status: 403, code: 'Authorization_RequestDenied', path: '/v1.0/auditLogs/directoryAudits' },
      'auditScopeMissing',
    ],
    [{ status: 403, code: 'AADB2C', message: 'Access denied.' }, 'roleMissing'],
    [{ status: 403, token: { hasRole: false, issuedAt: now - 200 } }, 'roleMissing'],
    [{ status: 403, token: { hasRole: false, issuedAt: now - 400 } }, 'roleNotInToken'],
    [{ status: 403, token: { hasRole: null, issuedAt: now - 400 } }, 'roleMissing'],
    [{ status: 403, token: { hasRole: true, issuedAt: now - 400 } }, 'refusedWithRole'],
    [
      { status: 403, code: 'AADB2C', message: "Access to this Api requires feature: 'X'" },
      'externalTenant',
    ],
    [
      { status: 403, code: 'AADB2C', message: "'x' is not an Azure AD B2C directory." },
      'wrongTenantKind',
    ],
    [{ status: 400, code: 'AccessDenied_NonB2CTenantNotAllowed' }, 'wrongTenantKind'],
    [{ status: 403, code: 'insufficient_claims' }, 'claimsChallenge'],
    [{ status: 401, code: 'InvalidAuthenticationToken', claims: '{}' }, 'claimsChallenge'],
    [{ status: 401, code: 'InvalidAuthenticationToken' }, 'signInExpired'],
    [{ status: 404, code: 'AADB2C90073' }, 'notFound'],
    [{ status: 404, code: 'AADB2C90073', path: flowPath }, 'flowNotFound'],
    [{ status: 404, code: 'BadRequest', message: noSegment }, 'versionAbsent'],
    [{ status: 400, code: 'BadRequest', message: noSegment }, 'versionAbsent'],
    [{ status: 400, code: 'AADB2C', message: 'The limit of 20 was reached.' }, 'limitReached'],
    [{ status: 400, code: 'AADB2C90179' }, 'certificateNotAccepted'],
    [{ status: 400, code: 'AADB2C90180' }, 'certificateKnown'],
    [{ status: 400, code: 'AADB2C90186' }, 'valueMissing'],
    [{ status: 400, code: 'AADB2C90213' }, 'certificatePassword'],
    [{ status: 400, code: 'AADB2C90214' }, 'certificateExpired'],
    [{ status: 400, code: 'AADB2C90215' }, 'certificateNotAccepted'],
    [{ status: 400, code: 'AADB2C95025' }, 'certificatePassword'],
    [{ status: 400, code: 'AADB2C99008' }, 'targetUrlRefused'],
    [{ status: 400, code: 'AADB2C99014' }, 'readOnlyValue'],
    [{ status: 400, code: 'AADB2C99018' }, 'idNotAllowed'],
    [{ status: 400, code: 'AADB2C99019' }, 'authenticationTypeRefused'],
    [{ status: 400, code: 'AADB2C' }, 'invalidRequest'],
    [{ status: 409, code: 'AADB2C95053' }, 'concurrentChange'],
    [{ status: 409, code: 'AADB2C', method: 'DELETE' }, 'connectorInUse'],
    [{ status: 409, code: 'AADB2C' }, 'conflict'],
    [{ status: 412, code: 'x' }, 'conflict'],
    [{ status: 413, code: 'x' }, 'tooLarge'],
    [{ status: 431, code: 'unexpected', message: '' }, 'tokenTooLarge'],
    [{ status: 431, code: 'tokenTooLarge' }, 'tokenTooLarge'],
    [{ status: 429, code: 'AADB2C90229' }, 'throttled'],
    [{ status: 500, code: 'AADB2C90063' }, 'serverError'],
    [{ status: 502, code: 'x' }, 'gatewayTrouble'],
    [{ status: 503, code: 'x' }, 'serviceUnavailable'],
    [{ status: 504, code: 'x' }, 'gatewayTimeout'],
    [{ status: 507, code: 'x' }, 'storageFull'],
    [{ status: 599, code: 'x' }, 'serverError'],
    [{ status: 418, code: 'teapot' }, 'unexpected'],
    [{ status: 418, code: 'constructor' }, 'unexpected'],
  ] as const)('%j is explained as %s', (failure, situation) => {
    expect(explainProblem({ ...nothing, ...failure })).toBe(situation)
  })
})

describe('a failure of the portal’s', () => {
  test.each([
    [{ status: 400, code: 'invalidRequest' }, 'invalidRequest'],
    [{ status: 400, code: 'certificateRefused' }, 'certificateRefused'],
    [{ status: 401, code: 'unauthenticated' }, 'tokenNotArrived'],
    [{ status: 403, code: 'crossSiteRequest' }, 'foreignOrigin'],
    [{ status: 404, code: 'routeNotAllowed' }, 'portalOutdated'],
    [{ status: 405, code: 'methodNotAllowed' }, 'portalOutdated'],
    [{ status: 413, code: 'payloadTooLarge' }, 'tooLarge'],
    [{ status: 415, code: 'unsupportedMediaType' }, 'portalOutdated'],
    [{ status: 429, code: 'upstreamInvalid' }, 'throttled'],
    [{ status: 500, code: 'unexpected', message: 'Something went wrong.' }, 'portalFailure'],
    [{ status: 502, code: 'unexpected' }, 'answerNotFromPortal'],
    [{ status: 502, code: 'upstreamUnreachable' }, 'unreachable'],
    [{ status: 502, code: 'upstreamInvalid' }, 'answerUnreadable'],
    [{ status: 503, code: 'notConfigured' }, 'notConfigured'],
    [{ status: 503, code: 'tooBusy' }, 'portalBusy'],
    [{ status: 503, code: 'certificateNotChecked' }, 'certificateNotChecked'],
    [{ status: 504, code: 'upstreamTimeout' }, 'timedOut'],
    [{ status: null, code: 'offline' }, 'offline'],
    [{ status: null, code: 'connectionLost' }, 'connectionLost'],
    [{ status: null, code: 'savedNotRead' }, 'savedNotRead'],
  ] as const)('%j is explained as %s', (failure, situation) => {
    expect(explainProblem({ ...nothing, ...failure })).toBe(situation)
  })

  test.each([
    ['notSeen', 'outcomeNotSeen'],
    ['hidden', 'outcomeHidden'],
    ['several', 'outcomeSeveral'],
    ['notRead', 'outcomeNotRead'],
    ['constructor', 'outcomeUnknown'],
  ])('a lost answer, and %s afterwards, is %s: no button repeats it', (code, situation) => {
    const details = [{ target: 'graph' }, { target: 'outcome', code }]
    const explained = explainProblem({ ...nothing, status: 504, code: 'outcomeUnknown', details })

    expect(explained).toBe(situation)
    expect(nextStepFor(explained)).toBeNull()
  })
})

describe('a sign-in', () => {
  test.each([
    ['interactionRequired', '', 'signInExpired'],
    ['signInCancelled', '', 'signInCancelled'],
    ['consentRequired', 'AADSTS65001: not consented', 'consentRequired'],
    ['consentRequired', 'AADSTS65004: declined', 'consentDeclined'],
    ['consentRequired', 'AADSTS90094: admin', 'adminApproval'],
    ['signInFailed', 'AADSTS50020: not in tenant', 'accountNotInTenant'],
    ['signInFailed', 'AADSTS500200: personal', 'personalAccount'],
    ['signInFailed', 'AADSTS50194: not configured as a multi-tenant application', 'singleTenant'],
    ['signInFailed', 'AADSTS90002: tenant not found', 'tenantUnknown'],
    ['signInFailed', 'AADSTS500021: access to tenant is denied', 'tenantRestricted'],
    ['signInFailed', 'AADSTS500212: outbound', 'crossTenantRefused'],
    ['signInFailed', 'AADSTS500213: inbound', 'crossTenantRefused'],
    ['interactionRequired', 'AADSTS53011: blocked for risk', 'accountAtRisk'],
    ['interactionRequired', 'AADSTS530032: blocked by security policy', 'accessBlocked'],
    ['interactionRequired', 'AADSTS530003: device must be managed', 'deviceRefused'],
    ['signInFailed', 'AADSTS7000112: application is disabled', 'applicationDisabled'],
    ['signInFailed', 'AADSTS50105: not assigned', 'notAssigned'],
    ['interactionRequired', 'AADSTS53003: blocked', 'accessBlocked'],
    ['interactionRequired', 'AADSTS53000: device', 'deviceRefused'],
    ['signInFailed', 'AADSTS50057: disabled', 'accountDisabled'],
    ['signInFailed', 'AADSTS700016: no such application', 'applicationUnknown'],
    ['signInFailed', 'AADSTS9002326: cross-origin', 'notSinglePage'],
    ['signInFailed', 'AADSTS123456: something new', 'signInFailed'],
    ['signInCancelled', 'AADSTS123456: something new', 'signInFailed'],
    ['signInFailed', '', 'signInFailed'],
  ])('that ends with %s, %j is explained as %s', (code, message, situation) => {
    expect(explainProblem({ ...nothing, kind: 'signIn', scopes: [], code, message })).toBe(
      situation,
    )
  })
})

describe('the service principal that a tenant may lack', () => {
  const graph = [{ target: 'graph', code: 'AADB2C90063' }]
  test.each<[string, Partial<RequestProblem>, boolean]>([
    ['is named where a creation failed so', { method: 'POST', code: 'AADB2C90063' }, true],
    [
      'also where its outcome was looked for',
      { method: 'POST', code: 'outcomeUnknown', details: graph },
      true,
    ],
    ['is not where a reading failed so', { method: 'GET', code: 'AADB2C90063' }, false],
    ['is not with another code', { method: 'POST', code: 'AADB2C' }, false],
  ])('%s', (_name, failure, expected) => {
    expect(mayLackServicePrincipal({ ...nothing, ...failure })).toBe(expected)
  })
})
