import { readFileSync } from 'node:fs'

/**
 * @param {string | URL} path
 * @returns {unknown}
 */
export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))
