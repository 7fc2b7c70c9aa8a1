/** Listens on every address of this machine and counts who comes. */
import { createServer, type AddressInfo } from 'node:net'

export type CatchAll = {
  readonly port: number
  readonly count: () => number
  readonly stop: () => Promise<void>
}

export async function startCatchAll(): Promise<CatchAll> {
  let count = 0
  const server = createServer((socket) => {
    count += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo // a server on TCP has no other kind
  return {
    port,
    count: () => count,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
