// npm run fuzz:api: hostile requests to every route, many more than in npm test. Takes --runs and --seed.
import { parseArgs } from 'node:util'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { runTool } from './lib/processes.mjs'
import { inRoot } from './lib/root.mjs'

await main(async () => {
  ensureInstalled()
  const { runs, seed } = parseArgs({
    options: { runs: { type: 'string', default: '5000' }, seed: { type: 'string' } },
  }).values
  const { isSuccess } = await runTool(
    [inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', 'e2e/api/hostile-input.test.ts'],
    { env: { HOSTILE_RUNS: runs, ...(seed !== undefined && { HOSTILE_SEED: seed }) } },
  )
  process.exitCode = isSuccess ? 0 : 1
})
