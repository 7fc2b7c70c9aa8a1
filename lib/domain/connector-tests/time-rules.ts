/** Rules about the time an endpoint takes, which Microsoft has documented differently over the years. */
import { bandOf, type TimeBand } from './time-bands'
import type { Rule } from './rule'

const inBand =
  (band: TimeBand): Rule['broken'] =>
  ({ answer: { totalMs } }) =>
    bandOf(totalMs) === band ? [{ seconds: Math.round(totalMs / 100) / 10 }] : []

export const timeRules: readonly Rule[] = [
  {
    name: 'timeLong',
    severity: 'warning',
    message: 'The answer took {seconds} s. Everybody who signs up waits that long.',
    broken: inBand('long'),
  },
  {
    name: 'timeOverUserFlow',
    severity: 'error',
    message: 'The answer took {seconds} s. User flows give up after 5 s.',
    broken: inBand('overUserFlow'),
  },
  {
    name: 'timeOverCustomPolicy',
    severity: 'error',
    message:
      'The answer took {seconds} s. User flows give up after 5 s, custom policies after 10 s.',
    broken: inBand('overCustomPolicy'),
  },
  {
    name: 'timeOverEverything',
    severity: 'error',
    message: 'The answer took {seconds} s. No documented time limit is that long.',
    broken: inBand('overEverything'),
  },
]
