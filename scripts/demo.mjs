// npm run demo: the portal in production mode on the emulator, from a fresh clone or a used one.
import { buildIfChanged } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { main } from './lib/main.mjs'
import { freePorts } from './lib/ports.mjs'
import { startDemoPortal, startEmulator } from './lib/servers.mjs'

await main(async () => {
  const ports = await freePorts()
  ensureInstalled()
  await buildIfChanged()
  await startEmulator(ports, { isQuiet: true })
  await startDemoPortal(ports)
  console.log(`Portal ready at http://localhost:${ports.PORT}`)
})
