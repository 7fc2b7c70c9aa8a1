import { expect, it } from 'vitest'
import { bandOf } from './time-bands'

it.each([
  [0, 'good'],
  [2_000, 'good'],
  [2_001, 'long'],
  [5_000, 'long'],
  [5_001, 'overUserFlow'],
  [10_000, 'overUserFlow'],
  [10_001, 'overCustomPolicy'],
  [20_000, 'overCustomPolicy'],
  [20_001, 'overEverything'],
] as const)('%i ms are %s', (ms, band) => {
  expect(bandOf(ms)).toBe(band)
})
