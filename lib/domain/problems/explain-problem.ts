/**
 * From a problem to the situation that explains it. By code where one code means one thing, else by
 * HTTP status, and by a message only where Graph or Entra leave nothing else to tell things apart
 * (Graph: errors; the 403 sentence of the API connectors; Entra: error codes reference).
 */
import { nextStepOf, type NextStep } from './next-step'
import { ownEntry } from '../own-entry'
import { entraSituation } from './sign-in-situation'
import { methodOf, type Problem, type RequestProblem } from './problem'
import type { Situation } from './situation'
import { isExternalTenant, isOfAnotherKind } from './absent-kind'

/** The situation that explains a problem. */
export function explainProblem(problem: Problem): Situation {
  if (problem.claims !== null || problem.code === 'insufficient_claims') return 'claimsChallenge'
  if (problem.kind === 'signIn') return entraSituation(problem)
  if (isExternalTenant(problem)) return 'externalTenant'
  if (isOfAnotherKind(problem)) return 'wrongTenantKind'
  const ofCode = ownEntry(situationOfCode, problem.code)
  if (typeof ofCode === 'function') return ofCode(problem)
  return ofCode ?? situationOfStatus(problem)
}

/** The one button that helps in a situation; null when there is none. */
export const nextStepFor = (situation: Situation): NextStep | null => nextStepOf[situation] ?? null

/** Whether it is about a write of which nobody knows whether it has happened. */
export const isOutcomeUnknown = (situation: Situation): boolean => situation.startsWith('outcome')

/**
 * Whether the problem of a creation has a cause that is known to be possible: the service's own
 * application has no service principal in the tenant (reported for azure-cli 17741). Graph's answer may
 * stand in the details, where the creation's outcome had to be looked for.
 */
export const mayLackServicePrincipal = (problem: Problem): boolean =>
  methodOf(problem) === 'POST' &&
  [problem.code, ...problem.details.map(({ code }) => code)].includes('AADB2C90063')

type Judgement = Situation | ((problem: RequestProblem) => Situation)

/** Graph's and the portal's codes that mean one thing whatever the status. */
const situationOfCode: Readonly<Record<string, Judgement>> = {
  outcomeUnknown: situationOfOutcome,
  savedNotRead: 'savedNotRead',
  offline: 'offline',
  connectionLost: 'connectionLost',
  upstreamUnreachable: 'unreachable',
  upstreamTimeout: 'timedOut',
  upstreamInvalid: ({ status }) => (status === 429 ? 'throttled' : 'answerUnreadable'),
  payloadTooLarge: 'tooLarge',
  notConfigured: 'notConfigured',
  tooBusy: 'portalBusy',
  crossSiteRequest: 'foreignOrigin',
  foreignToken: 'foreignToken',
  unauthenticated: 'tokenNotArrived',
  tokenTooLarge: 'tokenTooLarge',
  routeNotAllowed: 'portalOutdated',
  methodNotAllowed: 'portalOutdated',
  unsupportedMediaType: 'portalOutdated',
  // Without words of its own it is not the portal's: something in front of it has answered.
  unexpected: ({ status, message }) => {
    if (status === 431) return 'tokenTooLarge' // Node itself answers so, before the portal can
    return message === '' ? 'answerNotFromPortal' : 'portalFailure'
  },
  certificateRefused: 'certificateRefused',
  certificateNotChecked: 'certificateNotChecked',
  consentRequired: 'consentRequired',
  signInFailed: 'signInFailed',
  interactionRequired: 'signInExpired',
  targetNotAllowed: 'testRefused',
  tooManyTests: 'tooManyTests',
  // Azure AD B2C: error codes, as far as they can concern connectors.
  AADB2C90179: 'certificateNotAccepted',
  AADB2C90180: 'certificateKnown',
  AADB2C90186: 'valueMissing',
  AADB2C90213: 'certificatePassword',
  AADB2C90214: 'certificateExpired',
  AADB2C90215: 'certificateNotAccepted',
  AADB2C90229: 'throttled',
  AADB2C90244: 'throttled',
  AADB2C95025: 'certificatePassword',
  AADB2C95043: 'throttled',
  AADB2C95053: 'concurrentChange',
  AADB2C99008: 'targetUrlRefused',
  AADB2C99014: 'readOnlyValue',
  AADB2C99018: 'idNotAllowed',
  AADB2C99019: 'authenticationTypeRefused',
}

const outcomes: Readonly<Record<string, Situation>> = {
  notSeen: 'outcomeNotSeen',
  hidden: 'outcomeHidden',
  several: 'outcomeSeveral',
  notRead: 'outcomeNotRead',
}

/** The situation of a write that the portal's server has looked for after its answer was lost. */
function situationOfOutcome({ details }: RequestProblem): Situation {
  const found = details.find(({ target }) => target === 'outcome')?.code
  return ownEntry(outcomes, found ?? '') ?? 'outcomeUnknown'
}

function situationOfStatus(problem: RequestProblem): Situation {
  const judgement = situationOfNumber[problem.status ?? 0]
  if (typeof judgement === 'function') return judgement(problem)
  return judgement ?? ((problem.status ?? 0) >= 500 ? 'serverError' : 'unexpected')
}

const situationOfNumber: Readonly<Record<number, Judgement>> = {
  400: situationOfBadRequest,
  401: 'signInExpired',
  403: situationOfRefusal,
  404: situationOfAbsence,
  409: ({ method }) => (method === 'DELETE' ? 'connectorInUse' : 'conflict'),
  412: 'conflict',
  413: 'tooLarge',
  429: 'throttled',
  431: 'tokenTooLarge',
  502: 'gatewayTrouble',
  503: 'serviceUnavailable',
  504: 'gatewayTimeout',
  507: 'storageFull',
}

function situationOfBadRequest({ message }: RequestProblem): Situation {
  if (isAboutSegment(message)) return 'versionAbsent'
  return /limit|maximum number/i.test(message) ? 'limitReached' : 'invalidRequest'
}

function situationOfAbsence({ message, path }: RequestProblem): Situation {
  if (isAboutSegment(message)) return 'versionAbsent'
  return isAboutFlows(path) ? 'flowNotFound' : 'notFound'
}

function situationOfRefusal(problem: RequestProblem): Situation {
  const { message, path } = problem
  if (/\/auditLogs\//.test(path)) return 'auditScopeMissing'
  // The service names the permissions it wanted, and only then is one missing.
  if (!/required \w+ permissions/i.test(message)) return situationOfRole(problem)
  return isAboutFlows(message) ? 'flowScopeMissing' : 'scopeMissing'
}

const renewalSeconds = 5 * 60

/** A token names the roles that were active when it was issued (Entra: access token claim `wids`). */
function situationOfRole({ token, at }: RequestProblem): Situation {
  if (token?.hasRole) return 'refusedWithRole'
  const isOld = (token?.issuedAt ?? Infinity) + renewalSeconds < at / 1000
  return token?.hasRole === false && isOld ? 'roleNotInToken' : 'roleMissing'
}

/** Both the paths and the permissions of user flows have it in their names. */
const isAboutFlows = (text: string) => /UserFlow/.test(text)

/** OData's words for an address that this version of Graph does not have. */
const isAboutSegment = (message: string) => /resource not found for the segment/i.test(message)
