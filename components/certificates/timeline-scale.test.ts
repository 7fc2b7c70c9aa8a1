import { describe, expect, test } from 'vitest'
import { placeOf, shareOf, timelineRange, timelineTicks, type TimelineSpan } from './timeline-scale'

const seconds = (date: string) => Date.parse(`${date}T00:00:00Z`) / 1000
const now = seconds('2026-11-21')
const day = 86_400

const span = (notBefore: string, notAfter: string): TimelineSpan => ({
  id: notBefore,
  name: 'One',
  notBefore: seconds(notBefore),
  notAfter: seconds(notAfter),
  tone: 'active',
})

describe('the range', () => {
  test.each([
    ['spans within it', [span('2026-10-01', '2027-11-01')], '2026-10-01', '2027-11-01'],
    ['long spans', [span('2020-01-01', '2036-01-01')], '2026-08-21', '2028-11-21'],
    ['short ones', [span('2026-11-20', '2026-11-22')], '2026-10-21', '2027-02-21'],
    ['what has ended', [span('2024-01-01', '2025-01-01')], '2026-08-21', '2027-02-21'],
    ['what begins much later', [span('2030-01-01', '2031-01-01')], '2026-10-21', '2028-11-21'],
    ['nothing', [], '2026-10-21', '2027-02-21'],
    [
      'several spans',
      [span('2026-10-01', '2027-03-01'), span('2026-09-01', '2027-11-01')],
      '2026-09-01',
      '2027-11-01',
    ],
  ])('for %s begins and ends at sensible bounds', (...[, spans, from, until]) => {
    const range = timelineRange(spans, now)

    expect(range).toEqual({ from: seconds(from), until: seconds(until) })
  })
})

describe('the ticks', () => {
  const months = (from: string, until: string) =>
    timelineTicks({ from: seconds(from), until: seconds(until) }).map(({ at }) =>
      at.toISOString().slice(0, 10),
    )

  test.each([
    ['2026-11-06', '2027-02-21', ['2026-12-01', '2027-01-01', '2027-02-01']],
    ['2026-12-06', '2027-07-21', ['2027-01-01', '2027-03-01', '2027-05-01', '2027-07-01']],
    ['2026-10-02', '2027-12-02', ['2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01']],
    ['2026-08-21', '2028-11-21', ['2027-01-01', '2027-07-01', '2028-01-01', '2028-07-01']],
  ])('from %s to %s are beginnings of months', (...[from, until, expected]) => {
    expect(months(from, until)).toEqual(expected)
  })

  test('stand where their moment does', () => {
    const range = { from: seconds('2026-12-02'), until: seconds('2027-01-31') }

    const [tick] = timelineTicks(range)

    expect(tick?.share).toBeCloseTo(0.5)
  })
})

describe('the place of a bar', () => {
  const range = { from: now - 100 * day, until: now + 300 * day }
  const place = (fromDay: number, untilDay: number) =>
    placeOf({ notBefore: now + fromDay * day, notAfter: now + untilDay * day }, range)

  test('is that of its dates', () => {
    expect(place(0, 100)).toEqual({
      start: 0.25,
      length: 0.25,
      isCutAtStart: false,
      isCutAtEnd: false,
    })
  })

  test('ends at the edges when the span goes on', () => {
    expect(place(-500, 500)).toEqual({
      start: 0,
      length: 1,
      isCutAtStart: true,
      isCutAtEnd: true,
    })
  })

  test.each([
    ['before the timeline', -500, -400],
    ['after it', 400, 500],
    ['of a single moment at its end', 300, 300],
    ['that ends before it begins', 20, 10],
  ])('of a span %s is a mark within it', (_title, fromDay, untilDay) => {
    const { start, length } = place(fromDay, untilDay)

    expect(start).toBeGreaterThanOrEqual(0)
    expect(length).toBeGreaterThan(0)
    expect(length).toBeLessThan(0.01)
    expect(start + length).toBeLessThanOrEqual(1)
  })

  test('is measured from the beginning', () => {
    expect(shareOf(range, now)).toBe(0.25)
  })
})
