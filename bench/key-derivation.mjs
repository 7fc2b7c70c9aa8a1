// A certificate file: what the dearest derivation of keys costs that is not refused.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { inRoot } from '../scripts/lib/root.mjs'
import { row } from './statistics.mjs'

/** @typedef {{ costs: { what: string, ms: number }[], referenceMs: number }} Measured */

const script = inRoot('lib', 'domain', 'pkcs12', 'testing', 'derivation-costs.ts')

export async function compareKeyDerivation() {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    cwd: inRoot(),
  })
  /** @type {unknown} */
  const measured = JSON.parse(stdout)
  const { costs, referenceMs } = /** @type {Measured} */ (measured)
  const dearest = Math.max(...costs.map(({ ms }) => ms))
  return [
    row('certificate file, dearest derivation over 3 s', [dearest, 3000, 'ms'], { atMost: 1 }),
    row(
      'certificate file, dearest derivation over a million rounds of OpenSSL',
      [dearest, referenceMs, 'ms'],
      { atMost: 13 },
    ),
  ]
}
