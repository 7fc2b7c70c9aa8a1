// The applications that ours is compared with, built and served in the same run.
import { fileURLToPath } from 'node:url'
import { nextCli } from '../../scripts/lib/build.mjs'
import { Refusal } from '../../scripts/lib/main.mjs'
import { anyFreePort } from '../../scripts/lib/ports.mjs'
import { runTool, startServer, waitFor } from '../../scripts/lib/processes.mjs'

/** @typedef {'blank-next' | 'floor' | 'route-handler'} Name */

/** @param {'blank-next' | 'floor'} name */
export async function servePage(name) {
  await buildReference(name)
  const { origin } = await startReference(name)
  await waitFor(`${origin}/`, { name })
  return `${origin}/`
}

/** @param {Name} name */
const folderOf = (name) => fileURLToPath(new URL(name, import.meta.url))

/** @param {Name} name */
export async function buildReference(name) {
  const { isSuccess, output } = await runTool([nextCli, 'build', folderOf(name)], {
    isCaptured: true,
  })
  if (!isSuccess) throw new Refusal(`${name} could not be built:\n${output}`)
}

/**
 * Starts what has been built.
 * @param {Name} name
 * @param {Record<string, string>} [env]
 */
export async function startReference(name, env = {}) {
  const port = String(await anyFreePort())
  const args = [nextCli, 'start', folderOf(name), '--port', port]
  const { pid } = startServer({ name, args, env, isQuiet: true })
  return { pid, origin: `http://localhost:${port}` }
}
