// npm run dev: the portal in watch mode on the emulator.
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { freePorts } from './lib/ports.mjs'
import { startDevelopmentPortal, startEmulator } from './lib/servers.mjs'

await main(async () => {
  const ports = await freePorts()
  ensureInstalled()
  await startEmulator(ports)
  startDevelopmentPortal(ports)
})
