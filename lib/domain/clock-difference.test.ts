import { expect, test } from 'vitest'
import { clockDifference, roundDifference } from './clock-difference'

const header = 'Sat, 21 Nov 2026 15:00:00 GMT'
const server = Date.UTC(2026, 10, 21, 15)

test.each([
  ['the same time', 0, 0],
  ['2 minutes ahead', 120_000, 0],
  ['2 minutes behind', -120_000, 0],
  ['just over 2 minutes ahead', 121_000, 121],
  ['5 minutes behind', -300_000, -300],
  ['a year ahead', 31_536_000_000, 31_536_000],
])('a clock at %s', (_title, offMs, expected) => {
  expect(clockDifference(header, server + offMs)).toBe(expected)
})

test.each([[null], [''], ['yesterday']])('a date header of %j says nothing', (value) => {
  expect(clockDifference(value, server)).toBeNull()
})

test.each([
  [121, 2, 'minute'],
  [-300, 5, 'minute'],
  [5_399, 90, 'minute'],
  [5_400, 2, 'hour'],
  [-86_400, 24, 'hour'],
  [130_000, 2, 'day'],
  [31_536_000, 365, 'day'],
])('%d seconds are %d times a %s', (seconds, amount, unit) => {
  expect(roundDifference(seconds)).toEqual({ amount, unit })
})
