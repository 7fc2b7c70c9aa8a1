import { describe, expect, test } from 'vitest'
import { hasUrlSecrets, maskUrlSecrets } from './endpoint-url'

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
