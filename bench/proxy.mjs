// The portal as a proxy, over a fixed upstream, beside a route handler of the same framework that does no more
// than pass on the question.
import { fileURLToPath } from 'node:url'
import { portalServer } from '../scripts/lib/build.mjs'
import { anyFreePort } from '../scripts/lib/ports.mjs'
import { noTenant } from '../scripts/lib/servers.mjs'
import { startServer, stopServers, waitFor } from '../scripts/lib/processes.mjs'
import { load } from './load.mjs'
import { buildReference, startReference } from './references/pages.mjs'
import { median, row } from './statistics.mjs'

/** @typedef {import('./load.mjs').Target} Target */
/** @typedef {{ reference: Target, portal: Target }} Pair */
/** @typedef {{ figure: keyof typeof words, connections: number, atMost: number }} Wish */

const rounds = 5
/** A process that has just begun runs code that is not compiled yet: up to twenty times slower. */
const warmUpMs = 30_000
const path = '/v1.0/identity/apiConnectors'

const words = {
  cpuUs: { name: 'CPU a request', unit: 'µs' },
  p50Ms: { name: 'p50', unit: 'ms' },
  p99Ms: { name: 'p99', unit: 'ms' },
}

export async function compareProxy() {
  await buildReference('route-handler')
  return [
    ...(await compareOver(0, [
      { figure: 'cpuUs', connections: 1, atMost: 1.3 },
      { figure: 'cpuUs', connections: 8, atMost: 1.3 },
      { figure: 'cpuUs', connections: 32, atMost: 1.3 },
    ])),
    ...(await compareOver(50, [
      { figure: 'p50Ms', connections: 1, atMost: 1.05 },
      { figure: 'p50Ms', connections: 8, atMost: 1.05 },
      { figure: 'p99Ms', connections: 8, atMost: 1.5 },
      { figure: 'p50Ms', connections: 32, atMost: 1.15 },
    ])),
  ]
}

/**
 * @param {number} latencyMs of the upstream
 * @param {Wish[]} wishes
 */
async function compareOver(latencyMs, wishes) {
  const pair = await startAll(latencyMs)
  /** @type {import('./statistics.mjs').Row[]} */
  const rows = []
  for (const wish of wishes) {
    const figures = await measure(pair, wish)
    const { name, unit } = words[wish.figure]
    const what = `proxy, ${latencyMs} ms upstream, ${wish.connections} connections, ${name}`
    rows.push(row(what, [...figures, unit], wish))
  }
  await stopServers()
  return rows
}

/**
 * Both by turns, so that whatever else the machine does meets both.
 * @param {Pair} pair
 * @param {Wish} wish
 * @returns {Promise<[portal: number, reference: number]>}
 */
async function measure({ reference, portal }, { figure, connections }) {
  /** @type {[portal: number[], reference: number[]]} */
  const figures = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    figures[0].push((await load(portal, connections))[figure])
    figures[1].push((await load(reference, connections))[figure])
  }
  return [median(figures[0]), median(figures[1])]
}

/** @param {Target} target */
async function warmUp(target) {
  const endMs = performance.now() + warmUpMs
  while (performance.now() < endMs) await load(target, 8)
}

/**
 * @param {number} latencyMs of the upstream
 * @returns {Promise<Pair>}
 */
async function startAll(latencyMs) {
  const upstream = await start('upstream.mjs', { LATENCY_MS: String(latencyMs) })
  const bare = await startReference('route-handler', { UPSTREAM_PORT: String(upstream.port) })
  const portal = await start(portalServer, {
    ...noTenant,
    HOSTNAME: '127.0.0.1',
    EMULATOR_URL: `http://localhost:${upstream.port}`,
  })
  await waitFor(`${portal.origin}/api/ready`, { name: 'portal' })
  await waitFor(`${bare.origin}${path}`, { name: 'route handler' })
  const pair = {
    reference: { ...bare, path },
    portal: { ...portal, path: `/api/graph${path}` },
  }
  await warmUp(pair.reference)
  await warmUp(pair.portal)
  return pair
}

/**
 * @param {string} script
 * @param {Record<string, string>} env
 */
async function start(script, env) {
  const port = await anyFreePort()
  const file = fileURLToPath(new URL(script, new URL('references/', import.meta.url)))
  const { pid } = startServer({
    name: script,
    args: [file],
    env: { ...env, PORT: String(port) },
    isQuiet: true,
  })
  return { port, pid, origin: `http://127.0.0.1:${port}` }
}
