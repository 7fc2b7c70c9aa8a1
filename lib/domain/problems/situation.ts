/** The situations that the portal explains, and what it needs to know to tell them apart. */
export type SituationOfSignIn =
  | 'claimsChallenge'
  | 'signInExpired'
  | 'consentRequired'
  | 'adminApproval'
  | 'consentDeclined'
  | 'accountNotInTenant'
  | 'personalAccount'
  | 'singleTenant'
  | 'tenantUnknown'
  | 'tenantRestricted'
  | 'crossTenantRefused'
  | 'accountAtRisk'
  | 'applicationDisabled'
  | 'notAssigned'
  | 'accessBlocked'
  | 'deviceRefused'
  | 'accountDisabled'
  | 'applicationUnknown'
  | 'notSinglePage'
  | 'signInCancelled'
  | 'signInFailed'

type SituationOfPermission =
  | 'scopeMissing'
  | 'flowScopeMissing'
  | 'auditScopeMissing'
  | 'roleMissing'
  | 'roleNotInToken'
  | 'refusedWithRole'
  | 'wrongTenantKind'
  | 'externalTenant'

type SituationOfValues =
  | 'notFound'
  | 'flowNotFound'
  | 'limitReached'
  | 'certificatePassword'
  | 'certificateNotAccepted'
  | 'certificateKnown'
  | 'certificateExpired'
  | 'certificateRefused'
  | 'certificateNotChecked'
  | 'targetUrlRefused'
  | 'valueMissing'
  | 'readOnlyValue'
  | 'idNotAllowed'
  | 'authenticationTypeRefused'
  | 'invalidRequest'
  | 'concurrentChange'
  | 'connectorInUse'
  | 'conflict'
  | 'tooLarge'

type SituationOfService =
  | 'throttled'
  | 'unreachable'
  | 'timedOut'
  | 'answerUnreadable'
  | 'serverError'
  | 'gatewayTrouble'
  | 'serviceUnavailable'
  | 'gatewayTimeout'
  | 'storageFull'
  | 'versionAbsent'

type SituationOfOutcome =
  | 'outcomeNotSeen'
  | 'outcomeHidden'
  | 'outcomeSeveral'
  | 'outcomeNotRead'
  | 'outcomeUnknown'
  | 'savedNotRead'

type SituationOfTests = 'testRefused' | 'tooManyTests'

type SituationOfPortal =
  | 'offline'
  | 'connectionLost'
  | 'notConfigured'
  | 'portalBusy'
  | 'foreignOrigin'
  | 'foreignToken'
  | 'tokenNotArrived'
  | 'tokenTooLarge'
  | 'portalOutdated'
  | 'portalFailure'
  | 'answerNotFromPortal'
  | 'unexpected'

/** Its texts are in `problems.json` under the same name. */
export type Situation =
  | SituationOfSignIn
  | SituationOfPermission
  | SituationOfValues
  | SituationOfService
  | SituationOfOutcome
  | SituationOfTests
  | SituationOfPortal

/** The claims in the token of a refused call; never trusted for more than an explanation. */
export type TokenFacts = {
  /** Null when the token does not tell. */
  readonly hasRole: boolean | null
  /** Epoch seconds. */
  readonly issuedAt: number | null
}
