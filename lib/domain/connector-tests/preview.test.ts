import { describe, expect, it } from 'vitest'
import { previewOf } from './preview'
import { appId, block, proceed, refuse } from './testing/answers'
import { resultOf } from './testing/results'

const result = (body: object, action: string, valid = true) => ({
  ...resultOf(),
  response: { ...resultOf().response, body: JSON.stringify(body) },
  verdict: { valid, action, findings: [] },
})

describe('the person who signs up', () => {
  it.each([
    ['postFederationSignup', 'prefilled'],
    ['postAttributeCollection', 'overridden'],
    ['preTokenIssuance', 'inToken'],
  ] as const)('goes on, with claims that are at %s %s', (step, effect) => {
    const answered = result(proceed({ email: 'other', [`extension_${appId}_Tier`]: 1 }), 'Continue')

    expect(previewOf(answered, step)).toEqual({
      kind: 'continues',
      effect,
      claims: [
        { name: 'email', from: 'kim@fabrikam.example', to: 'other' },
        { name: 'Tier', from: null, to: '1' },
      ],
    })
  })

  it('finds the value of an attribute that was sent with the app id', () => {
    const answered = result(proceed({ extension_Tier: 'gold' }), 'Continue')
    const body = { [`extension_${appId}_Tier`]: 'silver' }
    const preview = previewOf(
      { ...answered, request: { ...answered.request, body } },
      'postAttributeCollection',
    )

    expect(preview).toMatchObject({ claims: [{ name: 'Tier', from: 'silver', to: 'gold' }] })
  })

  it('is shown why sign-up ends', () => {
    expect(previewOf(result(block(), 'ShowBlockPage'), 'postFederationSignup')).toEqual({
      kind: 'blocked',
      message: 'Sign-up is not open to you.',
    })
  })

  it('is shown what to correct', () => {
    expect(previewOf(result(refuse(), 'ValidationError'), 'postAttributeCollection')).toEqual({
      kind: 'asksAgain',
      message: 'Please check the postal code.',
    })
  })

  it('sees Microsoft’s error page when the answer breaks a rule, or there is none', () => {
    expect(previewOf(result(refuse(), 'ValidationError', false), 'preTokenIssuance')).toEqual({
      kind: 'error',
    })
    expect(previewOf({ ...resultOf(), response: null, verdict: null }, 'preTokenIssuance')).toEqual(
      {
        kind: 'error',
      },
    )
  })

  it('may be shown more claims than were kept of the answer', () => {
    const answered = resultOf()
    const cut = { ...answered, response: { ...answered.response, body: '{"ver', isCut: true } }

    expect(previewOf(cut, 'postAttributeCollection')).toMatchObject({ claims: null })
  })
})
