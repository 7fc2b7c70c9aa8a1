// The lockfile, as the checks read it.
import { readJson } from './json.mjs'
import { inRoot } from './root.mjs'

/** @typedef {{ version?: string, integrity?: string, resolved?: string, link?: boolean, optionalDependencies?: Record<string, string> }} Entry */
/** @typedef {{ packages: Record<string, Entry> }} Lockfile */

/** Every copy of every package. */
export function lockedPackages() {
  const { packages } = /** @type {Lockfile} */ (readJson(inRoot('package-lock.json')))
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({ path, name: path.replace(/^.*node_modules\//, ''), entry }))
}
