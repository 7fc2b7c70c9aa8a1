import { expect, test } from 'vitest'
import { createStageClock } from './stage-clock'

function createTimes() {
  let now = 0
  const clock = createStageClock(() => now)
  return { clock, pass: (ms: number) => (now += ms) }
}

test('a stage lasts until the next begins', () => {
  const { clock, pass } = createTimes()
  clock.begin('dns')
  pass(1.26)
  clock.begin('tcp')
  pass(20)
  clock.end()
  pass(100)

  expect(clock.stages()).toEqual([
    { name: 'dns', ms: 1.3, ok: true },
    { name: 'tcp', ms: 20, ok: true },
  ])
})

test('the stage that is under way fails', () => {
  const { clock, pass } = createTimes()
  clock.begin('dns')
  pass(5)

  expect(clock.fail()).toEqual({ stage: 'dns' })
  expect(clock.stages()).toEqual([{ name: 'dns', ms: 5, ok: false }])
})

test('an earlier stage can be to blame: it lasted until then, and the later ones were none', () => {
  const { clock, pass } = createTimes()
  for (const name of ['tls', 'clientCertificate', 'waiting'] as const) {
    clock.begin(name)
    pass(10)
  }

  expect(clock.fail('tls')).toEqual({ stage: 'tls' })
  expect(clock.stages()).toEqual([{ name: 'tls', ms: 30, ok: false }])
})
