/** @typedef {{ what: string, measured: string, reference: string, ratio: number, bar: string, isWithin: boolean }} Row */

/** @param {number[]} values */
export const median = (values) => percentile(values, 0.5)

/**
 * @param {number[]} values
 * @param {number} share
 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/**
 * One line of the table: what was measured, over what it is compared with, against its bar.
 * @param {string} what
 * @param {[measured: number, reference: number, unit: string]} figures
 * @param {{ atMost?: number, atLeast?: number }} bar
 * @returns {Row}
 */
export function row(what, [measured, reference, unit], { atMost = Infinity, atLeast = 0 }) {
  const ratio = measured / reference
  return {
    what,
    measured: `${round(measured)} ${unit}`,
    reference: `${round(reference)} ${unit}`,
    ratio: round(ratio),
    bar: atMost === Infinity ? `≥ ${atLeast}` : `≤ ${atMost}`,
    isWithin: ratio <= atMost && ratio >= atLeast,
  }
}

/** @param {number} value */
const round = (value) => Number(value.toPrecision(3))
