import { describe, expect, test } from 'vitest'
import { lastMinute, nextStart, roughTime, timeLeftMs } from './reading-pace'

const now = 1_000_000_000
/** So many calls, 25 ms apart, the last of them at this time before now. */
const calls = (count: number, agoMs: number) =>
  Array.from({ length: count }, (_none, index) => now - agoMs - (count - 1 - index) * 25)

describe('the next call', () => {
  test('begins at once as long as the minute has room', () => {
    expect(nextStart(calls(179, 1000), 'rest', now)).toBe(now)
    expect(nextStart(calls(189, 1000), 'inSight', now)).toBe(now)
  })

  test('waits until the call that fills the minute is a minute old', () => {
    const starts = calls(180, 10_000)
    expect(nextStart(starts, 'rest', now)).toBe((starts[0] ?? 0) + 60_000)
    expect(nextStart(starts, 'inSight', now)).toBe(now)
  })

  test('a minute later nothing counts any more, nor does a start that a clock puts into the future', () => {
    expect(lastMinute([...calls(180, 60_000), now + 5000], now)).toEqual([])
  })
})

describe('the time left', () => {
  test('is that of the calls themselves as long as the minute has room', () => {
    expect(timeLeftMs({ starts: [], left: 40, callMs: 100, now })).toBe(1100)
  })

  test('of 202 calls is a minute and the time of those after it', () => {
    const left = timeLeftMs({ starts: [], left: 202, callMs: 100, now })
    expect(left).toBeGreaterThan(60_500)
    expect(left).toBeLessThan(61_000)
  })

  test('counts what an earlier page has called', () => {
    const left = timeLeftMs({ starts: calls(180, 40_000), left: 10, callMs: 100, now })
    expect(left).toBeGreaterThan(15_500)
    expect(left).toBeLessThan(19_000)
  })
})

test.each([
  [2_900, null],
  [3_000, { unit: 'seconds', count: 5 }],
  [12_000, { unit: 'seconds', count: 15 }],
  [30_000, { unit: 'seconds', count: 30 }],
  [58_300, { unit: 'seconds', count: 60 }],
  [90_001, { unit: 'minutes', count: 2 }],
  [200_000, { unit: 'minutes', count: 4 }],
])('%i ms are said roughly', (ms, said) => {
  expect(roughTime(ms)).toEqual(said)
})
