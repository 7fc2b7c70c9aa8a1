import { describe, expect, test } from 'vitest'
import { readComplaint } from './complaint'
import { targetUrlSchema } from './connector'
import { hasEmptyLabel, invisibleCharacter } from './target-url'

describe('an invisible character', () => {
  test.each([
    ['https://api\u200b.example/', 'zero width space, U+200B'],
    ['https://a\u00adpi.example/', 'soft hyphen, U+00AD'],
    ['https://api.example/\u2060check', 'word joiner, U+2060'],
    ['https://api.example/check\u00a0', 'no-break space, U+00A0'],
    ['\ufeffhttps://api.example/', 'byte order mark, U+FEFF'],
    ['https://api.example/\u202echeck', 'U+202E'],
    ['https://api.example/\u{e0041}', 'U+E0041'],
  ])('is named in %j', (url, name) => {
    expect(invisibleCharacter(url)).toBe(name)
    const { error } = targetUrlSchema.safeParse(url)
    expect(error?.issues.map(({ message }) => readComplaint(message))).toEqual([
      { key: 'targetUrlInvisible', value: name },
    ])
  })

  test.each(['https://api.example/ä?code=a|b', 'https://münchen.example/', ' https://a.example '])(
    'is not found in %j',
    (url) => {
      expect(invisibleCharacter(url)).toBeNull()
      expect(targetUrlSchema.safeParse(url).success).toBe(true)
    },
  )
})

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
