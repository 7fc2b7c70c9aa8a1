// npm run mutants: how many small mistakes in the code the tests notice. `-- lib/client lib/graph` for parts.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { runTool } from './lib/processes.mjs'
import { inRoot } from './lib/root.mjs'

/** @typedef {{ status: string }} Mutant */
/** @typedef {{ files: Record<string, { mutants: Mutant[] }> }} Report */

const usualFolders = ['lib/contract', 'lib/domain', 'lib/graph', 'lib/server', 'lib/client']

/** Neither the product nor what can run outside a browser or a thread of its own. */
const leftOut = [
  '**/*.test.ts',
  '**/testing/**',
  '**/fixtures/**',
  '**/*.worker.ts',
  'lib/client/**/use-*.ts',
]

/** @param {string} folder */
const mutate = (folder) => [`${folder}/**/*.ts`, ...leftOut.map((pattern) => `!${pattern}`)]

/**
 * What the server does with a request is told by the tests of the API, which would be slow for all else.
 * @param {string} folder
 */
const testsOf = (folder) => (/^lib\/(graph|server)\b/.test(folder) ? '{lib,e2e/api}' : 'lib')

/** @param {string} folder */
function figuresOf(folder) {
  /** @type {unknown} */
  const read = JSON.parse(readFileSync(inRoot('.mutants', 'report.json'), 'utf8'))
  const { files } = /** @type {Report} */ (read)
  const mutants = Object.entries(files).flatMap(([path, file]) =>
    path.startsWith(`${folder}/`) ? file.mutants : [],
  )
  /** @param {string[]} states */
  const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length
  const noticed = count('Killed', 'Timeout')
  const unnoticed = count('Survived', 'NoCoverage')
  return {
    folder,
    noticed,
    survived: count('Survived'),
    'not reached': count('NoCoverage'),
    '% noticed': Math.round((1000 * noticed) / Math.max(1, noticed + unnoticed)) / 10,
  }
}

await main(async () => {
  ensureInstalled()
  const { positionals } = parseArgs({ allowPositionals: true })
  const folders = positionals.length > 0 ? positionals : usualFolders
  const figures = []
  for (const folder of folders) {
    if (!(await judge(folder))) process.exitCode = 1
    figures.push(figuresOf(folder))
  }
  console.table(figures)
})

/** @param {string} folder */
async function judge(folder) {
  const stryker = inRoot('node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')
  const settings = inRoot('scripts', 'stryker.config.json')
  const { isSuccess } = await runTool(
    [stryker, 'run', settings, '--mutate', mutate(folder).join(',')],
    { env: { MUTANTS: testsOf(folder) } },
  )
  return isSuccess
}
