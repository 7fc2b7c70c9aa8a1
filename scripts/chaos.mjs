// npm run chaos: a thousand runs of random writes under random faults. Takes --count and --seed.
import { parseArgs } from 'node:util'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { runTool } from './lib/processes.mjs'
import { inRoot } from './lib/root.mjs'

await main(async () => {
  ensureInstalled()
  const { values } = parseArgs({
    options: { count: { type: 'string', default: '1000' }, seed: { type: 'string' } },
  })
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs')
  const { isSuccess } = await runTool([vitest, 'run', 'e2e/api/graph/chaos.test.ts'], {
    env: { CHAOS_RUNS: values.count, ...(values.seed ? { CHAOS_SEED: values.seed } : {}) },
  })
  process.exitCode = isSuccess ? 0 : 1
})
