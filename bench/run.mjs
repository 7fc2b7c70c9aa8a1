// npm run bench: what we promise about speed and weight, beside references measured in the same run.
// `-- bytes`: what every page weighs beside its budget, and nothing else.
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { buildIfChanged } from '../scripts/lib/build.mjs'
import { ensureInstalled } from '../scripts/lib/install.mjs'
import { main } from '../scripts/lib/main.mjs'
import { chooseFreePorts, freePorts } from '../scripts/lib/ports.mjs'
import { stopServers } from '../scripts/lib/processes.mjs'
import { inRoot } from '../scripts/lib/root.mjs'
import { startDemoPortal, startEmulator } from '../scripts/lib/servers.mjs'

/** @typedef {import('./statistics.mjs').Row} Row */

/** The pages are measured first: a browser that runs beside would slow the proxy. */
async function measurePages() {
  const { openBrowser } = await import('./browser.mjs')
  const { comparePageWeight } = await import('./page-weight.mjs')
  const { compareGrid } = await import('./grid.mjs')
  const { compareFullSize } = await import('./full-size.mjs')
  const { servePage } = await import('./references/pages.mjs')
  const [blank, floor] = [await servePage('blank-next'), await servePage('floor')]
  const addresses = { ...(await startDemo()), blank, floor }
  const browser = await openBrowser()
  const rows = [
    ...(await comparePageWeight(browser, addresses)),
    ...(await compareGrid(browser, addresses)),
    ...(await compareFullSize(browser, addresses)),
  ]
  await browser.close()
  await stopServers()
  return rows
}

/** False when a page weighs more than `bench/budget.json` allows. */
async function keepsToBudget() {
  const { openBrowser } = await import('./browser.mjs')
  const { weighPages, withinBudget } = await import('./page-weight.mjs')
  const addresses = await startDemo()
  const browser = await openBrowser()
  const rows = withinBudget(await weighPages(browser, addresses))
  await browser.close()
  await stopServers()
  console.table(rows)
  return rows.every(({ isWithin }) => isWithin)
}

async function startDemo() {
  await chooseFreePorts()
  const ports = await freePorts()
  await startEmulator(ports, { isQuiet: true })
  await startDemoPortal(ports)
  return {
    portal: `http://localhost:${ports.PORT}`,
    emulator: `http://localhost:${ports.EMULATOR_PORT}`,
  }
}

await main(async () => {
  ensureInstalled()
  await buildIfChanged()
  const { positionals } = parseArgs({ allowPositionals: true })
  if (positionals.includes('bytes')) process.exit((await keepsToBudget()) ? 0 : 1)
  const [loadBefore = 0] = loadavg()
  const rows = await measurePages()
  const { compareProxy } = await import('./proxy.mjs')
  rows.push(...(await compareProxy()))
  const { compareKeyDerivation } = await import('./key-derivation.mjs')
  rows.push(...(await compareKeyDerivation()))
  console.table(rows)
  if (loadBefore > 1) console.log(`The machine was busy (load ${loadBefore}): times may be off.`)
  const { version, platform } = process
  const results = { measuredAt: new Date(), node: version, platform, loadBefore, rows }
  writeFileSync(inRoot('bench', 'results.json'), `${JSON.stringify(results, null, 2)}\n`)
  process.exit()
})
