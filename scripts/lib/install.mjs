// Installs what the lockfile names, when what is installed is something else.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readJson } from './json.mjs'
import { Refusal } from './main.mjs'
import { inRoot, root } from './root.mjs'

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */
/** @typedef {{ packages: Record<string, LockedPackage> }} Lockfile */

export function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing dependencies…')
  const { status } = runNpm(['ci', '--include=dev', '--no-progress', '--no-audit', '--no-fund'])
  if (status !== 0) throw new Refusal('The dependencies could not be installed: npm ci failed.')
}

/** npm leaves a record of what it installed; it says the same as the lockfile or is out of date. */
function isInstalled() {
  const record = inRoot('node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = readPackages(record)
  return Object.entries(readPackages(inRoot('package-lock.json'))).every(
    ([path, { version, optional, devOptional }]) => {
      const found = installed[path]
      return path === '' || (found ? found.version === version : (optional ?? devOptional))
    },
  )
}

/** @param {string} path */
const readPackages = (path) => /** @type {Lockfile} */ (readJson(path)).packages

/** @param {string[]} args */
function runNpm(args) {
  const script = npmScript()
  return script
    ? spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
}

/** npm as a script for node, which needs no shell on any system. */
function npmScript() {
  const besideNode = dirname(process.execPath)
  const npmCli = join('node_modules', 'npm', 'bin', 'npm-cli.js')
  return [
    process.env.npm_execpath ?? '',
    join(besideNode, npmCli),
    join(besideNode, '..', 'lib', npmCli),
  ].find((path) => path.endsWith('npm-cli.js') && existsSync(path))
}
