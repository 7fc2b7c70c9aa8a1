import { expect, it } from 'vitest'
import { securityTextOf } from './security-text'

it('names the contact and a day until which it holds, a line each', () => {
  const text = securityTextOf('mailto:security@contoso.example', Date.UTC(2026, 0, 1, 12))

  expect(text.split('\n')).toEqual([
    'Contact: mailto:security@contoso.example',
    'Expires: 2026-04-01T00:00:00.000Z',
    'Preferred-Languages: en',
    '',
  ])
})
