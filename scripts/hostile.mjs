// npm run hostile: the dearest requests of all, and how long each stops the portal. --write writes the table.
import { parseArgs } from 'node:util'
import { buildIfChanged } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { chooseFreePorts, freePorts } from './lib/ports.mjs'
import { runTool } from './lib/processes.mjs'
import { inRoot } from './lib/root.mjs'

await main(async () => {
  ensureInstalled()
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
  await buildIfChanged()
  await chooseFreePorts()
  await freePorts()
  const playwright = inRoot('node_modules', '@playwright', 'test', 'cli.js')
  const { isSuccess } = await runTool(
    [playwright, 'test', 'hostile-cost', '--project=afterwards', '--workers=1'],
    {
      env: {
        HOSTILE: 'all',
        ...(values.write && { HOSTILE_DOCUMENT: inRoot('docs', 'hostile-requests.md') }),
      },
    },
  )
  process.exitCode = isSuccess ? 0 : 1
})
