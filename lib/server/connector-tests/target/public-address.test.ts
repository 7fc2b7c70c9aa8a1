import { expect, test } from 'vitest'
import { isInRanges, isPublicAddress, isSameAddress } from './public-address'

// The corpus of `targets.test.ts` has the addresses that are refused; these are their neighbours.
test.each([
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '168.63.129.15',
  '168.63.129.17',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2001:200::1',
  '2001:4860:4860::8888',
  '2003::1',
  '2606:4700:4700::1111',
  '2a00:1450:4001::1',
  '3ffd::1',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each(['', 'localhost', '1.2.3', '1.2.3.4.5', '::g', '8.8.8.8/32', '8.8.8.8 '])(
  '%j is no address',
  (text) => {
    expect(isPublicAddress(text)).toBe(false)
  },
)

test('ranges are of one kind of address', () => {
  expect(isInRanges('8.8.4.4', ['2000::/3', '8.8.4.0/24'])).toBe(true)
  expect(isInRanges('::ffff:8.8.4.4', ['8.8.4.0/24'])).toBe(true)
  expect(isInRanges('8.8.5.4', ['8.8.4.0/24'])).toBe(false)
  expect(isInRanges('2606:4700::1', ['2606:4700::/32'])).toBe(true)
})

test('spellings of one address are the same', () => {
  expect(isSameAddress('::1', '0:0:0:0:0:0:0:1')).toBe(true)
  expect(isSameAddress('::ffff:127.0.0.1', '127.0.0.1')).toBe(true)
  expect(isSameAddress('127.0.0.1', '127.0.0.2')).toBe(false)
  expect(isSameAddress('', '')).toBe(false)
})
