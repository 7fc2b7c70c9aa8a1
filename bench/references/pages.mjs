// The pages that ours are compared with, built and served in the same run.
import { fileURLToPath } from 'node:url'
import { nextCli } from '../../scripts/lib/build.mjs'
import { Refusal } from '../../scripts/lib/main.mjs'
import { anyFreePort } from '../../scripts/lib/ports.mjs'
import { runTool, startServer, waitFor } from '../../scripts/lib/processes.mjs'

/** @param {'blank-next' | 'floor'} name */
export async function servePage(name) {
  const folder = fileURLToPath(new URL(name, import.meta.url))
  const { isSuccess, output } = await runTool([nextCli, 'build', folder], { isCaptured: true })
  if (!isSuccess) throw new Refusal(`${name} could not be built:\n${output}`)
  const port = String(await anyFreePort())
  startServer({ name, args: [nextCli, 'start', folder, '--port', port], isQuiet: true })
  const url = `http://localhost:${port}/`
  await waitFor(url, { name })
  return url
}
