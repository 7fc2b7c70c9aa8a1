// npm start: the production build on the configured tenant. What is missing is said here and on /setup.
import { existsSync } from 'node:fs'
import { portalServer } from './lib/build.mjs'
import { main, Refusal } from './lib/main.mjs'
import { freePorts } from './lib/ports.mjs'
import { inRoot } from './lib/root.mjs'
import { configurationProblems, startPortal } from './lib/servers.mjs'

await main(async () => {
  // The built server runs in a folder of its own and would not find these.
  if (existsSync(inRoot('.env.local'))) process.loadEnvFile(inRoot('.env.local'))
  const ports = await freePorts(['PORT'])
  if (!existsSync(portalServer))
    throw new Refusal('There is no build yet: npm run build makes one.')
  await startPortal(ports)
  const problems = await configurationProblems(ports)
  if (problems.length === 0) return
  console.warn(
    `\nThe portal is not configured yet (http://localhost:${ports.PORT}/setup shows how):`,
  )
  for (const { target, message } of problems) console.warn(`  ${target}: ${message}`)
})
