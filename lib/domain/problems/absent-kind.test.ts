import { describe, expect, test } from 'vitest'
import { isExternalTenant, isKindAbsent } from './absent-kind'

type Case = [name: string, status: number | null, code: string, message: string]

const tenant = "'99999999-dddd-4eee-8fff-000000000001'"
const notB2c = `${tenant} is not an Azure AD B2C directory. Access to this Api can only be made for an Azure AD B2C directory.`
const isB2c = `'contoso.onmicrosoft.com' is an Azure AD B2C directory. Access to this Api can only be made for an Azure AD directory (non b2c).`

describe('a kind of user flow is absent', () => {
  test.each<Case>([
    ['where B2C flows are refused with 403', 403, 'AADB2C', notB2c],
    ['where they are refused with 400', 400, 'AccessDenied_NonB2CTenantNotAllowed', notB2c],
    ['by that code alone', 403, 'AccessDenied_NonB2CTenantNotAllowed', ''],
    ['where B2X flows are refused', 403, 'AADB2C', isB2c],
    ['by the sentence alone', 400, 'Request_BadRequest', notB2c],
    [
      'by its second half',
      403,
      'Forbidden',
      'Access to this API can only be made for an Azure AD directory.',
    ],
    ['where a feature is missing', 403, 'AADB2C', "Access to this Api requires feature: 'X'"],
    ['where the address is not known', 404, 'ResourceNotFound', ''],
  ])('%s', (_name, status, ...[code, message]) => {
    expect(isKindAbsent({ status, code, message })).toBe(true)
  })
})

describe('a kind of user flow has failed, and may well be used', () => {
  test.each<Case>([
    [
      'where a permission is missing',
      403,
      'AADB2C',
      'The application does not have any of the required delegated permissions (IdentityUserFlow.Read.All, IdentityUserFlow.ReadWrite.All) to access the resource.',
    ],
    ['where a role is missing', 403, 'AADB2C', 'Unauthorized. The user has no role for this.'],
    ['by the code that says nothing', 403, 'AADB2C', ''],
    ['by a bad request about something else', 400, 'AADB2C', 'The field is invalid in request'],
    ['by a failure that quotes the sentence', 500, 'AADB2C90063', notB2c],
    ['without an answer', null, 'connectionLost', ''],
  ])('%s', (_name, status, ...[code, message]) => {
    expect(isKindAbsent({ status, code, message })).toBe(false)
  })
})

describe('a tenant is an external one', () => {
  const message = "Access to this Api requires feature: 'X'"

  test.each<[boolean, number | null, string]>([
    [true, 403, message],
    [true, 400, message],
    [false, 503, message],
    [false, null, message],
    [false, 403, notB2c],
  ])('%s: %s %s', (expected, status, said) => {
    expect(isExternalTenant({ status, code: 'AADB2C', message: said })).toBe(expected)
  })
})
