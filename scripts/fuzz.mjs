// npm run fuzz: damaged and forged certificate files by the thousand. Takes --count and --seed.
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { runTool } from './lib/processes.mjs'
import { inRoot } from './lib/root.mjs'

await main(async () => {
  ensureInstalled()
  const program = inRoot('lib', 'domain', 'pkcs12', 'testing', 'fuzz.ts')
  const { isSuccess } = await runTool([
    ...['--import', import.meta.resolve('tsx'), program],
    ...process.argv.slice(2),
  ])
  process.exitCode = isSuccess ? 0 : 1
})
