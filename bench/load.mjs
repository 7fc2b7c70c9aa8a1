// A small load generator: so many connections, each with one question at a time.
import { readFileSync } from 'node:fs'
import { Pool } from 'undici'
import { median, percentile } from './statistics.mjs'

const seconds = 2
const ticksPerSecond = 100

/** @typedef {{ origin: string, path: string, pid?: number | undefined }} Target */
/** @typedef {{ p50Ms: number, p99Ms: number, perSecond: number, cpuUs: number }} Load */

/**
 * @param {Target} target
 * @param {number} connections
 * @returns {Promise<Load>}
 */
export async function load({ origin, path, pid }, connections) {
  const pool = new Pool(origin, { connections })
  /** @type {number[]} */
  const tookMs = []
  const cpuBefore = cpuSeconds(pid)
  const endMs = performance.now() + seconds * 1000
  const ask = async () => {
    while (performance.now() < endMs) tookMs.push(await askOnce(pool, path))
  }
  await Promise.all(Array.from({ length: connections }, ask))
  const cpuUs = ((cpuSeconds(pid) - cpuBefore) / tookMs.length) * 1e6
  await pool.close()
  return {
    p50Ms: median(tookMs),
    p99Ms: percentile(tookMs, 0.99),
    perSecond: tookMs.length / seconds,
    cpuUs,
  }
}

/**
 * @param {Pool} pool
 * @param {string} path
 */
async function askOnce(pool, path) {
  const startMs = performance.now()
  const headers = { authorization: 'Bearer header.payload.signature' }
  const { statusCode, body } = await pool.request({ method: 'GET', path, headers })
  const text = await body.text()
  if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${text}`)
  return performance.now() - startMs
}

/**
 * What a process has used so far; known on Linux only.
 * @param {number | undefined} pid
 */
function cpuSeconds(pid) {
  if (pid === undefined || process.platform !== 'linux') return Number.NaN
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}
