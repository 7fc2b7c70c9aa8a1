import { expect, test } from 'vitest'
import { targetUrlSchema } from './connector'
import { hasEmptyLabel } from './target-url'

test.each([
  ['https://a..example/', true],
  ['https://.example/', true],
  ['https://a.example../', true],
  ['https://a.example./', false],
  ['https://a.example/..', false],
  ['https://[::1]/', false],
])('an empty label: %s %s', (url, expected) => {
  expect(hasEmptyLabel(url)).toBe(expected)
  expect(targetUrlSchema.safeParse(url).success).toBe(!expected)
})
