import { describe, expect, test } from 'vitest'
import { withoutSentSecrets } from './graph-error-mask'

const sent = (password: string) => ({
  displayName: 'Lookup',
  targetUrl: 'https://api.example.com/check?code=function-key-1&v=2',
  authenticationConfiguration: { '@odata.type': 'x', username: 'kim', password },
})

const error = (message: string) => ({
  error: {
    code: 'AADB2C',
    message,
    innerError: { 'request-id': 'secret-1', details: [{ target: 'password', message }] },
  },
})

describe('an error of Graph’s', () => {
  test('loses a password, a file and a function key that it repeats, wherever it says them', () => {
    const upload = { pkcs12Value: 'MIIKmQIBAzCC', password: 'secret-1' }
    expect(withoutSentSecrets(error('Cannot open MIIKmQIBAzCC with secret-1'), upload)).toEqual({
      error: {
        code: 'AADB2C',
        message: 'Cannot open ••• with •••',
        innerError: {
          'request-id': 'secret-1',
          details: [{ target: 'password', message: 'Cannot open ••• with •••' }],
        },
      },
    })
    expect(
      withoutSentSecrets(error('https://api.example.com/check?code=function-key-1'), sent('')),
    ).toMatchObject({ error: { message: 'https://api.example.com/check?code=•••' } })
  })

  test('keeps what a person needs of it: codes, ids, names, and other values', () => {
    const answer = error('The displayName Lookup of kim, v=2, is refused')
    expect(withoutSentSecrets(answer, sent('secret-1'))).toEqual(answer)
  })

  test('is masked whole where a very short secret occurs', () => {
    expect(withoutSentSecrets(error('The password abc is weak'), sent('abc'))).toMatchObject({
      error: { code: 'AADB2C', message: '•••' },
    })
  })

  test('of four characters a secret is cut out of its sentence', () => {
    expect(withoutSentSecrets(error('The password abcd is weak'), sent('abcd'))).toMatchObject({
      error: { message: 'The password ••• is weak' },
    })
  })

  test.each([
    ['code', true],
    ['Target', true],
    ['date', true],
    ['@odata.type', true],
    ['request-id', true],
    ['correlationId', true],
    ['errorcode', false],
    ['codes', false],
    ['update', false],
    ['identity', false],
  ])('what is called %s is kept as it is: %s', (property, isKept) => {
    const told = { error: { [property]: 'secret-1', count: 1, more: null, list: [['secret-1']] } }

    expect(withoutSentSecrets(told, sent('secret-1'))).toEqual({
      error: { ...told.error, [property]: isKept ? 'secret-1' : '•••', list: [['•••']] },
    })
  })

  test.each([
    ['password', true],
    ['Password', true],
    ['pkcs12Value', true],
    ['oldPassword', false],
    ['passwordHint', false],
  ])('what was sent as %s is a secret: %s', (property, isSecret) => {
    const answer = error('It says secret-1')
    const masked = withoutSentSecrets(answer, { inner: [{ [property]: 'secret-1' }], none: null })

    expect(masked).toEqual(isSecret ? error('It says •••') : answer)
  })

  test('an address that is none has no keys', () => {
    const answer = error('not an address?code=function-key-1')

    expect(withoutSentSecrets(answer, { targetUrl: 'not an address?code=function-key-1' })).toBe(
      answer,
    )
  })

  test('is left alone when nothing secret was sent', () => {
    const answer = error('anything')
    expect(withoutSentSecrets(answer, undefined)).toBe(answer)
  })
})
