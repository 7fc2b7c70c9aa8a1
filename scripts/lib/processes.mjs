// Servers that live and die together, and tools that run to their end. All are node programs.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from './main.mjs'
import { root } from './root.mjs'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {Record<string, string | undefined>} Environment */
/** @typedef {{ name: string, args: string[], env?: Environment, isQuiet?: boolean, outputFile?: string }} Server */

const endWithParent = new URL('end-with-parent.mjs', import.meta.url).href
const patienceMs = 5_000

/** @type {Set<ChildProcess>} */
const servers = new Set()
let isEnding = false

/**
 * Starts a server. When it ends by itself everything ends. A quiet one shows what it wrote only then, and
 * has it kept in the file, if there is one.
 * @param {Server} server
 */
export function startServer({ name, args, env, isQuiet = false, outputFile }) {
  if (servers.size === 0) endOnSignals()
  const child = spawn(process.execPath, ['--import', endWithParent, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit', 'ipc'],
  })
  const said = keepOutput(child, outputFile)
  servers.add(child)
  child.once('exit', (code, signal) => {
    servers.delete(child)
    if (isEnding) return
    console.error(`${said.join('')}The ${name} ended (${signal ?? `exit code ${code}`}).`)
    void endAll(1)
  })
  return child
}

/**
 * @param {ChildProcess} child
 * @param {string | undefined} outputFile
 */
function keepOutput(child, outputFile) {
  /** @type {string[]} */
  const said = []
  const file = outputFile === undefined ? undefined : createWriteStream(outputFile)
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (/** @type {Buffer} */ chunk) => {
      file?.write(chunk)
      said.push(chunk.toString())
      if (said.length > 100) said.shift()
    })
  }
  return said
}

function endOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void endAll(0))
  if (process.env.npm_lifecycle_event) endWithNpm()
}

/** npm ends the shell between us and itself, and the shell does not pass that on. */
function endWithNpm() {
  const { ppid } = process
  const isOrphan = () => process.ppid !== ppid
  setInterval(() => isOrphan() && void endAll(0), 500).unref()
}

/** @param {number} exitCode */
async function endAll(exitCode) {
  if (isEnding) return
  await stopServers()
  process.exit(exitCode)
}

export async function stopServers() {
  isEnding = true
  await Promise.all([...servers].map(stop))
  isEnding = false
}

/** @param {ChildProcess} child */
async function stop(child) {
  const ended = once(child, 'exit')
  child.kill()
  const isDone = await Promise.race([ended.then(() => true), sleep(patienceMs, false)])
  if (!isDone) child.kill('SIGKILL')
}

/**
 * Waits until the address answers 200.
 * @param {string} url
 * @param {{ name: string, withinMs?: number }} options
 */
export async function waitFor(url, { name, withinMs = 120_000 }) {
  const deadline = Date.now() + withinMs
  while (!(await answers(url))) {
    if (Date.now() > deadline) {
      await stopServers()
      throw new Refusal(`The ${name} did not become ready: ${url} has no answer 200.`)
    }
    await sleep(100)
  }
}

/** @param {string} url */
const answers = (url) =>
  fetch(url, { signal: AbortSignal.timeout(10_000) }).then(
    (response) => response.status === 200,
    () => false,
  )

/**
 * Runs a tool to its end.
 * @param {string[]} args
 * @param {{ env?: Environment, isCaptured?: boolean }} [options]
 */
export async function runTool(args, { env, isCaptured = false } = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', isCaptured ? 'pipe' : 'inherit', isCaptured ? 'pipe' : 'inherit'],
  })
  let output = ''
  child.stdout?.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()))
  child.stderr?.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()))
  const pass = () => child.kill()
  process.once('SIGTERM', pass)
  await once(child, 'close')
  process.off('SIGTERM', pass)
  return { isSuccess: child.exitCode === 0, output }
}
