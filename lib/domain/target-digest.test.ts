import { expect, test } from 'vitest'
import { targetDigest, targetDigestOf } from './target-digest'

test.each([
  ['https://localhost:4443/samples/basic?code=a', 'localhost:4443'],
  ['https://LOCALHOST.:4443/', 'localhost:4443'],
  ['https://api.lan/', 'api.lan:443'],
  ['https://[::1]:8443/', '[::1]:8443'],
])('%s is the target %s', (url, authority) => {
  expect(targetDigestOf(url)).toBe(targetDigest(authority))
})

test('a text that is no address is no target', () => {
  expect(targetDigestOf('localhost')).toBeNull()
})
