// The production build: one folder, .next/standalone, that holds all it needs.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fingerprintOfProduct } from './fingerprint.mjs'
import { Refusal } from './main.mjs'
import { runTool } from './processes.mjs'
import { inRoot } from './root.mjs'

const stamp = inRoot('.next', 'built-from')
const standalone = inRoot('.next', 'standalone')

export const portalServer = inRoot('.next', 'standalone', 'server.js')
export const nextCli = inRoot('node_modules', 'next', 'dist', 'bin', 'next')

export async function buildIfChanged() {
  const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprintOfProduct()
  if (!isCurrent || !existsSync(portalServer)) await build()
}

export async function build() {
  const builtFrom = fingerprintOfProduct()
  rmSync(stamp, { force: true })
  // Types of a development server would be checked along, for routes that may be gone.
  rmSync(inRoot('.next', 'dev'), { recursive: true, force: true })
  rmSync(standalone, { recursive: true, force: true })
  const { isSuccess } = await runTool([nextCli, 'build'])
  if (!isSuccess) throw new Refusal('The build failed.')
  copyBeside('.next', 'static')
  copyBeside('public')
  writeFileSync(stamp, builtFrom)
}

/** The standalone server leaves files for a content delivery network; here it serves them itself. */
function copyBeside(/** @type {string[]} */ ...folder) {
  if (!existsSync(inRoot(...folder))) return
  cpSync(inRoot(...folder), inRoot('.next', 'standalone', ...folder), { recursive: true })
}
