/** The meaning of Entra's answer to a sign-in (Entra: error codes reference). */
import { ownEntry } from '../own-entry'
import type { SituationOfSignIn } from './situation'

type SignInFailure = { readonly code: string; readonly message: string }

/** Entra's number is part of its description only: `AADSTS50105: …`. */
const entraNumber = /AADSTS(\d+)/

const situationOfNumber: Readonly<Record<string, SituationOfSignIn>> = {
  50020: 'accountNotInTenant',
  50034: 'accountNotInTenant',
  90072: 'accountNotInTenant',
  50194: 'singleTenant',
  90002: 'tenantUnknown',
  500021: 'tenantRestricted',
  500212: 'crossTenantRefused',
  500213: 'crossTenantRefused',
  500200: 'personalAccount',
  500201: 'personalAccount',
  50105: 'notAssigned',
  53003: 'accessBlocked',
  530032: 'accessBlocked',
  530034: 'accessBlocked',
  53000: 'deviceRefused',
  53001: 'deviceRefused',
  530003: 'deviceRefused',
  53011: 'accountAtRisk',
  50053: 'accountDisabled',
  50057: 'accountDisabled',
  65001: 'consentRequired',
  65004: 'consentDeclined',
  90008: 'adminApproval',
  90094: 'adminApproval',
  90095: 'adminApproval',
  700016: 'applicationUnknown',
  7000112: 'applicationDisabled',
  7000218: 'notSinglePage',
  9002326: 'notSinglePage',
}

const situationOfCode: Readonly<Record<string, SituationOfSignIn>> = {
  consentRequired: 'consentRequired',
  signInCancelled: 'signInCancelled',
  interactionRequired: 'signInExpired',
}

/** The situation of a sign-in that failed; the code is the portal's own word for it. */
export function entraSituation({ code, message }: SignInFailure): SituationOfSignIn {
  const number = entraNumber.exec(message)?.[1]
  if (number === undefined) return ownEntry(situationOfCode, code) ?? 'signInFailed'
  const known = ownEntry(situationOfNumber, number)
  // Who cancels gets no number, or that of a consent that was declined.
  const otherwise = code === 'signInCancelled' ? 'signInFailed' : ownEntry(situationOfCode, code)
  return known ?? otherwise ?? 'signInFailed'
}
