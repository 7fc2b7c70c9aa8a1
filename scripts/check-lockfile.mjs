// The lockfile names packages and their hashes, and no other place than the registry.
import { lockedPackages, report } from './lib/lockfile.mjs'

/** @param {import('./lib/lockfile.mjs').Entry} entry */
function complaintsAbout({ version = '', integrity = '', resolved, link }) {
  return [
    ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ? [] : ['has no sha512 hash']),
    ...(/^\d+\.\d+\.\d+/.test(version) ? [] : [`has "${version}" in place of a version`]),
    ...(resolved === undefined ? [] : ['names the host it came from']),
    ...(link ? ['is a link'] : []),
  ]
}

report(
  lockedPackages().flatMap(({ path, entry }) =>
    complaintsAbout(entry).map((complaint) => `${path} ${complaint}.`),
  ),
)
