/** The one button beside the explanation of a failure. */
import type { Situation } from './situation'

export type NextStep = 'retry' | 'signIn' | 'toConnectors' | 'toSetup'

/** A situation that is not here has no button: its text says what to do. */
export const nextStepOf: Readonly<Partial<Record<Situation, NextStep>>> = {
  claimsChallenge: 'signIn',
  signInExpired: 'signIn',
  signInFailed: 'signIn',
  signInCancelled: 'signIn',
  consentRequired: 'signIn',
  consentDeclined: 'signIn',
  roleNotInToken: 'signIn',
  adminApproval: 'toSetup',
  applicationUnknown: 'toSetup',
  singleTenant: 'toSetup',
  tenantUnknown: 'toSetup',
  notSinglePage: 'toSetup',
  foreignOrigin: 'toSetup',
  notConfigured: 'toSetup',
  versionAbsent: 'toSetup',
  notFound: 'toConnectors',
  flowNotFound: 'retry',
  roleMissing: 'retry',
  refusedWithRole: 'retry',
  certificateNotChecked: 'retry',
  concurrentChange: 'retry',
  throttled: 'retry',
  unreachable: 'retry',
  timedOut: 'retry',
  answerUnreadable: 'retry',
  serverError: 'retry',
  gatewayTrouble: 'retry',
  serviceUnavailable: 'retry',
  gatewayTimeout: 'retry',
  offline: 'retry',
  connectionLost: 'retry',
  portalBusy: 'retry',
  tooManyTests: 'retry',
  portalFailure: 'retry',
  answerNotFromPortal: 'retry',
  unexpected: 'retry',
}
