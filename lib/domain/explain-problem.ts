/**
 * From a failure to the situation that explains it. By HTTP status first, then by code, never by
 * message, except where Graph itself leaves nothing else to tell a missing permission from a missing
 * role (Graph: errors; the 403 sentence of the API connectors).
 */

export type Situation =
  | 'scopeMissing'
  | 'flowScopeMissing'
  | 'roleMissing'
  | 'claimsChallenge'
  | 'signInExpired'
  | 'consentRequired'
  | 'notFound'
  | 'flowNotFound'
  | 'limitReached'
  | 'certificatePassword'
  | 'certificateRefused'
  | 'certificateNotChecked'
  | 'invalidRequest'
  | 'conflict'
  | 'throttled'
  | 'outcomeUnknown'
  | 'savedNotRead'
  | 'unreachable'
  | 'serverError'
  | 'offline'
  | 'connectionLost'
  | 'tooLarge'
  | 'notConfigured'
  | 'signInFailed'
  | 'unexpected'

export type NextStep = 'retry' | 'signIn' | 'toConnectors' | 'toSetup'

type Failure = {
  readonly status: number | null
  readonly code: string
  readonly message: string
  readonly path: string
  readonly claims: string | null
}

/** Graph's and the portal's codes that mean one thing whatever the status. */
const situationOfCode: Readonly<Record<string, Situation>> = {
  outcomeUnknown: 'outcomeUnknown',
  savedNotRead: 'savedNotRead',
  offline: 'offline',
  connectionLost: 'connectionLost',
  upstreamUnreachable: 'unreachable',
  upstreamTimeout: 'unreachable',
  upstreamInvalid: 'unreachable',
  payloadTooLarge: 'tooLarge',
  notConfigured: 'notConfigured',
  certificateNotChecked: 'certificateNotChecked',
  consentRequired: 'consentRequired',
  signInFailed: 'signInFailed',
  interactionRequired: 'signInExpired',
  AADB2C90213: 'certificatePassword',
  AADB2C95025: 'certificatePassword',
  AADB2C90179: 'certificateRefused',
  AADB2C90180: 'certificateRefused',
  AADB2C90214: 'certificateRefused',
  AADB2C90215: 'certificateRefused',
}

/** The situation that explains a failure. */
export function explainProblem(failure: Failure): Situation {
  if (failure.claims !== null) return 'claimsChallenge'
  return situationOfCode[failure.code] ?? situationOfStatus(failure)
}

function situationOfStatus(failure: Failure): Situation {
  const status = failure.status ?? 0
  if (status >= 500) return 'serverError'
  return situationOfClientError[status]?.(failure) ?? 'unexpected'
}

const situationOfClientError: Readonly<Record<number, (failure: Failure) => Situation>> = {
  400: ({ message }) => (isAboutLimit(message) ? 'limitReached' : 'invalidRequest'),
  401: () => 'signInExpired',
  403: situationOfRefusal,
  404: ({ path }) => (isAboutFlows(path) ? 'flowNotFound' : 'notFound'),
  409: () => 'conflict',
  413: () => 'tooLarge',
  429: () => 'throttled',
}

function situationOfRefusal({ message }: Failure): Situation {
  if (!isAboutPermissions(message)) return 'roleMissing'
  return isAboutFlows(message) ? 'flowScopeMissing' : 'scopeMissing'
}

/** Both the paths and the permissions of user flows have it in their names. */
const isAboutFlows = (text: string) => /UserFlow/.test(text)

/** The service names the permissions it wanted, and only then is one missing. */
const isAboutPermissions = (message: string) => /required \w+ permissions/i.test(message)

const isAboutLimit = (message: string) => /limit|maximum number/i.test(message)

const nextStepOf: Partial<Record<Situation, NextStep>> = {
  claimsChallenge: 'signIn',
  signInExpired: 'signIn',
  signInFailed: 'signIn',
  consentRequired: 'toSetup',
  notConfigured: 'toSetup',
  notFound: 'toConnectors',
  flowNotFound: 'retry',
  throttled: 'retry',
  certificateNotChecked: 'retry',
  unreachable: 'retry',
  serverError: 'retry',
  offline: 'retry',
  connectionLost: 'retry',
  unexpected: 'retry',
  roleMissing: 'retry',
}

/** What the person can do about a situation with one button; null when there is nothing. */
export function nextStepFor(situation: Situation): NextStep | null {
  return nextStepOf[situation] ?? null
}
