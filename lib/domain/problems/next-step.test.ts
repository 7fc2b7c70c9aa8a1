import { expect, test } from 'vitest'
import { nextStepFor } from './explain-problem'
import type { NextStep } from './next-step'
import type { Situation } from './situation'

/** The button beside each explanation; null where its text says what to do and a button would mislead. */
const buttons: Readonly<Record<Situation, NextStep | null>> = {
  // The person has to sign in, or to verify who they are.
  claimsChallenge: 'signIn',
  signInExpired: 'signIn',
  signInFailed: 'signIn',
  signInCancelled: 'signIn',
  consentRequired: 'signIn',
  consentDeclined: 'signIn',
  roleNotInToken: 'signIn',
  foreignToken: 'signIn',
  // Somebody has to set something up.
  adminApproval: 'toSetup',
  applicationUnknown: 'toSetup',
  singleTenant: 'toSetup',
  tenantUnknown: 'toSetup',
  notSinglePage: 'toSetup',
  foreignOrigin: 'toSetup',
  notConfigured: 'toSetup',
  versionAbsent: 'toSetup',
  // Nobody here can do anything about these: signing in again would end the same way.
  accountNotInTenant: null,
  personalAccount: null,
  tenantRestricted: null,
  crossTenantRefused: null,
  accountAtRisk: null,
  applicationDisabled: null,
  notAssigned: null,
  accessBlocked: null,
  deviceRefused: null,
  accountDisabled: null,
  scopeMissing: null,
  flowScopeMissing: null,
  auditScopeMissing: null,
  wrongTenantKind: null,
  externalTenant: null,
  tokenNotArrived: null,
  tokenTooLarge: null,
  portalOutdated: null,
  storageFull: null,
  // What was entered has to be changed first.
  limitReached: null,
  certificatePassword: null,
  certificateNotAccepted: null,
  certificateKnown: null,
  certificateExpired: null,
  certificateRefused: null,
  targetUrlRefused: null,
  valueMissing: null,
  readOnlyValue: null,
  idNotAllowed: null,
  authenticationTypeRefused: null,
  invalidRequest: null,
  connectorInUse: null,
  conflict: null,
  tooLarge: null,
  testRefused: null,
  // Of a write whose outcome is not known: it has buttons of its own, which find out first.
  outcomeNotSeen: null,
  outcomeHidden: null,
  outcomeSeveral: null,
  outcomeNotRead: null,
  outcomeUnknown: null,
  savedNotRead: null,
  // The same may work the next time.
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

test.each(Object.entries(buttons) as [Situation, NextStep | null][])(
  'the button of %s is %s',
  (situation, button) => {
    expect(nextStepFor(situation)).toBe(button)
  },
)
