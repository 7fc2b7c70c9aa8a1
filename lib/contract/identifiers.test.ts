import { describe, expect, test } from 'vitest'
import { graphVersionSchema, identifierSchema, stepSchema, userFlowKindSchema } from './identifiers'

describe('an id', () => {
  test.each([
    'a',
    '3c5a1f0e-7b1d-4b57-9a55-0d6f0a2c1010',
    'RestApi_f6e8fb8d-6129-4db3-8c8c-2a1b0e4f7a11',
    'B2X_1_Partner.Sign-up',
    '...',
    'a'.repeat(128),
  ])('may be %s', (id) => {
    expect(identifierSchema.parse(id)).toBe(id)
  })

  test.each([
    '',
    '.',
    '..',
    '../users',
    'a/b',
    'a b',
    'a%2fb',
    ' a',
    'a\n',
    'ä',
    'a'.repeat(129),
    1,
  ])('is not %j, which could lead elsewhere', (id) => {
    expect(identifierSchema.safeParse(id).success).toBe(false)
  })
})

test.each([
  [graphVersionSchema, ['v1.0', 'beta'], 'v2.0'],
  [stepSchema, ['postFederationSignup', 'postAttributeCollection', 'preTokenIssuance'], 'later'],
  [userFlowKindSchema, ['b2xUserFlows', 'b2cUserFlows'], 'b2xuserflows'],
] as const)('what is in a path is one of few words', (schema, words, other) => {
  for (const word of words) expect(schema.safeParse(word).success).toBe(true)
  expect(schema.safeParse(other).success).toBe(false)
})
