// The three ports: which, and whether they can be had.
import { connect, createServer } from 'node:net'
import { Refusal } from './main.mjs'

const defaults = { PORT: 3000, EMULATOR_PORT: 4000, EMULATOR_TLS_PORT: 4443 }

/** @typedef {keyof typeof defaults} PortVariable */
/** @typedef {Record<PortVariable, number>} Ports */

const variables = /** @type {PortVariable[]} */ (Object.keys(defaults))

// Some systems let a second program have the port on one address and not on another.
const addresses = ['127.0.0.1', '::1', '0.0.0.0', '::']

/** @returns {Ports} */
export const wantedPorts = () => ({
  PORT: wantedPort('PORT'),
  EMULATOR_PORT: wantedPort('EMULATOR_PORT'),
  EMULATOR_TLS_PORT: wantedPort('EMULATOR_TLS_PORT'),
})

/** @param {PortVariable} variable */
function wantedPort(variable) {
  const port = Number(process.env[variable] || defaults[variable])
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Refusal(`${variable} is "${process.env[variable]}": set it to a port from 1 to 65535.`)
}

/** @param {PortVariable[]} needed */
export async function freePorts(needed = variables) {
  const ports = wantedPorts()
  for (const variable of needed) {
    const twin = needed.find((other) => other !== variable && ports[other] === ports[variable])
    if (twin) throw new Refusal(`${variable} and ${twin} are both ${ports[variable]}: change one.`)
    await requireFree(variable, ports[variable])
  }
  return ports
}

/**
 * @param {PortVariable} variable
 * @param {number} port
 */
async function requireFree(variable, port) {
  for (const host of addresses) {
    const code = await listenError(host, port)
    if (code === 'EADDRINUSE') {
      throw new Refusal(`Port ${port} is in use: set ${variable} to a free port.`)
    }
    if (code === 'EACCES') {
      throw new Refusal(`Port ${port} may not be used: set ${variable} to another port.`)
    }
  }
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<string | undefined>}
 */
const listenError = (host, port) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code))
    server.listen({ host, port }, () => server.close(() => resolve(undefined)))
  })

/** Sets whichever port nobody chose to a free one, so that tests run beside a demo. */
export async function chooseFreePorts() {
  for (const variable of variables) process.env[variable] ||= String(await anyFreePort())
}

/** @returns {Promise<number>} */
export const anyFreePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * Passes IPv6 on to a server that listens on 127.0.0.1, so that localhost is the same everywhere.
 * A machine without IPv6 does without.
 * @param {number} port
 */
export function listenOnIpv6(port) {
  const forwarder = createServer((caller) => {
    const server = connect(port, '127.0.0.1')
    caller.pipe(server).pipe(caller)
    caller.on('error', () => server.destroy())
    server.on('error', () => caller.destroy())
  })
  forwarder.on('error', () => forwarder.close())
  forwarder.listen(port, '::1')
}
