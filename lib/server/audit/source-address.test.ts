import { expect, test } from 'vitest'
import { socketAddressHeader, sourceAddressOf } from './source-address'

test.each([
  [0, '198.51.100.1', '192.0.2.7'],
  [1, '198.51.100.1', '198.51.100.1'],
  [1, 'made-up, 203.0.113.9, 198.51.100.1', '198.51.100.1'],
  [2, 'made-up, 203.0.113.9, 198.51.100.1', '203.0.113.9'],
  [1, '198.51.100.1:4711', '198.51.100.1'],
  [1, '[2001:db8::1]:4711', '2001:db8::1'],
  [1, '2001:db8::1', '2001:db8::1'],
  [1, '::ffff:198.51.100.1', '198.51.100.1'],
  [2, '198.51.100.1', '192.0.2.7'],
  [1, 'unknown', '192.0.2.7'],
  [1, '', '192.0.2.7'],
  [1, '198.51.100.1"}', '192.0.2.7'],
])('behind %i proxies, "%s" from 192.0.2.7 comes from %s', (trustedProxies, header, address) => {
  const headers = new Headers({
    [socketAddressHeader]: '192.0.2.7',
    'x-forwarded-for': header,
  })

  expect(sourceAddressOf(headers, { trustedProxies })).toBe(address)
})
