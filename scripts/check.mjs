// npm run check: types, lint, format, dead code and sentences, circles of imports, safe versions, lockfile.
import { runChecks } from './lib/checks.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'

await main(async () => {
  ensureInstalled()
  const results = await runChecks()
  process.exitCode = results.every(({ isSuccess }) => isSuccess) ? 0 : 1
})
