// Finds a Chromium: the one that was named, an installed one, one from npm, else Playwright's own.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { readJson } from './json.mjs'
import { Refusal } from './main.mjs'
import { runTool } from './processes.mjs'
import { cacheFolder, inRoot } from './root.mjs'

/** Arguments that a container without a display or a session needs. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The program to start, or undefined for Playwright's own. What was found is kept in the environment,
 * so that child processes agree on it.
 */
export async function chromiumPath() {
  const path = namedChromium() ?? installedChromium() ?? (await packagedChromium())
  if (path) process.env.CHROMIUM_PATH = path
  return path
}

function namedChromium() {
  const path = process.env.CHROMIUM_PATH
  if (path && !isProgram(path)) throw new Refusal(`CHROMIUM_PATH is "${path}": not a program.`)
  return path || undefined
}

const installedChromium = () => places().find((path) => isProgram(path) && isChromium(path))

function places() {
  if (process.platform === 'darwin') return placesOnMac()
  if (process.platform === 'win32') return placesOnWindows()
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/opt/google/chrome']
  return folders.flatMap((folder) => names.map((name) => join(folder, name)))
}

const placesOnMac = () =>
  ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => [
    join(folder, 'Google Chrome.app/Contents/MacOS/Google Chrome'),
    join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
  ])

const placesOnWindows = () =>
  ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) =>
    ['Google\\Chrome', 'Chromium'].map((product) =>
      join(process.env[variable] ?? '', product, 'Application', 'chrome.exe'),
    ),
  )

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Some Linux systems ship a script in its place that only says how to install it.
 * @param {string} path
 */
const isChromium = (path) =>
  process.platform !== 'linux' ||
  /chrom(e|ium) \d/i.test(
    spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout,
  )

/** Unpacks the Chromium of an npm package, made for Linux servers that have next to nothing. */
async function packagedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const description = inRoot('node_modules', '@sparticuz', 'chromium', 'package.json')
  const { version } = /** @type {{ version: string }} */ (readJson(description))
  // It takes whatever lies in the temporary folder for its own: one folder for each version.
  const folder = join(cacheFolder, `chromium-${version}`)
  mkdirSync(folder, { recursive: true })
  process.env.FONTCONFIG_FILE = fontsOf(folder)
  return inTemporaryFolder(folder, async () => {
    // Read while it is imported: it brings the system libraries along as well.
    process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
    const { default: chromium } = await import('@sparticuz/chromium')
    return chromium.executablePath()
  })
}

/**
 * The fonts that come along, wherever they were unpacked, and those of the machine.
 * @param {string} folder
 */
function fontsOf(folder) {
  const file = join(folder, 'fonts.conf')
  const places = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts']
  const entries = places.map((place) => `<dir>${place}</dir>`).join('')
  const cache = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${entries}${cache}</fontconfig>`)
  return file
}

/**
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 */
async function inTemporaryFolder(folder, work) {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** Where nothing was found, Playwright's own is downloaded, once. */
export async function installPlaywrightChromium() {
  const { chromium } = await import('@playwright/test')
  if (existsSync(chromium.executablePath())) return
  await runTool([inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'])
}
