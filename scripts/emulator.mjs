// npm run emulator: sign-in and Microsoft Graph, locally, without the portal.
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { freePorts } from './lib/ports.mjs'
import { startEmulator } from './lib/servers.mjs'

await main(async () => {
  const ports = await freePorts(['EMULATOR_PORT', 'EMULATOR_TLS_PORT'])
  ensureInstalled()
  await startEmulator(ports)
})
