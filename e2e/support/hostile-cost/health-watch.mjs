// Asks the portal again and again whether it is there, in a thread of its own. Tells the longest it took.
import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** @typedef {{ port: number }} Watched */

/** @type {unknown} */
const given = workerData
const { port } = /** @type {Watched} */ (given)
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

let worstMs = 0
let count = 0

/** @returns {Promise<void>} */
const ask = () =>
  new Promise((resolve) => {
    const startedMs = performance.now()
    /** @param {number} ms */
    const note = (ms) => {
      worstMs = Math.max(worstMs, ms)
      count += 1
      resolve()
    }
    get({ host: '127.0.0.1', port, path: '/api/health', agent }, (response) => {
      response.resume().once('end', () => note(performance.now() - startedMs))
    }).once('error', () => note(Infinity))
  })

parentPort?.on('message', () => {
  parentPort?.postMessage({ worstMs, count })
  worstMs = 0
  count = 0
})

for (;;) {
  await ask()
  await new Promise((resolve) => setTimeout(resolve, 2))
}
