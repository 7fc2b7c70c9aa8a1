// Versions below which a package is known to be unsafe (floors.json); every copy of it counts.
import { readJson } from './lib/json.mjs'
import { lockedPackages } from './lib/lockfile.mjs'
import { report } from './lib/report.mjs'

const floors = /** @type {Record<string, string>} */ (
  readJson(new URL('floors.json', import.meta.url))
)

/**
 * @param {string} version
 * @param {string} floor
 */
function isBelow(version, floor) {
  const order = new Intl.Collator('en', { numeric: true }).compare(version, floor)
  return order < 0 || version.startsWith(`${floor}-`)
}

report(
  lockedPackages().flatMap(({ path, name, entry: { version = '' } }) => {
    const floor = floors[name]
    return floor && isBelow(version, floor) ? [`${path} is ${version}, unsafe below ${floor}.`] : []
  }),
)
