import { expect, test } from 'vitest'
import { occurrencesOf } from './occurrences'

test.each([
  [
    'aba',
    'xabababax',
    [
      [1, 4],
      [5, 8],
    ],
  ],
  [
    'aa',
    'aaaaa',
    [
      [0, 2],
      [2, 4],
    ],
  ],
  ['abcabd', 'abcabcabd', [[3, 9]]],
  ['a', 'bbb', []],
  ['long', 'lo', []],
  ['', 'abc', []],
  ['ab', '', []],
])('%s in %s', (wanted, text, expected) => {
  expect(occurrencesOf(wanted)(text)).toEqual(expected)
})

test('it finds what the language finds, whatever the text', () => {
  const letters = (length: number, seed: number) =>
    Array.from(
      { length },
      (_, index) => 'ab'[((index + 1) * seed * 2654435761) % 7 > 3 ? 1 : 0],
    ).join('')
  for (let seed = 1; seed < 300; seed += 1) {
    const [wanted, text] = [letters(1 + (seed % 4), seed), letters(60, seed * 31)]
    const found = occurrencesOf(wanted)(text).map(([start]) => start)

    expect(found).toEqual([...text.matchAll(new RegExp(wanted, 'g'))].map(({ index }) => index))
  }
})
