// Where a demo's servers write what they say, for the tests that look for secrets in it.
import { inRoot } from './root.mjs'

/**
 * @param {'portal' | 'emulator'} name
 * @param {number} port the server's own
 */
export const outputFile = (name, port) => inRoot('.emulator', `${name}-${port}.log`)
