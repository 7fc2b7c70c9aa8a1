import { describe, expect, it } from 'vitest'
import { tenantKindSchema } from '@/lib/contract/connector-test'
import { withClaim } from './claims-text'
import { adaptClaims, buildClaims, presets, stepsOfTenant, type RequestKind } from './request'

const kinds: RequestKind[] = tenantKindSchema.options.flatMap((tenantKind) =>
  stepsOfTenant[tenantKind].flatMap((step) =>
    presets.map((preset) => ({ tenantKind, step, preset })),
  ),
)

const custom = 'extension_7c4f0a1d2e3b4c5d8e9f0a1b2c3d4e5f_LoyaltyId'

describe.each(kinds)('$tenantKind, $step, $preset', (kind) => {
  const claims = buildClaims(kind)

  it('has no claim without value', () => {
    expect(Object.values(claims).filter((value) => value === null || value === '')).toEqual([])
  })

  it('has the address, an identity and the locale', () => {
    expect([typeof claims.email, typeof claims.ui_locales]).toEqual(['string', 'string'])
    expect(claims.identities).toHaveLength(1)
  })

  it('tells step and app in Azure AD B2C only', () => {
    const isB2c = kind.tenantKind === 'b2c'

    expect('step' in claims).toBe(isB2c)
    expect('client_id' in claims).toBe(isB2c)
  })

  it('has an object id only when the account exists', () => {
    expect('objectId' in claims).toBe(kind.step === 'preTokenIssuance')
  })
})

it.each([
  ['postFederationSignup', 'PostFederationSignup'],
  ['postAttributeCollection', 'PostAttributeCollection'],
  ['preTokenIssuance', 'PreTokenIssuance'],
] as const)('%s is called %s in the body', (step, name) => {
  expect(buildClaims({ tenantKind: 'b2c', step, preset: 'socialAccount' }).step).toBe(name)
})

it('the names of the documented sample come in its order', () => {
  const claims = buildClaims({
    tenantKind: 'b2c',
    step: 'postAttributeCollection',
    preset: 'socialAccount',
  })

  expect(Object.keys(claims)).toEqual([
    'email',
    'identities',
    'displayName',
    'givenName',
    'surname',
    'jobTitle',
    'streetAddress',
    'city',
    'postalCode',
    'state',
    'country',
    custom,
    'step',
    'client_id',
    'ui_locales',
  ])
})

it('before the form only what the identity provider tells is sent', () => {
  const claims = buildClaims({
    tenantKind: 'b2x',
    step: 'postFederationSignup',
    preset: 'socialAccount',
  })

  expect(Object.keys(claims)).toEqual([
    'email',
    'identities',
    'displayName',
    'givenName',
    'lastName',
    'ui_locales',
  ])
})

it.each([
  ['b2x', { signInType: 'federated', issuer: 'mail' }],
  ['b2c', { signInType: 'emailAddress', issuer: 'contoso.onmicrosoft.com' }],
] as const)('a local account of %s is identified by its address', (tenantKind, identity) => {
  const { email, identities } = buildClaims({
    tenantKind,
    step: 'postAttributeCollection',
    preset: 'localAccount',
  })

  expect(identities).toEqual([{ ...identity, issuerAssignedId: email }])
})

it('what a person has left out is absent', () => {
  const claims = buildClaims({
    tenantKind: 'b2c',
    step: 'postAttributeCollection',
    preset: 'missingClaims',
  })

  for (const name of ['displayName', 'surname', 'postalCode', custom]) {
    expect(name in claims).toBe(false)
  }
})

describe('claims that were edited', () => {
  const from: RequestKind = {
    tenantKind: 'b2c',
    step: 'postAttributeCollection',
    preset: 'socialAccount',
  }
  const others = withClaim(buildClaims(from), 'postalCode', '')
  const edited = { ...others, city: 'Bergen', added: 1 }
  const to: RequestKind = { ...from, step: 'preTokenIssuance' }
  const adapted = adaptClaims(edited, from, to)

  it('keep what was changed and what was added', () => {
    expect(adapted).toMatchObject({ city: 'Bergen', added: 1 })
  })

  it('do not get back what was taken away', () => {
    expect('postalCode' in adapted).toBe(false)
  })

  it('become otherwise what is sent then', () => {
    expect(adapted).toMatchObject({ step: 'PreTokenIssuance', jobTitle: 'Buyer' })
    expect('objectId' in adapted).toBe(true)
    expect('objectId' in adaptClaims(adapted, to, from)).toBe(false)
  })

  it('are those of the other kind when nothing was changed', () => {
    const first: RequestKind = {
      tenantKind: 'b2x',
      step: 'postFederationSignup',
      preset: from.preset,
    }

    expect(adaptClaims(buildClaims(from), from, first)).toEqual(buildClaims(first))
  })
})
