// Everything about the sources that can be judged without testing the portal.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { nextCli } from './build.mjs'
import { fingerprintOfAll } from './fingerprint.mjs'
import { runTool } from './processes.mjs'
import { cacheFolder, inRoot } from './root.mjs'

/** @typedef {{ name: string, commands: string[][] }} Check */

const atOnce = 2

/** @param {string[]} path */
const tool = (...path) => inRoot('node_modules', ...path)

const knip = [tool('knip', 'bin', 'knip.js'), '--no-progress']

/** @returns {Check[]} the slowest first */
const checks = () => [
  {
    name: 'lint',
    commands: [[tool('eslint', 'bin', 'eslint.js'), ...lintOptions(), '.']],
  },
  {
    name: 'types',
    commands: [
      [nextCli, 'typegen'],
      [tool('typescript', 'bin', 'tsc'), '--noEmit', '--pretty'],
    ],
  },
  { name: 'sentences', commands: [[inRoot('scripts', 'check-sentences.mjs')]] },
  {
    name: 'dead code',
    commands: [
      [...knip],
      // What only tests use is no part of the product.
      [...knip, '--production', '--config', inRoot('scripts', 'knip-production.json')],
    ],
  },
  {
    name: 'format',
    commands: [
      [tool('prettier', 'bin', 'prettier.cjs'), '--log-level=warn', '--cache', '--check', '.'],
    ],
  },
  { name: 'structure', commands: [[inRoot('scripts', 'check-structure.mjs')]] },
  { name: 'safe versions', commands: [[inRoot('scripts', 'check-floors.mjs')]] },
  { name: 'lockfile', commands: [[inRoot('scripts', 'check-lockfile.mjs')]] },
]

/** Of the production build, so that it comes after what reads the types of the routes. */
const weight = { name: 'weight of the pages', commands: [[inRoot('bench', 'run.mjs'), 'bytes']] }

/**
 * Rules about types and imports look at other files too, so what ESLint remembers holds only for
 * exactly these sources.
 */
function lintOptions() {
  const folder = join(cacheFolder, 'eslint')
  const name = fingerprintOfAll()
  mkdirSync(folder, { recursive: true })
  for (const other of readdirSync(folder)) if (other !== name) rmSync(join(folder, other))
  return ['--max-warnings=0', '--cache', `--cache-location=${join(folder, name)}`]
}

/** Runs every check, whatever the others say, and prints a line for each. */
export async function runChecks() {
  const waiting = checks()
  /** @type {{ name: string, isSuccess: boolean }[]} */
  const done = []
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) done.push(await run(check))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return [...done, await run(weight)]
}

/** @param {Check} check */
async function run({ name, commands }) {
  const startedAt = performance.now()
  const { isSuccess, output } = await runAll(commands)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${isSuccess ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`)
  if (!isSuccess) console.log(output)
  return { name, isSuccess }
}

/** @param {string[][]} commands */
async function runAll(commands) {
  let output = ''
  for (const command of commands) {
    const result = await runTool(command, { isCaptured: true })
    output += result.output
    if (!result.isSuccess) return { isSuccess: false, output }
  }
  return { isSuccess: true, output }
}
