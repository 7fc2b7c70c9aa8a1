import { describe, expect, test } from 'vitest'
import { endpointText, hasUrlSecrets, hostBehind, maskUrlSecrets } from './endpoint-url'

describe('an endpoint URL on a screen', () => {
  test.each([
    ['https://api.example.com/signup', 'https://api.example.com/signup'],
    ['https://f.example.net/api?code=s3cret', 'https://f.example.net/api?code=•••'],
    ['https://f.example.net/api?code=a==&x=1', 'https://f.example.net/api?code=•••&x=•••'],
    ['https://f.example.net/api?s3cret', 'https://f.example.net/api?•••'],
    ['https://f.example.net/api?code=', 'https://f.example.net/api?code=•••'],
    ['https://f.example.net/api?', 'https://f.example.net/api?'],
    ['https://f.example.net/api?a=1#part', 'https://f.example.net/api?a=•••#part'],
    ['not a url?code=s3cret', 'not a url?code=•••'],
  ])('%s is shown as %s', (url, shown) => {
    expect(maskUrlSecrets(url)).toBe(shown)
  })

  test('says whether there is something to reveal', () => {
    expect(hasUrlSecrets('https://f.example.net/api?code=s3cret')).toBe(true)
    expect(hasUrlSecrets('https://f.example.net/api')).toBe(false)
  })
})

describe('the host behind an endpoint URL', () => {
  test.each([
    ['https://аpple.com/', 'xn--pple-43d.com'],
    ['https://аpple.com:8443/', 'xn--pple-43d.com:8443'],
    ['https://münchen.example/?x=1', 'xn--mnchen-3ya.example'],
    ['https://ａpple.com/', 'apple.com'],
    ['https://apple.com@evil.example/', 'evil.example'],
    ['https://2130706433/', '127.0.0.1'],
    ['https://0x7f.1/', '127.0.0.1'],
    ['https://exam\u00adple.com/', 'example.com'],
    ['https:\\\\evil.example/', 'evil.example'],
  ])('%s leads to %s', (url, host) => {
    expect(hostBehind(url)).toBe(host)
  })

  test.each([
    'https://api.example.com/signup?code=1',
    'https://API.Example.com:443/',
    'https://api.example.com',
    ' https://api.example.com/ ',
    'https://xn--pple-43d.com/',
    'https://[::1]:8443/',
    'http://api.example.com/а',
    'no url',
    '',
  ])('is what is written in %j', (url) => {
    expect(hostBehind(url)).toBeNull()
  })

  test('stands beside the URL in one line of text', () => {
    expect(endpointText('https://аpple.com/?code=1')).toBe(
      'https://аpple.com/?code=••• (xn--pple-43d.com)',
    )
    expect(endpointText('https://api.example.com/?code=1')).toBe(
      'https://api.example.com/?code=•••',
    )
  })

  test('and what hides in it is spelled out', () => {
    expect(endpointText('https://api.example.com/\u202efdp')).toBe(
      'https://api.example.com/[U+202E]fdp',
    )
  })
})
