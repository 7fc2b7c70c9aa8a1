// npm run mutants: see scripts/mutants.mjs and docs/testing.md.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutants.config.ts' },
  coverageAnalysis: 'perTest',
  // What a module does while it is loaded counts for all that loads it: each would take the whole suite.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: '.mutants/incremental.json',
  tempDirName: '.mutants/sandbox',
  reporters: ['progress-append-only', 'json', 'html'],
  jsonReporter: { fileName: '.mutants/report.json' },
  htmlReporter: { fileName: '.mutants/report.html' },
  ignorePatterns: ['/.next', '/.emulator', '/.mutants', '/test-results', '/docs/images'],
  concurrency: 2,
  timeoutMS: 20_000,
  thresholds: { high: 95, low: 85, break: null },
}
