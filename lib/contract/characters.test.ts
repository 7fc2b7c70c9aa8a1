import { describe, expect, test } from 'vitest'
import { readComplaint } from './complaint'
import { targetUrlSchema } from './connector'
import { hasSomethingToSee, invisibleCharacter, turningCharacter } from './characters'

describe('an invisible character', () => {
  test.each([
    ['https://api\u200b.example/', 'zero width space, U+200B'],
    ['https://a\u00adpi.example/', 'soft hyphen, U+00AD'],
    ['https://api.example/\u2060check', 'word joiner, U+2060'],
    ['https://api.example/check\u00a0', 'no-break space, U+00A0'],
    ['\ufeffhttps://api.example/', 'byte order mark, U+FEFF'],
    ['https://api.example/\u202echeck', 'right-to-left override, U+202E'],
    ['https://api.example/\u2003check', 'U+2003'],
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
  ['Loyalty \u202elookup', 'right-to-left override, U+202E'],
  ['\u2066Loyalty', 'left-to-right isolate, U+2066'],
  ['Loyalty\u061c', 'arabic letter mark, U+061C'],
  ['Loyalty lookup', null],
  ['\u05e9\u05dc\u05d5\u05dd', null],
  ['zero\u200bwidth', null],
])('a character that turns text in %j is %s', (text, expected) => {
  expect(turningCharacter(text)).toBe(expected)
})

test.each([
  ['', false],
  [' \t', false],
  ['\u200b\u2060', false],
  ['\u3164\uffa0', false],
  ['\u2800', false],
  ['\u00ad\ufe0f\u{e0041}', false],
  ['\ud800', false],
  ['a\u200b', true],
  ['.', true],
  ['\u0301', true],
  ['\u{1f600}', true],
])('there is something to see in %j: %s', (text, expected) => {
  expect(hasSomethingToSee(text)).toBe(expected)
})
