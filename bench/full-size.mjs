// 20 connectors and 200 user flows, throttled as Graph is, beside a small tenant and the allowance.
import { signedInPage } from './browser.mjs'
import { row } from './statistics.mjs'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ portal: string, emulator: string }} Addresses */
/** @typedef {{ listMs: number, inSightMs: number, completeMs: number, calls: number }} Figures */

const latencyMs = 100
/** Graph's own (throttling limits of identity resources): so many calls pass in the first minute. */
const throttling = { perApplicationPerMinute: 200, perTenantPerMinute: 300 }
const minuteMs = 60_000

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {Addresses} addresses
 */
export async function compareFullSize(browser, addresses) {
  const small = await measure(browser, addresses, { connectors: 20, flows: 20 })
  const full = await measure(browser, addresses, { connectors: 20, flows: 200 })
  return [
    row('200 flows, list usable over 20 flows', [full.listMs, small.listMs, 'ms'], {
      atMost: 1.3,
    }),
    row('200 flows, rows in sight known over 20 flows', [full.inSightMs, small.inSightMs, 'ms'], {
      atMost: 1.3,
    }),
    row('200 flows, all known over one minute', [full.completeMs, minuteMs, 'ms'], {
      atMost: 1.2,
    }),
    row('200 flows, calls over one a flow', [full.calls, 200, 'calls'], { atMost: 1.03 }),
  ]
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {Addresses} addresses
 * @param {{ connectors: number, flows: number }} size
 * @returns {Promise<Figures>}
 */
async function measure(browser, { portal, emulator }, { connectors, flows }) {
  const world = `full-size-${flows}`
  const ask = controlOf(emulator, world)
  await ask('POST', 'reset', { seed: 'empty' })
  const page = await signedInPage(browser, { portal, emulator, world })
  await page.getByRole('heading', { name: 'No API connectors yet' }).waitFor()
  await ask('POST', 'reset', { seed: 'large', connectors, flows })
  await ask('PATCH', 'settings', { latencyMs, throttling })
  await page.evaluate(forgetFlows)

  const startedAt = performance.now()
  const since = () => performance.now() - startedAt
  await page.goto(`${portal}/connectors`)
  await page.getByRole('link', { name: 'Connector 00001' }).waitFor()
  const listMs = since()
  const openedAt = performance.now()
  await page.getByRole('link', { name: 'User flows' }).click()
  await page.waitForFunction(isSightKnown)
  const inSightMs = performance.now() - openedAt
  await page.waitForFunction(isAllKnown, flows, { timeout: 3 * minuteMs })
  const completeMs = since()
  const requests = /** @type {{ path: string }[]} */ (await ask('GET', 'requests'))
  const calls = requests.filter(({ path }) => path.includes('UserFlows')).length
  await page.context().close()
  return { listMs, inSightMs, completeMs, calls }
}

/**
 * @param {string} emulator
 * @param {string} world
 */
function controlOf(emulator, world) {
  /**
   * @param {string} method
   * @param {string} name
   * @param {object} [body]
   * @returns {Promise<unknown>}
   */
  return async (method, name, body) => {
    const answer = await fetch(`${emulator}/_emulator/${name}?world=${world}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`The emulator answered ${answer.status} to ${name}.`)
    return answer.status === 204 ? null : answer.json()
  }
}

/** Runs in the page: as if its tab and its browser had never read the flows. */
function forgetFlows() {
  for (const storage of [sessionStorage, localStorage]) {
    const own = Object.keys(storage).filter((key) => key.startsWith('portal.flow'))
    for (const key of own) storage.removeItem(key)
  }
}

/** Runs in the page: whether each row that can be seen has been read. */
function isSightKnown() {
  const rows = [...document.querySelectorAll('table[role=grid] tbody tr')]
  const seen = rows.filter((one) => one.getBoundingClientRect().top < innerHeight)
  return seen.length > 0 && seen.every((one) => one.getAttribute('aria-busy') === 'false')
}

/**
 * Runs in the page.
 * @param {number} flows
 */
function isAllKnown(flows) {
  const rows = [...document.querySelectorAll('table[role=grid] tbody tr')]
  return rows.length === flows && rows.every((one) => one.getAttribute('aria-busy') === 'false')
}
