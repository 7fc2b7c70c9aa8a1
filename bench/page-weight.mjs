// Page weight: every script a page loads until it is idle, each compressed as well as brotli can.
import { brotliCompressSync } from 'node:zlib'
import { signedInPage } from './browser.mjs'
import { row } from './statistics.mjs'

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * @param {Browser} browser
 * @param {{ portal: string, emulator: string, blank: string, floor: string }} addresses
 */
export async function comparePageWeight(browser, { portal, emulator, blank, floor }) {
  const list = await signedInPage(browser, { portal, emulator, world: 'page-weight' })
  const blankKb = await weightKb(await browser.newPage(), blank, 'heading')
  const floorKb = await weightKb(await browser.newPage(), floor, 'grid')
  const signedOutKb = await weightKb(await browser.newPage(), portal, 'button')
  const listKb = await weightKb(list, `${portal}/connectors`, 'grid')
  return [
    row('page weight, signed out', [signedOutKb, blankKb, 'kB'], { atMost: 1.15 }),
    row('page weight, list of connectors', [listKb, floorKb, 'kB'], { atMost: 1.1 }),
  ]
}

/**
 * @param {Page} page
 * @param {string} url
 * @param {'heading' | 'grid' | 'button'} role what shows that the page is there
 */
async function weightKb(page, url, role) {
  const network = await page.context().newCDPSession(page)
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  /** @type {Map<string, Promise<Buffer>>} */
  const scripts = new Map()
  page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script'
    if (isScript) scripts.set(response.url(), response.body())
  })
  await page.goto(url)
  await page.getByRole(role).first().waitFor()
  await page.waitForLoadState('networkidle')
  const bodies = await Promise.all(scripts.values())
  await page.context().close()
  return bodies.reduce((sum, body) => sum + brotliCompressSync(body).length, 0) / 1000
}
