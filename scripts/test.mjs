// npm test: every check, every test, in a real browser against the production build.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { runBrowserTests } from './lib/browser-tests.mjs'
import { runChecks } from './lib/checks.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { runTool } from './lib/processes.mjs'
import { cacheFolder, inRoot } from './lib/root.mjs'
import { countPlaywright, countVitest } from './lib/test-results.mjs'

/** @typedef {import('./lib/test-results.mjs').Count} Count */

const reports = join(cacheFolder, 'test-reports')
const [vitestReport, browserReport] = [join(reports, 'vitest.json'), join(reports, 'browser.json')]

function dependencies() {
  ensureInstalled()
  return { passed: 0, failed: 0 }
}

async function checks() {
  const results = await runChecks()
  const failed = results.filter(({ isSuccess }) => !isSuccess).length
  return { passed: results.length - failed, failed }
}

async function vitest() {
  const { isSuccess } = await runTool([
    inRoot('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ])
  return countVitest(vitestReport, isSuccess)
}

async function browserTests() {
  const { isSuccess } = await runBrowserTests(['--forbid-only', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
  })
  return countPlaywright(browserReport, isSuccess)
}

/**
 * @param {string} title
 * @param {() => Count | Promise<Count>} stage
 */
async function count(title, stage) {
  console.log(`\n— ${title}`)
  try {
    return await stage()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  }
}

/** @param {Count[]} counts */
function conclude(counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0)
  const failed = counts.reduce((sum, count) => sum + count.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}

await main(async () => {
  const installation = await count('Dependencies', dependencies)
  if (installation.failed > 0) {
    conclude([installation])
    return
  }
  rmSync(reports, { recursive: true, force: true })
  conclude([
    await count('Checks', checks),
    await count('Unit, contract and emulator tests', vitest),
    await count('Browser tests, against the production build', browserTests),
  ])
})
