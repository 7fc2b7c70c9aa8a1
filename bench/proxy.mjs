// The portal as a proxy, over a fixed upstream: beside no proxy at all, and beside a bare one.
import { fileURLToPath } from 'node:url'
import { portalServer } from '../scripts/lib/build.mjs'
import { anyFreePort } from '../scripts/lib/ports.mjs'
import { noTenant } from '../scripts/lib/servers.mjs'
import { startServer, stopServers, waitFor } from '../scripts/lib/processes.mjs'
import { load } from './load.mjs'
import { median, row } from './statistics.mjs'

/** @typedef {import('./load.mjs').Load} Load */
/** @typedef {import('./load.mjs').Target} Target */

const rounds = 3
const path = '/v1.0/identity/apiConnectors'

export async function compareProxy() {
  const slow = await startAll(50)
  const eight = await measure([slow.direct, slow.portal], 8)
  const many = await measure([slow.direct, slow.portal], 32)
  await stopServers()
  const fast = await startAll(0)
  const flat = await measure([fast.bare, fast.portal], 32)
  await stopServers()
  return [
    compare('proxy, 50 ms upstream, 8 connections, p50', [eight, 'p50Ms', 'ms'], { atMost: 1.1 }),
    compare('proxy, 50 ms upstream, 8 connections, p99', [eight, 'p99Ms', 'ms'], { atMost: 2 }),
    compare('proxy, 50 ms upstream, 32 connections, p50', [many, 'p50Ms', 'ms'], { atMost: 1.25 }),
    compare('proxy, 50 ms upstream, 32 connections, p99', [many, 'p99Ms', 'ms'], { atMost: 2.5 }),
    compare('proxy, 0 ms upstream, requests', [flat, 'perSecond', '/s'], { atLeast: 0.14 }),
    compare('proxy, 0 ms upstream, CPU a request', [flat, 'cpuUs', 'µs'], { atMost: 8 }),
  ]
}

/**
 * @param {string} what
 * @param {[loads: [reference: Load[], portal: Load[]], figure: keyof Load, unit: string]} figures
 * @param {{ atMost?: number, atLeast?: number }} bar
 */
function compare(what, [[reference, portal], figure, unit], bar) {
  const [measured, compared] = [portal, reference].map((loads) =>
    median(loads.map((one) => one[figure])),
  )
  return row(what, [measured ?? Number.NaN, compared ?? Number.NaN, unit], bar)
}

/**
 * Both by turns, so that whatever else the machine does meets both.
 * @param {[reference: Target, portal: Target]} targets
 * @param {number} connections
 */
async function measure([reference, portal], connections) {
  /** @type {[Load[], Load[]]} */
  const loads = [[], []]
  await load(portal, connections) // Not counted: the first requests compile the code.
  for (let round = 0; round < rounds; round += 1) {
    loads[0].push(await load(reference, connections))
    loads[1].push(await load(portal, connections))
  }
  return loads
}

/** @param {number} latencyMs */
async function startAll(latencyMs) {
  const upstream = await start('upstream.mjs', { LATENCY_MS: String(latencyMs) })
  const bare = await start('bare-proxy.mjs', { UPSTREAM_PORT: String(upstream.port) })
  const portal = await start(portalServer, {
    ...noTenant,
    HOSTNAME: '127.0.0.1',
    EMULATOR_URL: `http://localhost:${upstream.port}`,
  })
  await waitFor(`${portal.origin}/api/ready`, { name: 'portal' })
  return {
    direct: { ...upstream, path },
    bare: { ...bare, path },
    portal: { ...portal, path: `/api/graph${path}` },
  }
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
