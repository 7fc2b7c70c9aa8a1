// The emulator and the portal as processes: what each is told, and when it counts as started.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { nextCli, portalServer } from './build.mjs'
import { outputFile, pidFile } from './output.mjs'
import { listenOnIpv6 } from './ports.mjs'
import { startServer, waitFor } from './processes.mjs'
import { inRoot } from './root.mjs'

/** @typedef {import('./ports.mjs').Ports} Ports */
/** @typedef {{ isQuiet?: boolean }} Options */
/** @typedef {{ error?: { details?: { target: string, message: string }[] } }} NotReady */

/** Tokens grow with the groups and roles of their bearer, beyond what Node's 16 KB leave room for. */
const largeHeaders = '--max-http-header-size=32768'

/** Keeps the tenant that this machine is set up for, by variables or files, out of a demo. */
export const noTenant = {
  AZURE_CLIENT_ID: '',
  AZURE_TENANT_ID: '',
  AZURE_CLOUD: '',
  GRAPH_VERSION: '',
}

/** @param {Ports} ports */
const authorityFile = (ports) => inRoot('.emulator', `ca-${ports.EMULATOR_PORT}.pem`)

/**
 * @param {Ports} ports
 * @param {Options} [options]
 */
export async function startEmulator(ports, { isQuiet = false } = {}) {
  mkdirSync(inRoot('.emulator'), { recursive: true })
  rmSync(authorityFile(ports), { force: true })
  startServer({
    name: 'emulator',
    args: ['--import', import.meta.resolve('tsx'), inRoot('emulator', 'start.ts')],
    env: {
      EMULATOR_PORT: String(ports.EMULATOR_PORT),
      EMULATOR_TLS_PORT: String(ports.EMULATOR_TLS_PORT),
      EMULATOR_CA_FILE: authorityFile(ports),
    },
    isQuiet,
    ...(isQuiet && { outputFile: outputFile('emulator', ports.EMULATOR_PORT) }),
  })
  await waitFor(`http://localhost:${ports.EMULATOR_PORT}/_emulator/health`, { name: 'emulator' })
  // Node reads extra authorities once, at its start: the portal may not start before they are there.
  while (!existsSync(authorityFile(ports))) await sleep(50)
}

/**
 * @param {Ports} ports
 * @returns {import('./processes.mjs').Environment}
 */
const onEmulator = (ports) => ({
  ...noTenant,
  PORT: String(ports.PORT),
  PORTAL_ORIGIN: `http://localhost:${ports.PORT}`,
  EMULATOR_URL: `http://localhost:${ports.EMULATOR_PORT}`,
  NODE_EXTRA_CA_CERTS: authorityFile(ports),
  CONNECTOR_TEST_ALLOW: `localhost:${ports.EMULATOR_TLS_PORT}`,
})

/**
 * The production build on the emulator, for this machine alone.
 * @param {Ports} ports
 * @param {import('./processes.mjs').Environment} [settings] that differ from those of the demo
 */
export async function startDemoPortal(ports, settings = {}) {
  const { pid } = startServer({
    name: 'portal',
    args: [largeHeaders, portalServer],
    env: { ...onEmulator(ports), HOSTNAME: '127.0.0.1', ...settings },
    isQuiet: true,
    outputFile: outputFile('portal', ports.PORT),
  })
  writeFileSync(pidFile('portal', ports.PORT), String(pid))
  listenOnIpv6(ports.PORT)
  await waitFor(`http://localhost:${ports.PORT}/api/ready`, { name: 'portal' })
  await waitFor(`http://localhost:${ports.PORT}/`, { name: 'sign-in page' })
}

/**
 * The portal in watch mode on the emulator.
 * @param {Ports} ports
 */
export function startDevelopmentPortal(ports) {
  startServer({
    name: 'portal',
    args: [nextCli, 'dev', '--hostname', '127.0.0.1', '--port', String(ports.PORT)],
    // Next starts another process, which knows the option from the environment only.
    env: { ...onEmulator(ports), NODE_OPTIONS: [process.env.NODE_OPTIONS, largeHeaders].join(' ') },
  })
}

/**
 * The production build on the configured tenant, for every address of this machine.
 * @param {Ports} ports
 */
export async function startPortal(ports) {
  const addresses = Object.values(networkInterfaces()).flat()
  const hasIpv6 = addresses.some((address) => address?.family === 'IPv6')
  startServer({
    name: 'portal',
    args: [largeHeaders, portalServer],
    env: { PORT: String(ports.PORT), HOSTNAME: hasIpv6 ? '::' : '0.0.0.0' },
  })
  await waitFor(`http://localhost:${ports.PORT}/api/health`, { name: 'portal' })
}

/**
 * What the running portal finds wrong with its environment, a line a variable.
 * @param {Ports} ports
 */
export async function configurationProblems(ports) {
  const response = await fetch(`http://localhost:${ports.PORT}/api/ready`)
  /** @type {unknown} */
  const answer = await response.json()
  return /** @type {NotReady} */ (answer).error?.details ?? []
}
