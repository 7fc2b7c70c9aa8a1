/**
 * Prints what a check complains about, a line each, and fails if there is anything.
 * @param {string[]} complaints
 */
export function report(complaints) {
  for (const complaint of complaints) console.error(complaint)
  process.exitCode = complaints.length > 0 ? 1 : 0
}
