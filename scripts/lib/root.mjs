import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts)

/** What the tools keep for their next run; goes when node_modules goes. */
export const cacheFolder = inRoot('node_modules', '.cache')
