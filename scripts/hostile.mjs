// npm run hostile: the dearest requests of all, and how long each stops the portal. --write writes the table.
import { parseArgs } from 'node:util'
import { runBrowserTests } from './lib/browser-tests.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { inRoot } from './lib/root.mjs'

await main(async () => {
  ensureInstalled()
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
  const { isSuccess } = await runBrowserTests(
    ['hostile-cost', '--project=afterwards', '--workers=1'],
    {
      HOSTILE: 'all',
      ...(values.write && { HOSTILE_DOCUMENT: inRoot('docs', 'hostile-requests.md') }),
    },
  )
  process.exitCode = isSuccess ? 0 : 1
})
