// Where a demo's servers leave what tests want to know of them: what they say, and their processes.
import { inRoot } from './root.mjs'

/**
 * @param {'portal' | 'emulator'} name
 * @param {number} port the server's own
 */
export const outputFile = (name, port) => inRoot('.emulator', `${name}-${port}.log`)

/**
 * Holds the number of the server's process.
 * @param {'portal' | 'emulator'} name
 * @param {number} port the server's own
 */
export const pidFile = (name, port) => inRoot('.emulator', `${name}-${port}.pid`)
