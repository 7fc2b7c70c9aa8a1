import { expect, test } from 'vitest'
import { randomPassword } from './random-password'

const passwords = Array.from({ length: 2000 }, randomPassword)
const characters = passwords.join('')

test('a random password is long, ASCII, and has no characters that look alike', () => {
  expect(passwords.filter((password) => !/^[2-9A-HJ-NP-Za-km-np-z]{24}$/.test(password))).toEqual(
    [],
  )
})

test('a random password is never the same', () => {
  expect(new Set(passwords).size).toBe(passwords.length)
})

test('no character is likelier than another', () => {
  const counts = new Map<string, number>()
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1)
  const mean = characters.length / 56

  expect(counts.size).toBe(56)
  // The share of a byte taken modulo 56 would be a quarter larger for 32 of them: 9 % above the mean.
  // Chance moves a count by 3 % as a rule.
  const excess = [...counts.values()].reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)
  expect(excess).toBeLessThan(160)
})
