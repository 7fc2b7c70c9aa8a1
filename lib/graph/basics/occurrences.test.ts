import fc from 'fast-check'
import { expect, test } from 'vitest'
import { occurrencesOf } from './occurrences'

test.each([
  [['aba'], 'xabababax', [[1, 8]]],
  [['aa'], 'aaaaa', [[0, 5]]],
  [
    ['ab'],
    'abab',
    [
      [0, 2],
      [2, 4],
    ],
  ],
  [['abcabd'], 'abcabcabd', [[3, 9]]],
  [
    ['abcd', 'bc'],
    'abcabcd',
    [
      [1, 3],
      [3, 7],
    ],
  ],
  [['abcd', 'xbc'], 'abcxbc', [[3, 6]]],
  [['abcx', 'bcd', 'c'], 'abcd', [[1, 4]]],
  [['b', 'abc'], 'ab', [[1, 2]]],
  [['ab', 'bcdef', 'cd'], 'abcdef', [[0, 6]]],
  [['a'], 'bbb', []],
  [['long'], 'lo', []],
  [['', 'b'], 'abc', [[1, 2]]],
  [[''], 'abc', []],
  [[], 'abc', []],
  [['ab'], '', []],
  [['\ud83d\ude00'], 'a\ud83d\ude00', [[1, 3]]],
])('%j in %s', (wanted, text, expected) => {
  expect(occurrencesOf(wanted)(text)).toEqual(expected)
})

/** Slowly, as anybody would write it: which units are part of something that is wanted. */
const coveredBy = (wanted: readonly string[], text: string) =>
  Array.from(text, (_, at) =>
    wanted.some((one) =>
      Array.from({ length: one.length }, (_none, back) => at - back).some(
        (start) => start >= 0 && text.startsWith(one, start),
      ),
    ),
  )

test('it covers what the language finds, whatever the texts', () => {
  const letters = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b'), maxLength })
  fc.assert(
    fc.property(fc.array(letters(5), { maxLength: 6 }), letters(40), (wanted, text) => {
      const found = occurrencesOf(wanted)(text)

      const covered = Array.from(text, (_, at) => found.some(([from, to]) => from <= at && at < to))
      expect(covered).toEqual(coveredBy(wanted, text))
      for (const [index, [start]] of found.entries()) {
        expect(start).toBeGreaterThanOrEqual(found[index - 1]?.[1] ?? 0)
      }
    }),
    { numRuns: 1_000 },
  )
})
