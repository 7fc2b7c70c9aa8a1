// The list with 100 and with 10,000 connectors: from the data's arrival to the first row painted.
import { signedInPage } from './browser.mjs'
import { median, row } from './statistics.mjs'

/** @typedef {import('@playwright/test').Page} Page */

const rounds = 5

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {{ portal: string, emulator: string }} addresses
 */
export async function compareGrid(browser, { portal, emulator }) {
  const few = await openList(browser, { portal, emulator, connectors: 100 })
  const many = await openList(browser, { portal, emulator, connectors: 10_000 })
  /** @type {[few: Painted[], many: Painted[]]} */
  const painted = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    painted[0].push(await paint(few))
    painted[1].push(await paint(many))
  }
  /** @param {keyof Painted} figure */
  const medians = (figure) => painted.map((loads) => median(loads.map((one) => one[figure])))
  const [fewMs = 0, manyMs = 0] = medians('firstRowMs')
  const [fewNodes = 0, manyNodes = 0] = medians('nodes')
  return [
    row('grid, first row of 10,000 over 100', [manyMs, fewMs, 'ms'], { atMost: 1.3 }),
    row('grid, DOM nodes of 10,000 over 100', [manyNodes, fewNodes, 'nodes'], { atMost: 1.05 }),
  ]
}

/** @typedef {{ firstRowMs: number, nodes: number }} Painted */

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {{ portal: string, emulator: string, connectors: number }} options
 */
async function openList(browser, { portal, emulator, connectors }) {
  const world = `grid-${connectors}`
  await fetch(`${emulator}/_emulator/reset?world=${world}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seed: 'large', connectors, flows: 0 }),
  })
  const page = await signedInPage(browser, { portal, emulator, world })
  await page.addInitScript(watchFirstRow)
  return page
}

/** @param {Page} page */
async function paint(page) {
  await page.goto(new URL('/connectors', page.url()).href)
  await page.waitForFunction(() => performance.getEntriesByName('first-row').length > 0)
  return page.evaluate(() => {
    const requests = performance.getEntriesByType('resource')
    const list = requests.findLast(({ name }) => name.includes('/identity/apiConnectors'))
    const [firstRow] = performance.getEntriesByName('first-row')
    const arrivedMs = list instanceof PerformanceResourceTiming ? list.responseEnd : Number.NaN
    const nodes = document.querySelectorAll('*').length
    return { firstRowMs: (firstRow?.startTime ?? Number.NaN) - arrivedMs, nodes }
  })
}

/** Runs in the page: marks the moment after the paint that shows the first row of data. */
function watchFirstRow() {
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll('[role=grid] [role=row]').length < 2) return
    observer.disconnect()
    requestAnimationFrame(() => setTimeout(() => performance.mark('first-row')))
  })
  observer.observe(document, { childList: true, subtree: true })
}
