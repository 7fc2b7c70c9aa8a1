// The lockfile names packages and their hashes, those of other systems too, and no other place than the
// registry.
import { lockedPackages } from './lib/lockfile.mjs'
import { report } from './lib/report.mjs'

const locked = lockedPackages()
const names = new Set(locked.map(({ name }) => name))

/** @param {import('./lib/lockfile.mjs').Entry} entry */
function complaintsAbout({ version = '', integrity = '', resolved, link, optionalDependencies }) {
  return [
    // `npm ci` refuses a lockfile in which one is missing, also where it would not be installed.
    ...Object.keys(optionalDependencies ?? {})
      .filter((name) => !names.has(name))
      .map((name) => `may use ${name}, which has no entry`),
    ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ? [] : ['has no sha512 hash']),
    ...(/^\d+\.\d+\.\d+/.test(version) ? [] : [`has "${version}" in place of a version`]),
    ...(resolved === undefined ? [] : ['names the host it came from']),
    ...(link ? ['is a link'] : []),
  ]
}

report(
  locked.flatMap(({ path, entry }) =>
    complaintsAbout(entry).map((complaint) => `${path} ${complaint}.`),
  ),
)
