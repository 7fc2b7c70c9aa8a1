import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** How many hostile requests of each kind are made up, and from which seed (scripts/fuzz-api.mjs). */
function hostileInput() {
  const { HOSTILE_RUNS = '60', HOSTILE_SEED } = process.env
  const seed = HOSTILE_SEED === undefined ? {} : { seed: Number(HOSTILE_SEED) }
  return { numRuns: Number(HOSTILE_RUNS), ...seed }
}

/** Mutants are shown the tests that are about them, which take seconds and not minutes (scripts/mutants.mjs). */
const folders = process.env['MUTANTS'] ?? '{components,lib,emulator,scripts,e2e/api}'

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      // Next replaces this guard while it bundles; outside Next it would throw.
      'server-only': fileURLToPath(new URL('node_modules/server-only/empty.js', import.meta.url)),
    },
  },
  test: {
    provide: { chaos: chaos(), hostileInput: hostileInput() },
    // The default leaves a core to others: one worker on two cores, though much of a test is waiting.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    // Keys and certificate files take their time on a busy machine.
    testTimeout: 20_000,
    include: [`${folders}/**/*.test.{ts,tsx}`],
    // Worker threads inherit it; without it Node 20 cannot start one from TypeScript.
    execArgv: [
      '--import',
      new URL('lib/server/testing/typescript-threads.mjs', import.meta.url).href,
    ],
  },
})

/** What `npm run chaos` asks for; without it a part that fits into `npm test`. */
function chaos() {
  const { CHAOS_RUNS = '40', CHAOS_SEED } = process.env
  return {
    count: Number(CHAOS_RUNS),
    seed: Number(CHAOS_SEED ?? Math.floor(Math.random() * 2 ** 31)),
  }
}
