// Page weight: every script a page loads until it is idle, each compressed as well as brotli can.
import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { inRoot } from '../scripts/lib/root.mjs'
import { signedInPage } from './browser.mjs'
import { row } from './statistics.mjs'

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ kB: number, scripts: number }} Weight */
/** @typedef {{ portal: string, emulator: string }} Addresses */

/** What shows that a page is there, if it is not its heading. */
const shownBy = /** @type {const} */ ({ 'signed out': 'button', connectors: 'grid' })

/** @param {string} connector the address of one */
const addressesOfPages = (connector) => ({
  connectors: '/connectors',
  connector,
  'connector, test': `${connector}?tab=test`,
  'new connector': '/connectors/new',
  'edit connector': `${connector}/edit`,
  certificates: '/certificates',
  'user flows': '/user-flows',
  setup: '/setup',
  samples: '/samples',
})

/**
 * The weight of every page, by its name.
 * @param {Browser} browser
 * @param {Addresses} addresses
 * @returns {Promise<Record<string, Weight>>}
 */
export async function weighPages(browser, { portal, emulator }) {
  const page = await signedInPage(browser, { portal, emulator, world: 'page-weight' })
  await page.goto(`${portal}/connectors`)
  const link = page.getByRole('grid').getByRole('link').first()
  const pages = addressesOfPages((await link.getAttribute('href')) ?? '')
  /** @type {Record<string, Weight>} */
  const weights = {
    'signed out': await weightOf(await browser.newPage(), portal, shownBy['signed out']),
  }
  for (const [name, path] of Object.entries(pages)) {
    const role = name === 'connectors' ? shownBy.connectors : 'heading'
    weights[name] = await weightOf(page, portal + path, role)
  }
  return weights
}

/**
 * @param {Browser} browser
 * @param {Addresses & { blank: string, floor: string }} addresses
 */
export async function comparePageWeight(browser, { blank, floor, ...addresses }) {
  const blankKb = (await weightOf(await browser.newPage(), blank, 'heading')).kB
  const floorKb = (await weightOf(await browser.newPage(), floor, 'grid')).kB
  const weights = await weighPages(browser, addresses)
  return Object.entries(weights).map(([name, { kB }]) => {
    const isSignedOut = name === 'signed out'
    const figures = /** @type {const} */ ([kB, isSignedOut ? blankKb : floorKb, 'kB'])
    return row(`page weight, ${name}`, [...figures], { atMost: barOf(name) })
  })
}

/** @param {string} name */
function barOf(name) {
  if (name === 'signed out') return 1.05
  return name === 'connectors' ? 1.1 : 1.2
}

/**
 * What each page weighs beside what it may; the budget is raised only in a commit that says for what.
 * @param {Record<string, Weight>} weights
 */
export function withinBudget(weights) {
  /** @type {unknown} */
  const read = JSON.parse(readFileSync(inRoot('bench', 'budget.json'), 'utf8'))
  const budget = /** @type {Record<string, Weight>} */ (read)
  return Object.entries(weights).map(([page, { kB, scripts }]) => {
    const allowed = budget[page] ?? { kB: 0, scripts: 0 }
    return {
      page,
      kB,
      'kB allowed': allowed.kB,
      scripts,
      'scripts allowed': allowed.scripts,
      isWithin: kB <= allowed.kB && scripts <= allowed.scripts,
    }
  })
}

/**
 * @param {Page} page
 * @param {string} url
 * @param {'heading' | 'grid' | 'button'} role what shows that the page is there
 * @returns {Promise<Weight>}
 */
async function weightOf(page, url, role) {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  /** @type {Map<string, Promise<Buffer>>} */
  const scripts = new Map()
  const note = (/** @type {import('@playwright/test').Response} */ response) => {
    const isScript = response.request().resourceType() === 'script'
    if (isScript) scripts.set(response.url(), response.body())
  }
  page.on('response', note)
  await page.goto(url)
  await page.getByRole(role).first().waitFor()
  await page.waitForLoadState('networkidle')
  page.off('response', note)
  const bodies = await Promise.all(scripts.values())
  const bytes = bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0)
  return { kB: Math.round(bytes / 100) / 10, scripts: bodies.length }
}
