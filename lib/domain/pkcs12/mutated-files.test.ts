import { expect, test } from 'vitest'
import { fuzzTargets, tryMutant } from './testing/fuzz-targets'
import { seededRandom } from './testing/mutate'

const mutantsPerTarget = 500

const targets = await fuzzTargets()

/** `npm run fuzz` goes on where this ends. */
test.each(targets)('mutants of $name are refused or read, never more', async (target) => {
  const random = seededRandom(20_261_121)
  const findings = []

  for (let round = 0; round < mutantsPerTarget; round += 1) {
    findings.push(await tryMutant(target, random))
  }

  expect(findings.filter(Boolean)).toEqual([])
})
