// Listening where a browser looks for localhost: on IPv4, and on IPv6 where the machine has it.
import { createServer, type AddressInfo, type Server } from 'node:net'

export function portOf(server: Server): number {
  const address = server.address()
  if (!isAddress(address)) throw new Error('The server does not listen on a port.')
  return address.port
}

/**
 * Passes connections to ::1 on to the server, which listens on 127.0.0.1. Gives `null` on a machine
 * without IPv6; rejects if somebody else has the port there.
 */
export function listenOnIPv6(server: Server): Promise<Server | null> {
  const forwarder = createServer((socket) => server.emit('connection', socket))
  return new Promise((resolve, reject) => {
    forwarder.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(error)
      else resolve(null)
    })
    forwarder.listen(portOf(server), '::1', () => resolve(forwarder))
  })
}

export function closeServer(server: Server | null): Promise<void> {
  return new Promise((resolve) => {
    if (server === null) resolve()
    else server.close(() => resolve())
  })
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}
