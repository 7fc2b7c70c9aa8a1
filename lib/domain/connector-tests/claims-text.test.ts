import { describe, expect, it } from 'vitest'
import { claimsText, fieldText, readClaims, withClaim } from './claims-text'

describe('the text of the claims', () => {
  it('is read back as it was written', () => {
    const claims = { email: 'kim@fabrikam.example', identities: [{ issuer: 'mail' }], age: 3 }

    expect(readClaims(claimsText(claims))).toEqual({ ok: true, claims })
  })

  it.each(['', '{', '{"a":1,}', "{'a':1}", 'hello'])('%j is no JSON', (text) => {
    expect(readClaims(text)).toMatchObject({ ok: false, reason: 'notJson' })
  })

  it.each(['[]', '"text"', '1', 'null', 'true'])('%s is no object', (text) => {
    expect(readClaims(text)).toMatchObject({ ok: false, reason: 'notAnObject' })
  })

  it('says on which line the fault is', () => {
    expect(readClaims('{\n  "a": 1,\n  b\n}')).toMatchObject({ line: 3 })
  })
})

describe('a field', () => {
  const claims = { city: 'Oslo', age: 3, identities: [] }

  it.each([
    ['city', 'Oslo'],
    ['state', ''],
    ['age', null],
    ['identities', null],
  ])('of %s shows %j', (name, text) => {
    expect(fieldText(claims, name)).toBe(text)
  })

  it('changes its claim and nothing else', () => {
    expect(withClaim(claims, 'city', 'Bergen')).toEqual({ ...claims, city: 'Bergen' })
  })

  it('that is emptied takes the claim away', () => {
    expect(withClaim(claims, 'city', '')).toEqual({ age: 3, identities: [] })
  })
})
