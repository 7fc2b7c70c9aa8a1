import { describe, expect, test } from 'vitest'
import {
  auditOptions,
  expandOptions,
  listOptions,
  organizationOptions,
  readQuery,
  requireOption,
  type QueryRules,
} from './query-options'

const read = (rules: QueryRules, query: string) =>
  readQuery(new URL(`https://portal.example/api?${query}`), rules)

const encoded = (name: string, value: string) => `${name}=${encodeURIComponent(value)}`

const refused = (rules: QueryRules, query: string) => () => read(rules, query)

const invalid = expect.objectContaining({ code: 'invalidRequest' }) as Error

describe('an option that Graph documents', () => {
  test.each<[QueryRules, string, string]>([
    [listOptions, '$select', 'id'],
    [listOptions, '$select', Array.from({ length: 16 }, () => 'a'.repeat(64)).join()],
    [listOptions, '$filter', "displayName eq 'a'"],
    [listOptions, '$filter', "displayName eq ''"],
    [listOptions, '$filter', "displayName eq 'it''s'"],
    [listOptions, '$top', '1'],
    [listOptions, '$top', '999'],
    [listOptions, '$count', 'true'],
    [listOptions, '$count', 'false'],
    [expandOptions, '$expand', 'postFederationSignup'],
    [expandOptions, '$expand', 'postFederationSignup,postAttributeCollection,preTokenIssuance'],
    [auditOptions, '$filter', "targetResources/any(t:t/id eq 'a-1')"],
    [auditOptions, '$orderby', 'activityDateTime desc'],
    [auditOptions, '$top', '50'],
    [organizationOptions, '$select', 'id,displayName,verifiedDomains'],
  ])('is read: %o %s=%s', (rules, ...[name, value]) => {
    expect(read(rules, encoded(name, value))).toEqual({ [name]: value })
  })
})

describe('any other option', () => {
  test.each<[QueryRules, string, string]>([
    [listOptions, '$select', ''],
    [listOptions, '$select', 'id,'],
    [listOptions, '$select', 'id/x'],
    [listOptions, '$select', 'a'.repeat(65)],
    [listOptions, '$select', Array.from({ length: 17 }, () => 'a').join()],
    [listOptions, '$filter', "displayName eq 'a' or 1 eq 1"],
    [listOptions, '$filter', "displayName eq 'it's'"],
    [listOptions, '$filter', "xdisplayName eq 'a'"],
    [listOptions, '$filter', "id eq 'a'"],
    [listOptions, '$top', '0'],
    [listOptions, '$top', '01'],
    [listOptions, '$top', '1000'],
    [listOptions, '$top', '-1'],
    [listOptions, '$count', 'True'],
    [listOptions, '$expand', 'owners'],
    [listOptions, '$skiptoken', 'a'],
    [listOptions, 'select', 'id'],
    [expandOptions, '$expand', 'later'],
    [expandOptions, '$expand', 'postFederationSignup,'],
    [expandOptions, '$expand', Array.from({ length: 4 }, () => 'postFederationSignup').join()],
    [auditOptions, '$filter', "targetResources/any(t:t/id eq '../a')"],
    [auditOptions, '$filter', "targetResources/any(t:t/id eq 'a') or true"],
    [auditOptions, '$filter', "displayName eq 'a'"],
    [auditOptions, '$orderby', 'activityDateTime asc'],
    [organizationOptions, '$select', 'id'],
    [{}, '$top', '1'],
  ])('is refused: %o %s=%s', (rules, ...[name, value]) => {
    expect(refused(rules, encoded(name, value))).toThrow(invalid)
  })

  test('is named, and each of them', () => {
    expect(refused(listOptions, 'a=1&$top=x')).toThrow(
      expect.objectContaining({
        details: [
          expect.objectContaining({ target: 'a' }),
          expect.objectContaining({ target: '$top' }),
        ],
      }) as Error,
    )
  })

  test('is one that comes twice', () => {
    expect(refused(listOptions, '$top=1&$top=1')).toThrow(invalid)
  })
})

test('no options are none', () => {
  expect(read(listOptions, '')).toEqual({})
})

test('an option that must be given is', () => {
  expect(requireOption({ $filter: 'x' }, '$filter')).toEqual({ $filter: 'x' })
  expect(() => requireOption({}, '$filter')).toThrow(
    expect.objectContaining({
      code: 'invalidRequest',
      details: [expect.objectContaining({ target: '$filter' })],
    }) as Error,
  )
})
