import { expect, test } from 'vitest'
import { createMask, maskHeaders } from './sent-secrets'

const password = 'p&"ä:=/+ss wörd'
const credentials = `kim:${password}`
const secrets = { passwords: [password], credentials, query: 'code=abcdef/1234==&n=12' }
const mask = (text: string) => createMask(secrets)(text)

test.each([
  ['as it is', password],
  ['in JSON', JSON.stringify([password])],
  [
    'in JSON of ASCII',
    JSON.stringify(password).replaceAll('ä', '\\u00e4').replaceAll('ö', '\\u00f6'),
  ],
  [
    'in JSON of ASCII, in upper case',
    JSON.stringify(password).replaceAll('ä', '\\u00E4').replaceAll('ö', '\\u00F6'),
  ],
  ['in an address', `?p=${encodeURIComponent(password)}`],
  ['in a form', new URLSearchParams({ key: password }).toString()],
  ['in a page', password.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
  ['in base64 without padding', Buffer.from(password).toString('base64').replace(/=+$/, '')],
  ['in base64 of addresses', Buffer.from(password).toString('base64url')],
  ['in base64', Buffer.from(password).toString('base64')],
  ['as credentials', `Basic ${Buffer.from(credentials).toString('base64')}`],
  ['as credentials without padding', Buffer.from(credentials).toString('base64url')],
  ['as credentials in Latin-1', Buffer.from(credentials, 'latin1').toString('base64')],
])('a password %s is cut out', (_, text) => {
  const masked = mask(`before ${text} after`)

  expect(masked).toMatch(/^before .*•••.* after$/)
  expect(masked).not.toMatch(/p&|ss[ +%]|c3Mg/)
})

test('secrets that overlap are cut out as one, and next to each other as two', () => {
  const overlapping = createMask({ passwords: ['abcd', 'cdef'], credentials: undefined, query: '' })

  expect(overlapping('x abcdef y abcd cdef')).toBe('x ••• y ••• •••')
})

test('a key of the address is cut out, a small value stays', () => {
  expect(mask('code abcdef/1234== n 12')).toBe('code ••• n 12')
  expect(mask('code=abcdef%2F1234%3D%3D')).toBe('code=•••')
})

test('headers lose them in names and values', () => {
  expect(maskHeaders([[`x-${password}`, password]], mask)).toEqual([['x-•••', '•••']])
})

test('without secrets nothing changes', () => {
  const none = createMask({ passwords: [''], credentials: undefined, query: '' })

  expect(none('{"a":"•"}')).toBe('{"a":"•"}')
})

test('the longest comes first, so that no rest of it is left', () => {
  const both = createMask({ passwords: ['abc', 'abcdef'], credentials: undefined, query: '' })

  expect(both('abcdef abc')).toBe('••• •••')
})

test.each([
  ['<a>', '&lt;a&gt;'],
  ["it's", 'it&#39;s'],
])('%s is cut out of a page', (secret, written) => {
  const inPage = createMask({ passwords: [secret], credentials: undefined, query: '' })

  expect(inPage(`before ${written} after`)).toBe('before ••• after')
})

test('a value of the address counts from eight characters on, whatever its name', () => {
  const keys = createMask({ passwords: [], credentials: undefined, query: 'a=1234567&b=12345678' })

  expect(keys('1234567 12345678')).toBe('1234567 •••')
})
