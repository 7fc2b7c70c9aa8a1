// What the test runners wrote down, counted. Whatever was not seen to pass has failed.
import { existsSync } from 'node:fs'
import { readJson } from './json.mjs'

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ status: string, assertionResults: { status: string }[] }} VitestFile */
/** @typedef {{ testResults: VitestFile[] }} VitestReport */
/** @typedef {{ expected: number, skipped: number, unexpected: number, flaky: number }} Stats */
/** @typedef {{ stats: Stats, errors: unknown[] }} PlaywrightReport */

/**
 * @param {string} path
 * @param {boolean} isSuccess what the runner's exit status says
 * @returns {Count}
 */
export function countVitest(path, isSuccess) {
  const report = /** @type {VitestReport | undefined} */ (read(path))
  const testResults = report?.testResults ?? []
  const tests = testResults.flatMap((file) => file.assertionResults)
  const passed = tests.filter(({ status }) => status === 'passed').length
  const unreadable = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return atLeastOne({ passed, failed: tests.length - passed + unreadable.length }, isSuccess)
}

/**
 * @param {string} path
 * @param {boolean} isSuccess
 * @returns {Count}
 */
export function countPlaywright(path, isSuccess) {
  const report = /** @type {PlaywrightReport | undefined} */ (read(path))
  if (!report) return atLeastOne({ passed: 0, failed: 0 }, isSuccess)
  const { expected, skipped, unexpected, flaky } = report.stats
  const failed = skipped + unexpected + flaky + report.errors.length
  return atLeastOne({ passed: expected, failed }, isSuccess)
}

/**
 * A runner that failed without naming a test, or ran none at all, is one failure.
 * @param {Count} count
 * @param {boolean} isSuccess
 */
function atLeastOne({ passed, failed }, isSuccess) {
  return { passed, failed: isSuccess && passed > 0 ? failed : Math.max(failed, 1) }
}

/** @param {string} path */
const read = (path) => (existsSync(path) ? readJson(path) : undefined)
