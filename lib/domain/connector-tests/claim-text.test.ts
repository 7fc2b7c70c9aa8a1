import { expect, it } from 'vitest'
import type { Claims } from '@/lib/contract/connector-test'
import { claimText } from './claim-text'

it.each([
  ['text', 'text'],
  [1, '1'],
  [null, 'null'],
  [[{ issuer: 'a' }], '[{"issuer":"a"}]'],
])('%j is shown as %s', (value, text) => {
  expect(claimText(value)).toBe(text)
})

it('what is a million brackets deep is left out', () => {
  const depth = 400_000
  const deep = JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as Claims[string]

  expect(claimText(deep)).toBe('…')
})
