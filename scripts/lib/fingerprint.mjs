// A hash of sources: the same hash, the same build.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const made = /^(node_modules|\.next|\.git|\.emulator|test-results|playwright-report|coverage)$/
const alsoMade = /\.tsbuildinfo$|^next-env\.d\.ts$|^results\.json$/
const notBuilt = /^(e2e|emulator|bench|docs|deploy|scripts|\.ci)$|\.test\.tsx?$|\.md$/

/** What a build depends on. */
export const fingerprintOfProduct = () => fingerprint((name) => notBuilt.test(name))

/** What a check depends on. */
export const fingerprintOfAll = () => fingerprint(() => false)

/** @param {(name: string) => boolean} isSkipped */
function fingerprint(isSkipped) {
  const hash = createHash('sha256').update(process.version)
  for (const path of sources(root, isSkipped)) {
    hash.update(`\0${path}\0`).update(readFileSync(path))
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @param {(name: string) => boolean} isSkipped
 * @returns {string[]}
 */
const sources = (folder, isSkipped) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !made.test(name) && !alsoMade.test(name) && !isSkipped(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return sources(path, isSkipped)
      return entry.isFile() ? [path] : []
    })
