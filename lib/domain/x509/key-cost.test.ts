import { expect, test } from 'vitest'
import { isCostlyKey } from './key-cost'
import type { KeyFacts } from './public-key'

test.each<[KeyFacts, boolean]>([
  [{ type: 'RSA', bits: 4096 }, false],
  [{ type: 'RSA', bits: 8192 }, false],
  [{ type: 'RSA', bits: 8193 }, true],
  [{ type: 'RSA-PSS', bits: 16_384 }, true],
  [{ type: 'DSA', bits: 2048 }, false],
  [{ type: 'DSA', bits: null }, true],
  [{ type: 'EC', bits: 521, curve: 'P-521' }, false],
  [{ type: 'EC', bits: null, curve: '1.2.3' }, true],
  [{ type: 'EC', bits: null }, true],
  [{ type: 'Ed25519', bits: null }, false],
  [{ type: 'unknown', bits: null }, true],
])('a key like %j is costly: %s', (facts, expected) => {
  expect(isCostlyKey(facts)).toBe(expected)
})
