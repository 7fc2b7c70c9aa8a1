import { expect, it } from 'vitest'
import { isDeclined, isForAdministrator } from './consent'

it.each([
  ['consentRequired', 'AADSTS90094: Admin consent is required.', 'administrator'],
  ['consentRequired', 'AADSTS90095: Admin consent is required.', 'administrator'],
  ['consentRequired', 'AADSTS65004: User declined to consent.', 'declined'],
  ['signInCancelled', 'access_denied', 'declined'],
  ['consentRequired', 'AADSTS65001: Nobody has consented.', 'neither'],
  ['signInFailed', 'AADSTS650040: Something else.', 'neither'],
  ['signInFailed', 'AADSTS900941: Something else.', 'neither'],
])('%s, %s: %s', (code, message, expected) => {
  const refusal = { code, message }
  expect([isForAdministrator(refusal), isDeclined(refusal)]).toEqual([
    expected === 'administrator',
    expected === 'declined',
  ])
})
