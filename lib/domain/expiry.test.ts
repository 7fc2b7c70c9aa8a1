import { expect, test } from 'vitest'
import { daysLeft, endsSoon } from './expiry'

const day = 86_400

test.each([
  [0, 0],
  [day - 1, 0],
  [day, 1],
  [1.6 * day, 2],
  [200 * day - 60, 200],
  [199.4 * day, 199],
])('%d seconds are %d days', (seconds, days) => {
  expect(daysLeft(seconds)).toBe(days)
})

test.each([
  [-1, false],
  [0, true],
  [30.4 * day, true],
  [30.6 * day, false],
])('what ends in %d seconds ends soon: %s', (seconds, isSoon) => {
  expect(endsSoon(seconds)).toBe(isSoon)
})
