import { describe, expect, test } from 'vitest'
import { nameToType } from './name-to-type'
import { canBeTyped, shownName } from './shown-text'

describe('a name from a tenant', () => {
  test.each([
    ['Loyalty lookup', 'Loyalty lookup'],
    ['  padded  ', 'padded'],
    ['', ''],
    [' \t\n ', ''],
    ['\u200b', '[U+200B]'],
    ['\u3164\u2060', '[U+3164][U+2060]'],
    ['\u{e0041}', '[U+E0041]'],
    ['Loyalty \u202eexe.txt', 'Loyalty [U+202E]exe.txt'],
    ['Loy\u200balty', 'Loy[U+200B]alty'],
    ['two\nlines\u2028three', 'two[U+000A]lines[U+2028]three'],
    ['\u2069)\u2066', '[U+2069])[U+2066]'],
  ])('%j is shown as %j', (name, shown) => {
    expect(shownName(name)).toBe(shown)
  })

  test('of a megabyte is shortened, and so cannot be typed', () => {
    const name = 'a'.repeat(1_000_000)

    expect(shownName(name)).toBe(`${'a'.repeat(4096)}…`)
    expect(canBeTyped(name)).toBe(false)
  })

  test.each(['מועדון (לקוחות)', 'نظام', 'API ש', 'ܣܘܪܝܝܐ', '\u{10900}', '\u{1e900}'])(
    'from right to left is set apart from the sentence around it: %s',
    (name) => {
      expect(shownName(name)).toBe(`\u2068${name}\u2069`)
    },
  )

  test('cannot end the part that is set apart for it', () => {
    expect(shownName('ש\u2069!')).toBe('\u2068ש[U+2069]!\u2069')
  })

  test.each(['👩\u200d💻 API', 'می\u200cخواهم', '❤\ufe0f'])('keeps the joiners of %s', (name) => {
    expect(shownName(name)).toContain(name)
  })

  test.each([
    ['Loyalty', true],
    ['מועדון', true],
    [' ', false],
    ['\u200b', false],
    ['a\u202eb', false],
  ])('%j can be typed: %s', (name, expected) => {
    expect(canBeTyped(name)).toBe(expected)
    expect(nameToType({ displayName: name, id: 'id-1' })).toBe(expected ? name.trim() : 'id-1')
  })
})
