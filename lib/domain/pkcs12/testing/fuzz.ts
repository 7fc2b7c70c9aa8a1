// npm run fuzz, its second half: reads mutants until their number is reached, and tells what it found.
import { parseArgs } from 'node:util'
import type { Finding } from './fuzz-targets'
import { fuzzTargets, tryMutant } from './fuzz-targets'
import { seededRandom } from './mutate'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
})
const [count, seed] = [Number(values.count), Number(values.seed)]

/** Above the longest that an honest file takes. */
const patienceMs = 3_000

console.log(`${count} mutants, --seed=${seed}`)
const findings: Finding[] = []
const random = seededRandom(seed)
const targets = await fuzzTargets()
let slowestMs = 0

for (let round = 0; round < count; round += 1) {
  const target = targets[round % targets.length]
  if (!target) break
  const startedAt = performance.now()
  const finding = await tryMutant(target, random)
  const tookMs = performance.now() - startedAt
  slowestMs = Math.max(slowestMs, tookMs)
  if (finding) findings.push(finding)
  if (tookMs > patienceMs) {
    findings.push({ target: target.name, problem: `took ${tookMs} ms`, bytes: `mutant ${round}` })
  }
}

for (const { target, problem, bytes } of findings) console.log(`${target}: ${problem}\n${bytes}`)
console.log(`${findings.length} problems; the slowest took ${Math.round(slowestMs)} ms.`)
process.exitCode = findings.length === 0 ? 0 : 1
